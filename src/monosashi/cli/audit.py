"""``monosashi audit``: what contradicts, misleads or is worth knowing on a sheet."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from monosashi.cli.terminal import EXIT_FINDINGS, EXIT_USAGE, readings_of, say
from monosashi.model import Finding, Reading, Severity
from monosashi.office import findings_csv, findings_json, findings_of

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def audit(
    file: Annotated[Path, typer.Argument(help="文書または JSON / a document or a JSON reading")],
    as_json: Annotated[bool, typer.Option("--json", help="JSON で書く / as JSON")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="CSV で書く / as CSV")] = False,
) -> None:
    """表を点検する。誤りの指摘があれば 1 で終わる。 Audit a sheet; exits 1 where a finding is an error."""
    if as_json and as_csv:
        say("--json と --csv は一方だけを選びます。 Choose one of --json and --csv.")
        sys.exit(EXIT_USAGE)
    said = [(reading, finding) for reading in readings_of(file) for finding in findings_of(reading)]
    if as_json:
        _write(findings_json(said))
    elif as_csv:
        _write(findings_csv(said))
    else:
        _show(said)
    if any(finding.severity is Severity.ERROR for _, finding in said):
        sys.exit(EXIT_FINDINGS)


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode())


def _show(said: list[tuple[Reading, Finding]]) -> None:
    console = Console(soft_wrap=True, highlight=False)
    for reading, finding in said:
        style = _STYLE[finding.severity]
        place = next((str(place) for place in reading.trace.places(finding.path)), finding.path)
        console.print(f"[{style}]{finding.severity.value}[/] {finding.code}  [dim]{escape(place)}[/]")
        console.print(f"  {escape(finding.message.ja)}\n  {escape(finding.message.en)}")
    console.print(" · ".join(_counts([finding for _, finding in said])))


def _counts(findings: list[Finding]) -> Iterator[str]:
    for severity in Severity:
        yield f"{severity.value} {sum(finding.severity is severity for finding in findings)}"
