"""The command line: one file per verb. Standard output carries data only; progress and messages go to standard error."""

import sys

import typer

from monosashi.cli.audit import audit
from monosashi.cli.backup import backup
from monosashi.cli.check_office import check_office
from monosashi.cli.compare import compare
from monosashi.cli.correct import correct
from monosashi.cli.demo import demo
from monosashi.cli.derive import derive
from monosashi.cli.judge import judge
from monosashi.cli.ledger import ledger
from monosashi.cli.office import office
from monosashi.cli.person import person
from monosashi.cli.publish import publish
from monosashi.cli.read import read
from monosashi.cli.rebuild import rebuild
from monosashi.cli.restore import restore
from monosashi.cli.serve import serve
from monosashi.cli.table import table
from monosashi.cli.terminal import EXIT_UNREADABLE, say
from monosashi.cli.verify_log import verify_log
from monosashi.model.error import MonosashiError

app = typer.Typer(
    name="monosashi",
    help="政策評価の事前分析表を読み、点検し、公表する。 Read, audit and publish policy evaluation sheets.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for verb in (
    read,
    table,
    audit,
    publish,
    compare,
    correct,
    judge,
    derive,
    serve,
    office,
    demo,
    verify_log,
    backup,
    restore,
    check_office,
    rebuild,
):
    app.command()(verb)

app.add_typer(person)
app.add_typer(ledger)


def main() -> None:
    """Run the command line; an error a user may see ends in one sentence, not in a traceback."""
    try:
        app()
    except MonosashiError as error:
        say(str(error))
        sys.exit(EXIT_UNREADABLE)


__all__ = ["app", "main"]
