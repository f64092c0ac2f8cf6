"""``monosashi check-office``: what the keeper of the system wants to be right, and what to do where it is not."""

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from monosashi.cli.office import Folder
from monosashi.cli.terminal import EXIT_FINDINGS, fail
from monosashi.model.error import MonosashiError

Quick = Annotated[bool, typer.Option("--quick", help="記録と版は調べない / leave out the log and the versions")]
_MARKS = {"good": "[green]よい good[/]", "advice": "[yellow]注意 mind[/]", "bad": "[bold red]問題 bad[/]"}


def check_office(folder: Folder = None, quick: Quick = False) -> None:
    """書庫と設定を点検する。 Check settings, database, log and everything kept, and say what to do."""
    from monosashi.web.setup import NoOffice, set_up, where  # noqa: PLC0415  no other verb waits for the web to load

    console = Console(soft_wrap=True, highlight=False)
    worst = False
    try:
        set_up(folder)
        from monosashi.office.operations.checking import check_office as checks  # noqa: PLC0415
        from monosashi.office.operations.standing import nothing_there  # noqa: PLC0415

        if nothing_there():
            raise NoOffice(where())
        for checked in checks(whole=not quick):
            worst = worst or checked.standing == "bad"
            console.print(f"{_MARKS[checked.standing]}  {checked.code}")
            console.print(f"  {escape(checked.found.ja)}\n  {escape(checked.found.en)}")
            if checked.todo:
                console.print(f"  → {escape(checked.todo.ja)}\n  → {escape(checked.todo.en)}")
    except MonosashiError as error:
        fail(error)
    if worst:
        raise typer.Exit(EXIT_FINDINGS)
