"""Programmes (達成手段) of a sheet beside the projects of a book: matched by name, start year, office and money.

The review number a sheet prints is a hint only: the seed's eight numbers point to eight other projects. What is likely but
not clear is left to a person, with the candidates; a law, a tax measure or an investment, for which no review sheet is
written, ends as NONE with that reason and never as a wrong match.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from monosashi.ledgers.beside import Beside, bears, beside
from monosashi.ledgers.identity import score_of
from monosashi.ledgers.means import Mean, edition_wanted, means_of, ministries_of
from monosashi.ledgers.naming import body, outside
from monosashi.ledgers.traits import Traits, traits
from monosashi.model.book import Book, Project
from monosashi.model.message import Message
from monosashi.model.reconciliation import Candidate, Certainty, ProgrammeMatch
from monosashi.model.sheet import Sheet

#: Bits from which on a programme whose name is a project's is that project, and from which on a person is asked.
_MATCHED: Final = 6.5
_ASKED: Final = 4.5
#: A name that is only alike is enough with much else, the money among it.
_ALIKE: Final = 9.0
#: A runner-up as near as this makes a match ambiguous.
_NEAR: Final = 1.5
_SHOWN: Final = 5


class _Edition(NamedTuple):
    """The ministry's projects in one edition, and what is said where it is not the sheet's own year's."""

    pool: tuple[Traits, ...]
    told: tuple[Message, ...]


class _Found(NamedTuple):
    """A programme with its candidates in one edition, best first; ``pointed``: the project that bears the printed number."""

    mean: Mean
    candidates: tuple[Beside, ...] = ()
    told: tuple[Message, ...] = ()
    pointed: Project | None = None

    @property
    def clear(self) -> bool:
        """Whether the best candidate is it, and no other is near."""
        if not self.candidates:
            return False
        best = self.candidates[0]
        enough = best.bits >= _MATCHED if best.named else best.bits >= _ALIKE and best.paid
        return enough and (len(self.candidates) < 2 or best.bits - self.candidates[1].bits >= _NEAR)

    @property
    def likely(self) -> bool:
        """Whether a person should look at the best candidate."""
        return bool(self.candidates) and self.candidates[0].bits >= _ASKED


def match_programmes(sheet: Sheet, projects: Sequence[Project]) -> tuple[ProgrammeMatch, ...]:
    """Each named programme of the sheet beside the projects of its ministry, in the sheet's order.

    ``projects``: of any editions and books; the edition of the sheet's own year is looked in first, and where another one
    had to do, the reasons say so.
    """
    editions = _editions(sheet, projects)
    return tuple(_settled([_found(mean, editions) for mean in means_of(sheet)]))


def _editions(sheet: Sheet, projects: Sequence[Project]) -> list[_Edition]:
    """The ministry's projects edition by edition, the nearest to the sheet's year first."""
    bodies = ministries_of(sheet, frozenset(project.ministry for project in projects))
    mine: dict[tuple[int, Book], list[Project]] = {}
    for project in projects:
        if not bodies or body(project.ministry) in bodies:
            mine.setdefault((project.edition, project.book), []).append(project)
    year = edition_wanted(sheet)
    nearest = sorted(mine, key=lambda one: _distance(one[0], one[1], year))
    return [_Edition(traits(mine[one]), _another_year(*one, year)) for one in nearest]


def _distance(edition: int, book: Book, year: int | None) -> tuple[int, int, str]:
    """The own year's edition, then the nearer, of two as near the later; the review sheets before the RS system."""
    return (0 if year is None else abs(edition - year)), -edition, book.value


def _another_year(edition: int, book: Book, year: int | None) -> tuple[Message, ...]:
    if year is None or edition == year:
        return ()
    ja, en = ("RSシステム", "RS system") if book is Book.RS_SYSTEM else ("レビューシート", "review sheets")
    said = Message(
        ja=f"{year}年度の版ではなく、{edition}年度の{ja}と照合しました。",
        en=f"Matched in the {en} of {edition}, not in the edition of {year}.",
    )
    return (said,)


