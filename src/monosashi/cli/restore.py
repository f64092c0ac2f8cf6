"""``monosashi restore``: a backup put into an empty store."""

from pathlib import Path
from typing import Annotated

import typer

from monosashi.cli.backup import Quiet
from monosashi.cli.office import Folder
from monosashi.cli.progress import parts_bar
from monosashi.cli.terminal import EXIT_FINDINGS, fail, say
from monosashi.model.error import MonosashiError

Source = Annotated[Path, typer.Argument(help="monosashi backup が書いたファイル / a file that monosashi backup wrote")]
Accept = Annotated[
    bool,
    typer.Option("--accept-problems", help="記録に問題があっても復元する / restore even if the log does not verify"),
]


def restore(file: Source, folder: Folder = None, accept_problems: Accept = False, quiet: Quiet = False) -> None:
    """控えを、空の書庫に復元する。 Put a backup into an empty store; everything is verified before it is kept."""
    from monosashi.office.places import default_folder  # noqa: PLC0415
    from monosashi.web.secret import make_secret_key  # noqa: PLC0415  no other verb waits for the web to load
    from monosashi.web.setup import set_up, where  # noqa: PLC0415

    try:
        make_secret_key(folder or default_folder())
        set_up(folder)
        from monosashi.office.operations.restoring import restore as put_back  # noqa: PLC0415

        with parts_bar("復元 restoring", shown=not quiet) as told:
            manifest, problems = put_back(file, told, accept_problems=accept_problems)
        place = where()
    except MonosashiError as error:
        fail(error)
    for problem in problems:
        print(f"{problem.code}\n  {problem.message.ja}\n  {problem.message.en}")
    number, hash_ = manifest.head
    say(f"復元しました：{place}（記録の末尾 {number}）。 Restored, the log up to entry {number}.")
    print(f"{number}:{hash_}")
    if problems:
        raise typer.Exit(EXIT_FINDINGS)
