"""``monosashi publish``: a sheet as the official workbook, an accessible page, JSON or flat tables; or its evaluation report."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from monosashi.cli.terminal import EXIT_USAGE, fail, readings_of, say
from monosashi.model import Reading
from monosashi.model.error import MonosashiError
from monosashi.office import (
    FORMATS,
    REPORT_FORMATS,
    load_decisions,
    load_thresholds,
    misread_report,
    publish_report,
    report_of,
)
from monosashi.office import publish as publish_reading

Report = Annotated[
    bool, typer.Option("--report", help="表でなく、その評価書の下書き / the draft of its evaluation report instead")
]
RuleName = Annotated[str, typer.Option("--rule", help="評価書の判定の規則 / the rule that the report is judged by")]
Year = Annotated[str, typer.Option("--year", help="評価書で判定する年度 / the year that the report judges")]
Thresholds = Annotated[
    Path | None, typer.Option("--thresholds", help="府省の定めた閾値のファイル / a file of thresholds, for the report")
]
Decisions = Annotated[
    Path | None, typer.Option("--decisions", help="人の判断のファイル / a file of decisions, for the report")
]
ReportForm = Annotated[
    str,
    typer.Option(
        "--form", help="評価書の様式。なければ府省の様式か標準様式 / the report's form; else the ministry's own"
    ),
]


def publish(
    file: Annotated[Path, typer.Argument(help="文書または JSON / a document or a JSON reading")],
    to: Annotated[str, typer.Option("--to", help=f"形式 / the format: {', '.join(FORMATS)}")],
    out: Annotated[Path, typer.Option("-o", "--out", help="書く先。csv はフォルダ / where to; a folder for csv")],
    lang: Annotated[str, typer.Option("--lang", help="ページの言語 / language of the page: ja, en")] = "ja",
    report: Report = False,
    rule: RuleName = "",
    year: Year = "",
    thresholds: Thresholds = None,
    decisions: Decisions = None,
    form: ReportForm = "",
) -> None:
    """表を公表の形にして書く。 Write a sheet in a form to publish."""
    known = tuple(REPORT_FORMATS) if report else FORMATS
    if to not in known or lang not in ("ja", "en"):
        say(
            f"--to は {', '.join(known)}、--lang は ja か en です。 --to is one of {', '.join(known)}; --lang is ja or en."
        )
        sys.exit(EXIT_USAGE)
    if not report and any((rule, year, thresholds, decisions, form)):
        say(
            "--rule、--year、--thresholds、--decisions、--form は --report とともに使います。 These options go with --report."
        )
        sys.exit(EXIT_USAGE)
    for reading in readings_of(file):
        target = out if reading.ordinal == 1 else out.with_name(f"{out.stem}-{reading.ordinal}{out.suffix}")
        try:
            files = (
                {"": _report(reading, to, rule, year, (thresholds, decisions), form)}
                if report
                else publish_reading(reading, to, lang)
            )
        except MonosashiError as error:
            fail(error)
        _write(files, target)


def _report(
    reading: Reading, to: str, rule: str, year: str, settings: tuple[Path | None, Path | None], form: str
) -> bytes:
    terms = load_thresholds(settings[0]) if settings[0] else None
    decisions = load_decisions(settings[1]) if settings[1] else None
    draft = report_of(reading, rule, year, terms, decisions, form)
    data = publish_report(draft, reading, to)
    if path := misread_report(draft, data, to):
        say(
            f"書きましたが、{path} は、読み直すと違うことを述べます。この下書きを読み直すなら --to json を使ってください。"
            f" Written, but {path} says something else when it is read back; use --to json where the draft is to be read again."
        )
    return data


def _write(files: Mapping[str, bytes], target: Path) -> None:
    for end, data in files.items():
        path = target / end if end else target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        say(str(path))