def _found(mean: Mean, editions: Sequence[_Edition]) -> _Found:
    """The nearest edition in which it is clear what it is; else the nearest with a likely candidate; else the nearest."""
    looked = []
    for edition in editions:
        one = _in_edition(mean, edition)
        if one.clear:
            return one
        looked.append(one)
    return next((one for one in looked if one.likely), looked[0] if looked else _Found(mean))


def _in_edition(mean: Mean, edition: _Edition) -> _Found:
    compared = (beside(mean, project) for project in edition.pool)
    worth = sorted(
        (one for one in compared if one.bits >= _ASKED - 2), key=lambda one: (-one.bits, one.traits.project.id)
    )
    pointed = next((one.project for one in edition.pool if bears(mean, one)), None)
    return _Found(mean, tuple(worth), edition.told, pointed)


def _settled(found: Sequence[_Found]) -> Iterator[ProgrammeMatch]:
    """A project is one programme's only: where two claim it, the better keeps it, and a person is asked of the other."""
    claims: dict[str, _Found] = {}
    for one in found:
        if one.clear:
            best = one.candidates[0]
            held = claims.get(best.traits.project.id)
            if held is None or best.bits > held.candidates[0].bits:
                claims[best.traits.project.id] = one
    for one in found:
        holder = claims.get(one.candidates[0].traits.project.id) if one.candidates else None
        yield _match(one, claimed=holder is not None and holder is not one)


def _match(one: _Found, *, claimed: bool) -> ProgrammeMatch:
    what = None if one.mean.number_key else outside(one.mean.name)
    if not one.likely or (what and not one.candidates[0].named):
        return _unmatched(one, what)
    best = one.candidates[0]
    certain = one.clear and not claimed
    project = best.traits.project
    return _of(
        one,
        Certainty.CERTAIN if certain else Certainty.AMBIGUOUS,
        project if certain else None,
        best,
        (*one.told, *best.reasons) if certain else (*one.told, *best.reasons, _undecided(one, claimed=claimed)),
    )


def _unmatched(one: _Found, what: Message | None) -> ProgrammeMatch:
    if what:
        reason = Message(
            ja=f"{what.ja}であり、行政事業レビューの番号も印刷されていません。対象の事業はないものとしました。",
            en=f"It is {what.en} and prints no review number: taken to have no project.",
        )
    else:
        reason = Message(ja="名称の似た事業がありません。", en="No project has a like name.")
    return _of(one, Certainty.NONE, None, None, (reason,))


def _of(
    one: _Found, certainty: Certainty, project: Project | None, best: Beside | None, reasons: tuple[Message, ...]
) -> ProgrammeMatch:
    other = one.pointed.name if one.pointed and one.pointed is not (best.traits.project if best else None) else ""
    return ProgrammeMatch(
        path=one.mean.path,
        number=one.mean.number,
        name=one.mean.name,
        printed_review_number=one.mean.review_number,
        matched=project.id if project else "",
        matched_review_number=project.number if project else "",
        points_to=other,
        certainty=certainty,
        score=score_of(best.bits, _ASKED) if best else score_of(-60),
        reasons=(*reasons, *_pointing(one.mean.review_number, other)),
        candidates=tuple(_candidate(found) for found in one.candidates[:_SHOWN]),
    )


def _pointing(printed: str, other: str) -> tuple[Message, ...]:
    if not other:
        return ()
    said = Message(
        ja=f"印刷された事業番号{printed}は、公開された帳簿では「{other}」の番号です。",
        en=f"The printed number {printed} is that of {other} in the published book.",
    )
    return (said,)


def _undecided(one: _Found, *, claimed: bool) -> Message:
    if claimed:
        return Message(ja="同じ事業が別の達成手段と一致しています。", en="The same project is another programme's.")
    if len(one.candidates) > 1 and one.candidates[0].bits - one.candidates[1].bits < _NEAR:
        return Message(ja="近い候補が複数あるため、人が選びます。", en="Several candidates are near: a person chooses.")
    return Message(ja="決め手が足りないため、人が確かめます。", en="The evidence is not enough: a person decides.")


def _candidate(found: Beside) -> Candidate:
    project = found.traits.project
    return Candidate(
        book=project.book,
        edition=project.edition,
        id=project.id,
        name=project.name,
        score=score_of(found.bits, _ASKED),
        reasons=found.reasons,
    )
