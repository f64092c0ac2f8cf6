"""``monosashi derive``: the numbers of a sheet counted from records of what was done, beside what it prints."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from monosashi.cli.terminal import fail, readings_of, say
from monosashi.model import Count, RecordFault
from monosashi.model.error import MonosashiError
from monosashi.model.folding import unbroken
from monosashi.model.measuring.arithmetic import shown
from monosashi.model.measuring.counted import Beside, PrintedAs
from monosashi.office.deriving import (
    Derivation,
    derivations_json,
    derive_reading,
    name_of,
    printed_text,
    records_at,
    registers_at,
    rules_at,
)

Records = Annotated[
    Path, typer.Option("--records", help="登録の記録。ファイル又はフォルダ / records: a file, or a folder of files")
]
Registers = Annotated[
    Path | None, typer.Option("--registers", help="自前の台帳の定義 / registers of your own (TOML, file or folder)")
]
Rules = Annotated[
    Path | None, typer.Option("--rules", help="自前の算定の規則 / counting rules of your own (TOML, file or folder)")
]

_PRINTED_AS = {PrintedAs.ACTUAL: "実績 actual", PrintedAs.REFERENCE: "参考 past", PrintedAs.BASELINE: "基準 baseline"}
_AGREES = {True: "[green]＝[/]", False: "[bold red]≠ 違う differs[/]", None: "―"}


def derive(
    file: Annotated[Path, typer.Argument(help="文書または JSON / a document or a JSON reading")],
    records: Records,
    registers: Registers = None,
    rules: Rules = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON で書く / as JSON")] = False,
) -> None:
    """表の値を、登録の記録から数え直す。 Count the numbers of a sheet anew, from records of what was done."""
    try:
        known = registers_at(registers)
        applied = rules_at(rules, known)
        given = records_at(records, known)
        found = [derive_reading(reading, given.records, applied, known) for reading in readings_of(file)]
    except MonosashiError as error:
        fail(error)
    tell_faults(given.faults)
    if as_json:
        sys.stdout.buffer.write(derivations_json(found, given.faults).encode())
        return
    console = Console(soft_wrap=True, highlight=False)
    for one in found:
        for line in _lines(one):
            console.print(line)


def tell_faults(faults: tuple[RecordFault, ...]) -> None:
    """Each record that was set aside, with its place."""
    for fault in faults:
        say(f"{fault.place}: {fault.ja} / {fault.en}")
    if faults:
        say("上の記録は数えていません。ほかの記録で数えました。 These records were left out; the others were counted.")


def _lines(one: Derivation) -> Iterator[str]:
    sheet = one.reading.sheet
    name = unbroken(f"{sheet.identifier.plain} {sheet.policy.name}").strip()
    yield f"[bold]{escape(name)}[/]"
    if not one.counts:
        yield "この表の指標に当てはまる算定の規則がありません。 No counting rule is for a measure of this sheet."
    if any(count.invented for count in one.counts):
        yield "[bold yellow]見本の記録（架空）を含みます。 Some records are invented, for demonstration.[/]"
    told = ""
    for number in one.numbers:
        heading = f"{name_of(number).ja} {unbroken(number.printed.strand.name)}"
        if heading != told:
            yield f"\n[bold]{escape(heading)}[/]  規則 rule: {', '.join(sorted({count.rule for count in number.counts}))}"
            told = heading
        yield _line(number)
    differ = sum(number.agrees is False for number in one.numbers)
    yield f"\n比べた値 compared {sum(number.agrees is not None for number in one.numbers)} · 違う differ {differ}"


def _line(number: Beside) -> str:
    """R1: 登録 50回 · 表 50回 ＝ · 数えた 50, 数えなかった 12."""
    years = "・".join(str(year) for year in number.printed.years)
    what = f"{_PRINTED_AS[number.printed.printed_as]}{'（平均 mean）' if number.printed.is_mean else ''}"
    value = f"{shown(number.value)}{number.unit}" if number.value is not None else "―"
    printed = printed_text(number) or "（まだない none yet）"
    beside = f"登録 records {value} · 表 printed {escape(printed)} {_AGREES[number.agrees]}"
    counts = "" if number.printed.is_mean else f" · {_explained(number.counts[0])}"
    return f"  {years} {what}: {beside}{counts}"


def _explained(count: Count) -> str:
    reasons = Counter(left.code for left in count.left_out)
    told = ", ".join(f"{code} {n}" for code, n in reasons.items())
    return f"数えた counted {len(count.counted)}, 除いた left out {len(count.left_out)}{f' ({told})' if told else ''}"
