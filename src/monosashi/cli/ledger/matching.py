"""``monosashi ledger match``: which projects of the review sheets a sheet's means may be, best first."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from monosashi.cli.ledger.reconciling import CERTAINTIES, said, told_of
from monosashi.model import Candidate, ProgrammeMatch
from monosashi.model.folding import unbroken
from monosashi.office.ledgers.records import matches_json

ReviewSheets = Annotated[
    Path,
    typer.Option(
        "--review-sheets", help="行政事業レビューシート（ファイルかフォルダ） / review sheets, a file or folder"
    ),
]
Settlement = Annotated[
    Path | None,
    typer.Option("--settlement", help="予算・決算の帳簿。渡せば項・事項の候補も出す / budget and settlement, too"),
]


def match(
    file: Annotated[Path, typer.Argument(help="文書または JSON / a document or a JSON reading")],
    review_sheets: ReviewSheets,
    settlement: Settlement = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON で書く / as JSON")] = False,
) -> None:
    """達成手段に当たる事業の候補を、点と理由をつけて示す。 The candidates for each means, scored and explained."""
    told = told_of(file, review_sheets, settlement)
    if as_json:
        sys.stdout.buffer.write(matches_json([one for _, one in told]).encode())
        return
    console = Console(soft_wrap=True, highlight=False)
    for reading, one in told:
        console.print(f"[bold]{escape(unbroken(f'{reading.sheet.identifier.plain} {reading.sheet.policy.name}'))}[/]")
        for programme in one.programmes:
            _show(console, programme)
        for candidate in one.section:
            _candidate(console, candidate)


def _show(console: Console, programme: ProgrammeMatch) -> None:
    console.print(
        f"[bold]{escape(programme.number)} {escape(unbroken(programme.name))}[/] "
        f"{escape(programme.printed_review_number)}  {CERTAINTIES[programme.certainty]}"
    )
    for reason in programme.reasons if not programme.candidates else ():
        console.print(f"  {escape(said(reason))}")
    for candidate in programme.candidates:
        _candidate(console, candidate)


def _candidate(console: Console, one: Candidate) -> None:
    console.print(f"  {one.score:.2f} {escape(one.id)} {escape(unbroken(one.name))}")
    for reason in one.reasons:
        console.print(f"       [dim]{escape(said(reason))}[/]")
