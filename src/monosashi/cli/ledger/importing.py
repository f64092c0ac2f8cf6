"""``monosashi ledger import``: the outside books into the office's store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from monosashi.cli.backup import Quiet
from monosashi.cli.office import Folder
from monosashi.cli.terminal import EXIT_UNREADABLE, fail, say
from monosashi.model.error import MonosashiError

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...",
        help="レビューシート、RSシステムのCSV、予算書・決算書のファイルかフォルダ / files or folders of the books",
    ),
]


def import_(paths: Paths, folder: Folder = None, quiet: Quiet = False) -> None:
    """外の帳簿を取り込む。途中で止めても、もう一度動かせば続きから取り込む。 Import outside books; stopped, it goes on where it was."""
    from monosashi.web.setup import use_office  # noqa: PLC0415  no other verb waits for the web to load

    try:
        use_office(folder)
        from monosashi.office.ledgers.importing import import_books  # noqa: PLC0415
        from monosashi.office.people.operator import OPERATOR  # noqa: PLC0415

        with _bar(shown=not quiet) as told:
            found = import_books(OPERATOR, [(path, path.name) for path in paths], told)
    except MonosashiError as error:
        fail(error)
    for one in found:
        if one.unknown:
            say(
                f"{one.name}：何の帳簿か分からないため、取り込みませんでした。 It is not known which book it is; not imported."
            )
        elif one.already:
            say(f"{one.name}：前に取り込んだものと同じです。何も変えていません。 Imported before; nothing was changed.")
        else:
            again = f"、続きから（{one.resumed:,} から） resumed" if one.resumed else ""
            say(
                f"{one.name}：{one.projects + one.appropriations:,} 行 lines（前と同じ as before {one.unchanged:,}、"
                f"置き換え replaced {one.replaced:,}、取り込めない所 not taken {one.faults:,}）{again}"
            )
        print("\t".join((one.name, one.sha256, str(one.projects), str(one.appropriations), str(one.faults))))
    if all(one.unknown for one in found):
        raise typer.Exit(EXIT_UNREADABLE)


@contextmanager
def _bar(*, shown: bool) -> Iterator[Callable[[str, int, int, int], None]]:
    """A bar over the files by their size, with the lines of the one that is being read."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not shown, transient=True) as progress:
        task = progress.add_task("取り込み importing", total=None)

        def told(name: str, lines: int, done: int, size: int) -> None:
            progress.update(task, description=f"{name} {lines:,} 行 lines", completed=done, total=size)

        yield told
