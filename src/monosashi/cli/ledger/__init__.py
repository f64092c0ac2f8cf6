"""``monosashi ledger``: the outside books (review sheets, the RS system, budget and settlement)."""

import typer

from monosashi.cli.ledger.importing import import_
from monosashi.cli.ledger.linking import link
from monosashi.cli.ledger.matching import match
from monosashi.cli.ledger.reconciling import reconcile

ledger = typer.Typer(
    name="ledger",
    help="外の帳簿を取り込み、突き合わせる。 Import outside books, and lay sheets beside them.",
    no_args_is_help=True,
    add_completion=False,
)


@ledger.callback()
def books() -> None:
    """外の帳簿を取り込み、突き合わせる。 Import outside books, and lay sheets beside them."""


ledger.command("import")(import_)
ledger.command("link")(link)
ledger.command("match")(match)
ledger.command("reconcile")(reconcile)

__all__ = ["ledger"]
