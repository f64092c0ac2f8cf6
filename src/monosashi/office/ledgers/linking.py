"""Linking: which project of one edition goes on as which of the next, computed over what was imported and kept.

The links between two editions are drawn anew, and logged, in one transaction; what a person chose stays, and no other link
stands against it.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from django.db import transaction
from django.db.models import Q

from monosashi.ledgers.identity import linked
from monosashi.model import Noun, Project
from monosashi.model.identity import Link
from monosashi.model.reconciliation import Certainty
from monosashi.office.keeping import Actor, clock, require_role
from monosashi.office.ledgers.lines_kept import project_of
from monosashi.office.ledgers.refusals import NothingToLink
from monosashi.store.log import append
from monosashi.store.models import KeptProject, ProjectLink

#: Rows in one statement.
_BATCH: Final = 1000

#: What linking does not look at, and two editions of which would fill the memory.
_NOT_COMPARED: Final[dict[str, object]] = {"measures": (), "items": (), "outline": ""}

#: Told before each pair of editions: the two, how many pairs are done, and of how many.
Told = Callable[[str, str, int, int], None]
_Edition = tuple[int, str]


class LinkedEditions(Noun):
    """What was found between two editions. ``ambiguous``: of the links, those put to a person; ``chosen``: of the links, those
    a person had chosen; ``ended``, ``begun``: projects of the earlier and of the later edition that have none."""

    earlier: str
    later: str
    links: int
    ambiguous: int
    chosen: int
    ended: int
    begun: int


def link_books(actor: Actor, told: Told = lambda _earlier, _later, _done, _all: None) -> tuple[LinkedEditions, ...]:
    """Link every imported edition to the next. Raises ``NothingToLink``, ``MayNot``, ``SignInFirst``."""
    require_role(actor, "import_books")
    known = sorted(set(KeptProject.objects.order_by().values_list("edition", "book")))
    if len(known) < 2:
        raise NothingToLink
    found = []
    earlier_rows = _rows(known[0])
    for done, (earlier, later) in enumerate(pairwise(known)):
        told(_name(earlier), _name(later), done, len(known) - 1)
        later_rows = _rows(later)
        with transaction.atomic():
            found.append(_link(earlier, later, earlier_rows, later_rows))
            _log(actor, found[-1])
        earlier_rows = later_rows
    return tuple(found)


def _log(actor: Actor, found: LinkedEditions) -> None:
    append(
        "link-books",
        f"{found.earlier} - {found.later}",
        person=actor.signed,
        time=clock.now(),
        details={"links": found.links, "ambiguous": found.ambiguous},
    )


def _name(edition: _Edition) -> str:
    return f"{edition[1]} {edition[0]}"


def _rows(edition: _Edition) -> dict[str, tuple[int, Project]]:
    """The edition's projects with their rows, by the id."""
    rows = KeptProject.objects.filter(edition=edition[0], book=edition[1]).order_by("pk")
    return {row.code: (row.pk, project_of(row).model_copy(update=_NOT_COMPARED)) for row in rows.iterator(_BATCH)}


def _link(
    earlier: _Edition, later: _Edition, first: dict[str, tuple[int, Project]], second: dict[str, tuple[int, Project]]
) -> LinkedEditions:
    links = linked(_projects(first), _projects(second))
    rows = [_row(link, first, second) for link in links]
    chosen = _keep(earlier, later, rows)
    standing = [row for row in rows if _free(row, chosen)]
    befores = {*(row.before_id for row in standing), *(row.before_id for row in chosen)}
    afters = {*(row.after_id for row in standing), *(row.after_id for row in chosen)}
    return LinkedEditions(
        earlier=_name(earlier),
        later=_name(later),
        links=len(standing) + len(chosen),
        ambiguous=sum(row.certainty == Certainty.AMBIGUOUS for row in standing),
        chosen=len(chosen),
        ended=len(first) - len(befores),
        begun=len(second) - len(afters),
    )


def _projects(rows: dict[str, tuple[int, Project]]) -> Sequence[Project]:
    return [project for _, project in rows.values()]


def _row(link: Link, first: dict[str, tuple[int, Project]], second: dict[str, tuple[int, Project]]) -> ProjectLink:
    return ProjectLink(
        before_id=first[link.earlier[:200]][0],
        after_id=second[link.later[:200]][0],
        kind=link.kind.value,
        score=link.score,
        certainty=link.certainty.value,
        reasons=[reason.model_dump() for reason in link.reasons],
    )


def _keep(earlier: _Edition, later: _Edition, rows: Iterable[ProjectLink]) -> list[ProjectLink]:
    """Put the links between two editions in the place of those of an earlier run; gives those a person chose."""
    between = ProjectLink.objects.filter(
        before__edition=earlier[0], before__book=earlier[1], after__edition=later[0], after__book=later[1]
    )
    between.filter(~Q(certainty=Certainty.CHOSEN.value)).delete()
    chosen = list(between.order_by("pk"))
    ProjectLink.objects.bulk_create((row for row in rows if _free(row, chosen)), batch_size=_BATCH)
    return chosen


def _free(row: ProjectLink, chosen: Sequence[ProjectLink]) -> bool:
    """Whether no link that a person chose speaks of either end."""
    return not any(row.before_id == one.before_id or row.after_id == one.after_id for one in chosen)
