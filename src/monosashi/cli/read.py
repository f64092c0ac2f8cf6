"""``monosashi read``: documents into JSON readings, one or many, with a bar on many."""

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from monosashi.cli.terminal import EXIT_NO_SHEET, EXIT_USAGE, exit_code, say
from monosashi.model import Reading, Severity
from monosashi.model.error import MonosashiError
from monosashi.office import SUFFIXES_READ, findings_of, publish, read_path


def read(
    paths: Annotated[list[Path], typer.Argument(help="ファイルやフォルダ / files or folders")],
    out: Annotated[Path, typer.Option("-o", "--out", help="JSON を書くフォルダ / folder for the JSON")] = Path(),
    form: Annotated[Path | None, typer.Option("--form", help="自分の様式ファイル / a form file of your own")] = None,
) -> None:
    """文書を読み、NAME.json を書く。 Read documents and write NAME.json, a second sheet as NAME-2.json."""
    files = _files(paths)
    if not files:
        say("読むファイルがありません。 There is no file to read.")
        sys.exit(EXIT_USAGE)
    out.mkdir(parents=True, exist_ok=True)
    failures: list[MonosashiError] = []
    with _bar(len(files)) as progress:
        task = progress.add_task("", total=len(files))
        for file in files:
            try:
                _write(file, out, form)
            except MonosashiError as error:
                failures.append(error)
                say(str(error))
            progress.advance(task)
    if failures and len(failures) == len(files):
        sys.exit(
            EXIT_NO_SHEET if {exit_code(e) for e in failures} == {EXIT_NO_SHEET} else max(map(exit_code, failures))
        )


def _files(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        inside = (
            sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES_READ)
            if path.is_dir()
            else [path]
        )
        found += [file for file in inside if not file.name.startswith("~$")]
    return found


def _bar(count: int) -> Progress:
    columns = (TextColumn("読み取り reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), disable=count < 2)


def _write(file: Path, out: Path, form: Path | None) -> None:
    for reading in read_path(file, form):
        end = "" if reading.ordinal == 1 else f"-{reading.ordinal}"
        target = out / f"{file.stem}{end}.json"
        target.write_bytes(publish(reading, "json")[""])
        print(target)
        say(_summary(reading))


def _summary(reading: Reading) -> str:
    counts = Counter(finding.severity for finding in findings_of(reading))
    found = " · ".join(f"{severity.value} {counts[severity]}" for severity in Severity)
    cover = reading.coverage
    guesses = f"推定 guesses {len(reading.guesses)} · " if reading.guesses else ""
    return (
        f"{reading.document.name}: {reading.sheet.identifier.plain or reading.sheet.title.text} · "
        f"項目に読めた文字 read into fields {cover.share:.1%} · 見出し labels {cover.furniture} · "
        f"読み残し left over {cover.leftover} · {guesses}{found}"
    )
