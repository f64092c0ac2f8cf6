"""``monosashi ledger link``: the imported editions' projects linked from year to year."""

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from monosashi.cli.backup import Quiet
from monosashi.cli.office import Folder
from monosashi.cli.terminal import fail, say
from monosashi.model.error import MonosashiError


def link(folder: Folder = None, quiet: Quiet = False) -> None:
    """取り込んだ帳簿の事業を、年度から年度へつなぐ。 Link the projects of the imported books from year to year."""
    from monosashi.web.setup import use_office  # noqa: PLC0415  no other verb waits for the web to load

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    try:
        use_office(folder)
        from monosashi.office.ledgers.linking import link_books  # noqa: PLC0415
        from monosashi.office.people.operator import OPERATOR  # noqa: PLC0415

        with Progress(*columns, console=Console(stderr=True), disable=quiet, transient=True) as progress:
            task = progress.add_task("つなぐ linking", total=None)

            def told(earlier: str, later: str, done: int, of: int) -> None:
                progress.update(task, description=f"{earlier} → {later}", completed=done, total=of)

            found = link_books(OPERATOR, told)
    except MonosashiError as error:
        fail(error)
    for one in found:
        say(
            f"{one.earlier} → {one.later}：{one.links:,} 件 links（人が確かめる ambiguous {one.ambiguous:,}、"
            f"人が選択 chosen {one.chosen:,}、続きなし ended {one.ended:,}、前なし begun {one.begun:,}）"
        )
        print("\t".join((one.earlier, one.later, str(one.links), str(one.ambiguous), str(one.ended), str(one.begun))))
