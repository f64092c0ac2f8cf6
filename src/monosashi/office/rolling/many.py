"""Rolling many forward: the sheets of one year, each with what would become of it. Each is made in a transaction of its
own, so that what one refuses does not undo another."""

from monosashi.model import Message, Noun
from monosashi.model.error import MonosashiError
from monosashi.office.framework.linking import SheetLine, sheet_lines
from monosashi.office.framework.tree import found_period
from monosashi.office.keeping import Actor, within
from monosashi.office.rolling.carrying import Choices
from monosashi.office.rolling.forward import preview
from monosashi.store.models import KeptSheet, SheetKind


class Candidate(Noun):
    """A sheet that may be rolled forward. ``made``: the name the new sheet would have; ``exists``: whether it is there;
    ``refused``: why it cannot be made."""

    sheet: SheetLine
    version: int
    made: str
    number: str
    exists: bool
    changes: int
    renewals: int
    refused: Message | None = None


def candidates(actor: Actor, period: int, nendo: int) -> tuple[Candidate, ...]:
    """The sheets of a fiscal year that the actor may roll forward into the next one, of a period's ministry. Raises
    ``NoSuchPeriod``."""
    kept = found_period(actor, period)
    rows = KeptSheet.objects.filter(
        within(actor, "edit"), ministry=kept.ministry, nendo=nendo, kind=SheetKind.PLAN, head__isnull=False
    )
    versions = dict(rows.values_list("slug", "head__number"))
    return tuple(_candidate(actor, line, versions[line.slug] or 0) for line in sheet_lines(actor, rows))


def _candidate(actor: Actor, line: SheetLine, version: int) -> Candidate:
    try:
        seen = preview(actor, line.slug, Choices())
    except MonosashiError as error:
        return Candidate(
            sheet=line,
            version=version,
            made="",
            number=line.number,
            exists=False,
            changes=0,
            renewals=0,
            refused=error.message,
        )
    return Candidate(
        sheet=line,
        version=seen.version,
        made=seen.exists or seen.new_slug,
        number=seen.number,
        exists=bool(seen.exists),
        changes=len(seen.carried.moved),
        renewals=len(seen.carried.renewals),
    )
