"""``monosashi compare``: what changed between two sheets of one policy."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from monosashi.cli.terminal import EXIT_NO_SHEET, readings_of, say
from monosashi.model import Reading
from monosashi.office import Change, Comparison, comparison_json, matched_readings
from monosashi.office import compare as changes_between


def compare(
    before: Annotated[Path, typer.Argument(help="前の文書または JSON / the earlier document or JSON reading")],
    after: Annotated[Path, typer.Argument(help="後の文書または JSON / the later document or JSON reading")],
    as_json: Annotated[bool, typer.Option("--json", help="JSON で書く / as JSON")] = False,
) -> None:
    """二つの表の違いを述べる。 Tell what changed between two sheets; of documents with several, by their numbers."""
    pairs = matched_readings(readings_of(before), readings_of(after))
    if not pairs:
        say("同じ番号の表がありません。 No sheet of one document has the number of one of the other.")
        sys.exit(EXIT_NO_SHEET)
    for pair in pairs:
        found = changes_between(pair[0].sheet, pair[1].sheet)
        if as_json:
            sys.stdout.buffer.write(comparison_json(found).encode())
        else:
            _show(found, pair)


def _show(comparison: Comparison, readings: tuple[Reading, Reading]) -> None:
    console = Console(soft_wrap=True, highlight=False)
    named = (each.identifier or each.title for each in (comparison.before, comparison.after))
    console.print(f"[bold]{escape(' → '.join(named))}[/]")
    for group in comparison.groups():
        console.print(f"\n[bold]{group.title.ja} / {group.title.en}[/]  {len(group.changes)}")
        for change in group.changes:
            console.print(f"{change.kind.value}  [dim]{escape(_places(change, readings))}[/]")
            console.print(f"  {escape(change.message.ja)}\n  {escape(change.message.en)}")
    console.print(f"\n変更 {len(comparison.changes)} 件 / changes: {len(comparison.changes)}")


def _places(change: Change, readings: Sequence[Reading]) -> str:
    """[事前分析表!D10 → 事前分析表!D11]; the path where a side has no place."""
    return f"[{' → '.join(_place(*side) for side in _sides(change, readings))}]"


def _sides(change: Change, readings: Sequence[Reading]) -> Iterator[tuple[Reading, str | None]]:
    yield from zip(readings, (change.before_path, change.after_path), strict=True)


def _place(reading: Reading, path: str | None) -> str:
    if path is None:
        return "—"
    return next((str(place) for place in reading.trace.places(path)), path)
