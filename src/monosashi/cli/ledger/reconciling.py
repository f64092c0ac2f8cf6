"""``monosashi ledger reconcile``: a sheet beside the outside books, its money beside the state's accounts."""

import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from monosashi.cli.terminal import fail, readings_of, say
from monosashi.model import Certainty, Message, PolicyYear, Reading, Reconciliation
from monosashi.model.error import MonosashiError
from monosashi.model.folding import unbroken
from monosashi.office.ledgers.on_files import Books, read_books, reconciled
from monosashi.office.ledgers.records import reconciliations_json

Settlement = Annotated[
    Path | None,
    typer.Option(
        "--settlement", help="予算・決算の帳簿（ファイルかフォルダ） / budget and settlement, a file or folder"
    ),
]
ReviewSheets = Annotated[
    Path | None,
    typer.Option(
        "--review-sheets",
        help="行政事業レビューシート（ファイルかフォルダ。表の年度の版だけを読む） / review sheets; the sheet's edition is read",
    ),
]
CERTAINTIES = {
    Certainty.CERTAIN: "確定 certain",
    Certainty.AMBIGUOUS: "[yellow]人が選ぶ ambiguous[/]",
    Certainty.NONE: "[dim]なし none[/]",
    Certainty.CHOSEN: "人が選択 chosen",
}


def reconcile(
    file: Annotated[Path, typer.Argument(help="文書または JSON / a document or a JSON reading")],
    settlement: Settlement = None,
    review_sheets: ReviewSheets = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON で書く / as JSON")] = False,
) -> None:
    """表の予算額・執行額と達成手段を、外の帳簿と突き合わせる。 Lay a sheet beside the outside books."""
    if settlement is None and review_sheets is None:
        say(
            "--settlement か --review-sheets の少なくとも一方で、帳簿の場所を渡してください。 "
            "Give at least one of --settlement and --review-sheets: where the books lie."
        )
        raise typer.Exit(2)
    told = told_of(file, review_sheets, settlement)
    if as_json:
        sys.stdout.buffer.write(reconciliations_json([one for _, one in told]).encode())
        return
    console = Console(soft_wrap=True, highlight=False)
    for reading, one in told:
        show(console, reading, one)


def told_of(
    file: Path, review_sheets: Path | None, settlement: Path | None
) -> tuple[tuple[Reading, Reconciliation], ...]:
    """Each sheet of the document beside the books; what was used is told on standard error."""
    try:
        return tuple(_one(reading, review_sheets, settlement) for reading in readings_of(file))
    except MonosashiError as error:
        fail(error)


def _one(reading: Reading, review_sheets: Path | None, settlement: Path | None) -> tuple[Reading, Reconciliation]:
    books = read_books(reading.sheet, review_sheets, settlement)
    for sentence in _used(books):
        say(sentence)
    return reading, reconciled(reading.sheet, books)


def _used(books: Books) -> Iterator[str]:
    yield f"使った帳簿 books used: {'、'.join(books.files)}"
    if books.edition is not None and books.wanted is not None and books.edition != books.wanted:
        yield (
            f"{books.wanted}年度のレビューシートがないので、最も近い{books.edition}年度の版を使いました。 "
            f"There are no review sheets of {books.wanted}: the nearest edition, {books.edition}, was used."
        )
    if books.faults:
        yield (
            f"読み取れない行が{len(books.faults)}件あり、ほかは使いました。 "
            f"{len(books.faults)} lines of the books could not be taken; the others were used."
        )
    for fault in books.faults[:_FAULTS]:
        yield f"  {fault.place.file}:{fault.place.line} {fault.message.ja} {fault.message.en}"


_FAULTS = 5


def show(console: Console, reading: Reading, told: Reconciliation) -> None:
    """The tables of one sheet."""
    name = reading.sheet.identifier.plain or reading.sheet.title.text
    console.print(f"[bold]{escape(unbroken(f'{name} {reading.sheet.policy.name}').strip())}[/]")
    if told.policy:
        console.print(_money(told))
    for line in _section(told):
        console.print(line)
    if told.programmes:
        console.print(_programmes(told))
    if told.sums:
        console.print(_sums(told))
    for finding in told.findings:
        console.print(f"[yellow]{finding.severity.value}[/] {finding.code}  [dim]{escape(finding.path)}[/]")
        console.print(f"  {escape(finding.message.ja)}\n  {escape(finding.message.en)}")


def _money(told: Reconciliation) -> Table:
    unit = told.policy[0].unit
    table = Table(title=f"政策の予算額・執行額（{unit}） The policy's money")
    for head in ("年度 year", "表 printed", "帳簿 books", "根拠 basis", "差の理由 why"):
        table.add_column(head)
    for year in told.policy:
        why = "\n".join(f"{one.ja}\n{one.en}" for one in year.differences)
        table.add_row(
            f"{year.nendo.year}{' 予測 predicted' if year.predicted else ''}",
            amounts(year.printed_budget, year.printed_executed),
            amounts(year.rebuilt_budget, year.rebuilt_executed),
            BASES[year.basis],
            escape(why) or _agreement(year),
        )
    return table


BASES = {"settled": "決算 settled", "initial": "当初予算 initial"}


def _agreement(year: PolicyYear) -> str:
    if year.printed_budget is None and year.printed_executed is None:
        return ""
    return "" if year.rebuilt_budget is None else "一致 agrees"


def amounts(budget: Decimal | None, executed: Decimal | None) -> str:
    """2,616（2,293）, a dash where nothing is told."""
    spent = "" if executed is None else f"（{executed:,.0f}）"
    return f"{'－' if budget is None else f'{budget:,.0f}'}{spent}" if budget is not None or spent else "－"


def _section(told: Reconciliation) -> Iterator[str]:
    yield f"項・事項 lines of the budget: {CERTAINTIES[told.section_certainty]}"
    chosen = [one for one in told.section if one.id in told.section_chosen]
    for one in chosen or told.section[:_CANDIDATES]:
        yield f"  {one.score} {escape(one.name)}"
    for reason in told.section_reasons:
        yield f"  {escape(said(reason))}"
    for year in told.policy:
        for line in year.used:
            yield f"  [dim]{year.nendo.year} {year.basis} {escape(line.place.file)}:{line.place.line} {escape(line.place.url)}[/]"


_CANDIDATES = 5


def said(message: Message) -> str:
    """Both languages in a line."""
    return f"{message.ja} / {message.en}"


def _programmes(told: Reconciliation) -> Table:
    table = Table(title=f"達成手段とレビューシート（{told.edition}） The means and the review sheets")
    for head in ("#", "達成手段 means", "表の番号 printed", "事業 project", "判定 match", "点 score", "理由 reasons"):
        table.add_column(head, overflow="fold")
    for one in told.programmes:
        table.add_row(
            escape(one.number),
            escape(unbroken(one.name)),
            escape(one.printed_review_number),
            escape(one.matched),
            CERTAINTIES[one.certainty],
            f"{one.score:.2f}",
            escape("" if one.certainty is Certainty.CERTAIN else "\n".join(said(reason) for reason in one.reasons)),
        )
    return table


def _sums(told: Reconciliation) -> Table:
    table = Table(title="達成手段の事業の計と政策の額 The projects' money and the policy's")
    for head in ("年度 year", "事業の計 projects", "政策 policy", "差の理由 why"):
        table.add_column(head)
    for one in told.sums:
        table.add_row(
            str(one.nendo.year),
            amounts(one.summed_budget, one.summed_executed),
            amounts(one.policy_budget, one.policy_executed),
            escape("\n".join(said(difference) for difference in one.differences)) or "一致 agrees",
        )
    return table
