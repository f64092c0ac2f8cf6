"""Reconciling in the office: a sheet, as the actor may see it, beside the books that were imported.

Whoever may see the sheet sees it beside the books; who may edit it may choose. The public sees what is released, without
the names of those who chose.
"""

from collections.abc import Iterable
from decimal import Decimal

from monosashi.auditing import audit_ledgers
from monosashi.ledgers.credits import BookCredit, credit_of
from monosashi.ledgers.means import ministries_of
from monosashi.ledgers.naming import body
from monosashi.ledgers.printed_money import sheet_year
from monosashi.ledgers.reconciling import reconcile, subject_of
from monosashi.model import Appropriation, Book, LedgerChoice, Noun, ProgrammeMatch, Project, Reconciliation, Sheet
from monosashi.model.folding import key, unbroken
from monosashi.model.measuring.review_year import review_year
from monosashi.office.keeping import Actor, Shelf, may, thing_of
from monosashi.office.ledgers.choosing import Standing, standing_choices
from monosashi.office.ledgers.on_files import nearest_edition
from monosashi.office.ledgers.reading_out import appropriations_of, budget_years, editions_of, projects_of
from monosashi.office.ledgers.refusals import NoSuchCandidate
from monosashi.office.library import NotInLibrary
from monosashi.office.review.marked import sheet_for
from monosashi.publishing.charts.scale import plain
from monosashi.store.models import KeptProject, KeptSheet

__all__ = ["Beside", "assert_may_choose", "beside_books", "match_named", "measure_name", "plain_number", "subject_of"]

#: The years of the budget around a sheet's own that tell something of it: its three, the one before and the one after.
_BEFORE, _AFTER = 3, 1


class Beside(Noun):
    """A sheet beside the books. ``projects``: those that stand behind its means; ``credits``: of the books it rests on, empty
    where none was imported; ``wanted``: the edition its review numbers are of; ``choices``: those that stand."""

    name: str
    sheet: Sheet
    told: Reconciliation
    projects: tuple[Project, ...] = ()
    choices: tuple[Standing, ...] = ()
    credits: tuple[BookCredit, ...] = ()
    wanted: int | None = None
    has_projects: bool = False
    has_budget: bool = False
    may_choose: bool = False
    inside: bool = False


def beside_books(actor: Actor, slug: str) -> Beside:
    """The sheet beside the books. Raises ``NotInLibrary``."""
    entry = Shelf(actor).get(slug)
    kept = KeptSheet.objects.select_related("ministry", "bureau", "division").filter(slug=slug).first()
    if kept is None:
        raise NotInLibrary(slug)
    thing, sheet = thing_of(kept), entry.reading.sheet
    inside = may(actor, "see_review", thing)
    choices = standing_choices(kept)
    projects, lines = _projects(sheet), _appropriations(sheet)
    counted = [one.choice if inside else _unnamed(one.choice) for one in choices]
    told = reconcile(sheet, projects, lines, counted)
    behind = {match.matched for match in told.programmes}
    books = [book for book, there in ((Book.REVIEW_SHEETS, projects), (Book.SETTLEMENT, lines)) if there]
    return Beside(
        name=slug,
        sheet=sheet,
        told=told.model_copy(update={"findings": audit_ledgers(sheet, told)}),
        projects=tuple(project for project in projects if project.id in behind),
        choices=choices if inside else (),
        credits=tuple(credit_of(book) for book in books),
        wanted=_wanted(sheet),
        has_projects=bool(projects),
        has_budget=bool(lines),
        may_choose=may(actor, "edit", thing),
        inside=inside,
    )


def assert_may_choose(actor: Actor, slug: str) -> None:
    """Raises ``NotInLibrary``, ``MayNot`` or ``SignInFirst`` where the actor may not choose for the sheet."""
    sheet_for(actor, slug, "edit")


def match_named(beside: Beside, path: str) -> ProgrammeMatch:
    """The match of the means at a path of the sheet. Raises ``NoSuchCandidate``."""
    found = next((match for match in beside.told.programmes if match.path == path), None)
    if found is None:
        raise NoSuchCandidate
    return found


def measure_name(sheet: Sheet, path: str) -> str:
    """The name of the measure at a path."""
    return next((unbroken(measure.name.name) for at, _, measure in sheet.measures() if at == path), "")


def plain_number(value: Decimal) -> str:
    """An amount for a page: thousands grouped, no idle zeros."""
    return plain(value)


def _unnamed(choice: LedgerChoice) -> LedgerChoice:
    """A choice without who made it and why."""
    return choice.model_copy(update={"who": "", "why": ""})


def _wanted(sheet: Sheet) -> int | None:
    year = review_year(sheet)
    return year.year if year else None


def _projects(sheet: Sheet) -> tuple[Project, ...]:
    """The projects of the sheet's ministry in the edition of its review numbers, else in the nearest."""
    editions, wanted = editions_of(Book.REVIEW_SHEETS), _wanted(sheet)
    if not editions:
        return ()
    edition = max(editions) if wanted is None else nearest_edition(editions, wanted)
    of_edition = KeptProject.objects.filter(book=Book.REVIEW_SHEETS.value, edition=edition)
    names = frozenset(of_edition.order_by("ministry").values_list("ministry", flat=True).distinct())
    own = ministries_of(sheet, names)
    wanted_names = [name for name in sorted(names) if not own or body(name) in own]
    return tuple(project for name in wanted_names for project in projects_of(edition, name))


def _appropriations(sheet: Sheet) -> tuple[Appropriation, ...]:
    """The lines of the sheet's ministry, of the years around its own. An agency's lines stand under the ministry it is
    attached to, so all lines are looked through where none is held by that name."""
    own, ministry = sheet_year(sheet), sheet.identifier.ministry
    if own is None:
        return ()
    years = [year for year in budget_years() if own.year - _BEFORE <= year <= own.year + _AFTER]
    found = _of_years(years, ministry) if ministry else ()
    return found or tuple(line for line in _of_years(years, "") if not ministry or _is_of(line, ministry))


def _of_years(years: Iterable[int], ministry: str) -> tuple[Appropriation, ...]:
    return tuple(line for year in years for line in appropriations_of(year, ministry))


def _is_of(line: Appropriation, ministry: str) -> bool:
    return key(ministry) in (key(line.ministry), key(line.organisation))
