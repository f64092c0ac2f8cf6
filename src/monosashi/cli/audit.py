"""``monosashi audit``: what contradicts, misleads or is worth knowing on a sheet, alone or beside an earlier one."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from monosashi.cli.derive import Registers as RegistersPath
from monosashi.cli.derive import Rules as RulesPath
from monosashi.cli.derive import tell_faults
from monosashi.cli.terminal import EXIT_FINDINGS, EXIT_USAGE, fail, readings_of, say
from monosashi.model import Count, Decisions, Finding, Reading, Severity, Tolerances, Waiver
from monosashi.model.error import MonosashiError
from monosashi.office import (
    RULE_SET,
    findings_csv,
    findings_json,
    findings_of,
    load_decisions,
    load_tolerances,
    matched_readings,
    unmet,
    waived,
)
from monosashi.office.deriving import derive_reading, records_at, registers_at, rules_at

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}

#: A finding with the reading it is about.
Said = tuple[Reading, Finding]

Against = Annotated[
    Path | None,
    typer.Option(
        "--against", help="同じ政策の前の表と比べても点検する / audit it beside an earlier sheet of the policy, too"
    ),
]
DecisionsFile = Annotated[
    Path | None, typer.Option("--decisions", help="指摘を引き受けた人の判断 / who answers for which finding (TOML)")
]
RecordsPath = Annotated[
    Path | None,
    typer.Option(
        "--records", help="登録の記録から数えた数とも比べる / beside what records count, too: a file or a folder"
    ),
]
TolerancesFile = Annotated[
    Path | None, typer.Option("--tolerances", help="許容差 / the tolerances of the checks (TOML)")
]


def audit(
    file: Annotated[Path, typer.Argument(help="文書または JSON / a document or a JSON reading")],
    against: Against = None,
    decisions: DecisionsFile = None,
    tolerances: TolerancesFile = None,
    records: RecordsPath = None,
    registers: RegistersPath = None,
    rules: RulesPath = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON で書く / as JSON")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="CSV で書く / as CSV")] = False,
) -> None:
    """表を点検する。誤りの指摘があれば 1 で終わる。 Audit a sheet; exits 1 where a finding is an error that nobody waived."""
    if as_json and as_csv:
        say("--json と --csv は一方だけを選びます。 Choose one of --json and --csv.")
        sys.exit(EXIT_USAGE)
    try:
        decided = load_decisions(decisions) if decisions else Decisions()
        by = load_tolerances(tolerances) if tolerances else Tolerances()
        counted = _counts_by(records, registers, rules) if records else _uncounted
        said = _audited(readings_of(file), readings_of(against) if against else (), by, counted)
    except MonosashiError as error:
        fail(error)
    for waiver in unmet([finding for _, finding in said], decided):
        _tell_unmet(waiver)
    said = [(reading, finding) for reading, one in said for finding in waived([one], decided)]
    if as_json:
        _write(findings_json(said, by))
    elif as_csv:
        _write(findings_csv(said))
    else:
        _show(said, by)
    if any(finding.severity is Severity.ERROR and not finding.waiver for _, finding in said):
        sys.exit(EXIT_FINDINGS)


def _uncounted(_reading: Reading) -> tuple[Count, ...]:
    return ()


def _counts_by(records: Path, registers: Path | None, rules: Path | None) -> Callable[[Reading], tuple[Count, ...]]:
    """How a sheet is counted from the records that are given. Raises ``MonosashiError``."""
    known = registers_at(registers)
    applied = rules_at(rules, known)
    given = records_at(records, known)
    tell_faults(given.faults)
    return lambda reading: derive_reading(reading, given.records, applied, known).counts


def _audited(
    readings: Sequence[Reading],
    earlier: Sequence[Reading],
    by: Tolerances,
    counted: Callable[[Reading], tuple[Count, ...]],
) -> list[Said]:
    """The findings of each sheet, beside its earlier one where the other document has it, and beside what was counted for
    it. Raises ``MonosashiError``."""
    before = {later.ordinal: one for one, later in matched_readings(earlier, readings)}
    for reading in readings:
        if earlier and reading.ordinal not in before:
            name = reading.sheet.identifier.plain or reading.sheet.policy.name or str(reading.ordinal)
            say(
                f"前の文書に「{name}」に当たる表がないので、その表だけを点検しました。 "
                f"The earlier document has no sheet for {name!r}: it was audited alone."
            )
    return [
        (reading, finding)
        for reading in readings
        for finding in findings_of(reading, by, before.get(reading.ordinal), counted(reading))
    ]


def _tell_unmet(waiver: Waiver) -> None:
    where = f" {waiver.path}" if waiver.path else ""
    say(
        f"引き受ける指摘がありません：{waiver.code}{where}（{waiver.who}、{waiver.when}）。直ったなら、判断のファイルから消せます。 "
        f"No finding for the waiver of {waiver.code}{where} ({waiver.who}, {waiver.when}); if it is mended, take it out."
    )


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode())


def _show(said: list[Said], by: Tolerances) -> None:
    console = Console(soft_wrap=True, highlight=False)
    for reading, finding in said:
        style = _STYLE[finding.severity]
        place = next((str(place) for place in reading.trace.places(finding.path)), finding.path)
        console.print(f"[{style}]{finding.severity.value}[/] {finding.code}  [dim]{escape(place)}[/]")
        console.print(f"  {escape(finding.message.ja)}\n  {escape(finding.message.en)}")
        if waiver := finding.waiver:
            who = f"{waiver.who} {waiver.when}"
            console.print(f"  [dim]了承 / waived: {escape(who)}  {escape(' '.join(waiver.why.split()))}[/]")
    counts = " · ".join(_counts([finding for _, finding in said]))
    console.print(f"{counts} · 規則集 rule set {RULE_SET}{escape(_allowed(by))}")


def _counts(findings: list[Finding]) -> Iterator[str]:
    """How many of each severity; those that a person answers for are counted apart."""
    for severity in Severity:
        yield f"{severity.value} {sum(finding.severity is severity and not finding.waiver for finding in findings)}"
    if waivers := sum(finding.waiver is not None for finding in findings):
        yield f"了承 waived {waivers}"


def _allowed(by: Tolerances) -> str:
    """The tolerances that are not the rules' own."""
    own = by.model_dump(exclude_defaults=True)
    return "".join(f" · 許容差 tolerance {name} {value}" for name, value in own.items())
