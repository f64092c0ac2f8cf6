"""``monosashi read``: documents into JSON readings, one or many, with a bar on many."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from monosashi.cli.progress import bar, show_summary
from monosashi.cli.terminal import EXIT_NO_SHEET, EXIT_UNREADABLE, EXIT_USAGE, exit_code_of, fail, say
from monosashi.model import Severity
from monosashi.model.error import MonosashiError
from monosashi.office import Batch, Outcome, batch_of, files_in, keep_summary, protection
from monosashi.office.batch_names import safe_name
from monosashi.office.document import path_text
from monosashi.office.drawings import draw_outcome, lacking

#: What a shell gives a program that an interrupt ended.
EXIT_INTERRUPTED = 130

Paths = Annotated[list[Path], typer.Argument(help="ファイルやフォルダ / files or folders")]
Out = Annotated[Path, typer.Option("-o", "--out", help="JSON を書くフォルダ / folder for the JSON")]
OwnForm = Annotated[Path | None, typer.Option("--form", help="自分の様式ファイル / a form file of your own")]
Jobs = Annotated[int, typer.Option("-j", "--jobs", min=0, help="同時に読む数 / how many at a time (0: all processors)")]
Again = Annotated[bool, typer.Option("--again", help="前に読んだファイルも読み直す / read what was read before, too")]

Draw = Annotated[
    Path | None,
    typer.Option("--draw", help="読んだところをページの絵に描くフォルダ / folder for pictures of what was read"),
]


def read(
    paths: Paths,
    out: Out = Path(),
    form: OwnForm = None,
    jobs: Jobs = 0,
    again: Again = False,
    draw: Draw = None,
) -> None:
    """文書を読み、NAME.json を書く。 Read documents and write NAME.json, a second sheet as NAME-2.json."""
    files, others = files_in(paths)
    if others:
        say(f"読む種類でないファイル {others} 件は読みません。 Files of other kinds, not read: {others}.")
    if not files:
        say("読むファイルがありません。 There is no file to read.")
        sys.exit(EXIT_USAGE)
    many = len(files) > 1 or paths[0].is_dir()
    try:
        batch = batch_of(files, out, form, at_once=jobs, resume=many and not again)
    except MonosashiError as error:
        fail(error)
    _warn(batch.names)
    outcomes = _run(batch, many=many)
    if draw:
        _draw(batch, outcomes, draw)
    failures = [outcome for outcome in outcomes if outcome.state == "failed"]
    if failures and len(failures) == len(files):
        codes = {exit_code_of(outcome.code) for outcome in failures}
        sys.exit(EXIT_NO_SHEET if codes == {EXIT_NO_SHEET} else EXIT_UNREADABLE)


def _warn(names: Mapping[Path, str]) -> None:
    """What the person should know before anything is read."""
    lacking = protection().lacking
    if lacking:
        say(f"{lacking.ja} {lacking.en}")
    for file, name in names.items():
        if name != safe_name(file):
            say(
                f"同じ名前のファイルがあるため {file} は {name}.json に書きます。 Written as {name}.json, for its name is shared."
            )


def _run(batch: Batch, *, many: bool) -> list[Outcome]:
    """Read everything, telling of each file; an interrupt keeps what is done and says how to go on."""
    outcomes: list[Outcome] = []
    with bar(shown=many) as progress, closing(batch.run()) as running:
        task = progress.add_task("", total=len(batch.names))
        try:
            for outcome in running:
                outcomes.append(outcome)
                _tell(outcome)
                progress.advance(task)
        except KeyboardInterrupt:
            running.close()
            say(
                f"中断しました。{len(outcomes)} 件は済んでいて、残っています。同じコマンドで続きから読みます。 "
                f"Interrupted: {len(outcomes)} done and kept. The same command goes on from here."
            )
    order = {path_text(file): place for place, file in enumerate(batch.names)}
    outcomes.sort(key=lambda outcome: order[outcome.file])
    for outcome in outcomes:
        for sheet in outcome.written:
            print(batch.out / sheet.output)
    if many:
        _sum_up(batch, outcomes)
    if len(outcomes) < len(batch.names):
        sys.exit(EXIT_INTERRUPTED)
    return outcomes


def _draw(batch: Batch, outcomes: list[Outcome], folder: Path) -> None:
    """Pictures of what was read, a page each; told on standard error, for standard output is data."""
    files = {path_text(file): file for file in batch.names}
    if missing := lacking():
        say(f"{missing.ja} {missing.en}")
    drawn = 0
    for outcome in outcomes:
        try:
            for picture, trouble in draw_outcome(batch, files[outcome.file], outcome, folder):
                drawn += 1
                if trouble:
                    say(f"{picture}: {trouble.ja} {trouble.en}")
        except MonosashiError as error:
            say(str(error))
    say(f"絵 {drawn} 枚を {folder} に描きました。 Drew {drawn} pictures into {folder}.")


def _sum_up(batch: Batch, outcomes: list[Outcome]) -> None:
    show_summary(outcomes, len(batch.names))
    try:
        say(f"一覧 list: {keep_summary(batch.out, outcomes)}")
    except MonosashiError as error:
        fail(error)


def _tell(outcome: Outcome) -> None:
    """One sentence a sheet, or why there is none, to standard error."""
    if outcome.message:
        say(f"{outcome.code}: {outcome.message.ja} / {outcome.message.en}")
    for line in _lines(outcome):
        say(line)


def _lines(outcome: Outcome) -> Iterator[str]:
    kept = "（前に読んだまま kept）" if outcome.state == "kept" else ""
    for sheet in outcome.written:
        found = " · ".join(f"{severity.value} {getattr(sheet.counts, severity.value)}" for severity in Severity)
        guesses = f"推定 guesses {sheet.guesses} · " if sheet.guesses else ""
        yield (
            f"{outcome.name}: {sheet.sheet} · 項目に読めた文字 read into fields {sheet.share:.1%} · "
            f"見出し labels {sheet.furniture} · 読み残し left over {sheet.leftover} · {guesses}{found}{kept}"
        )
