"""``monosashi rebuild``: the tables behind lists and searches drawn anew from the versions."""

import typer

from monosashi.cli.backup import Quiet
from monosashi.cli.office import Folder
from monosashi.cli.progress import parts_bar
from monosashi.cli.terminal import EXIT_FINDINGS, fail, say
from monosashi.model.error import MonosashiError


def rebuild(folder: Folder = None, quiet: Quiet = False) -> None:
    """一覧と検索を、版から作り直す。 Draw lists and searches anew from the versions alone; nothing else is touched."""
    from monosashi.web.setup import use_office  # noqa: PLC0415  no other verb waits for the web to load

    try:
        use_office(folder)
        from monosashi.office.operations.rebuilding import rebuild as draw_anew  # noqa: PLC0415

        with parts_bar("作り直し rebuilding", shown=not quiet) as told:
            broken = draw_anew(told)
    except MonosashiError as error:
        fail(error)
    for slug in broken:
        say(
            f"「{slug}」は開けない版があるので、一覧に出ません。 {slug} has a version that cannot be opened; no list shows it."
        )
    if broken:
        raise typer.Exit(EXIT_FINDINGS)
    say("一覧と検索を作り直しました。 Lists and searches are drawn anew.")
