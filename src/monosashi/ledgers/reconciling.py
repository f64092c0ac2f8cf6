"""Reconcile: a sheet beside the outside books, its money beside the state's accounts and its means beside the projects.

Nothing here is settled by a code that two books share: the policy's lines are found by name, ministry and office, the
projects by name, start year and office. What a person has chosen goes before what was found.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from monosashi.ledgers.budget_lines import BudgetBook, BudgetLine
from monosashi.ledgers.means_sums import behind, means_sums
from monosashi.ledgers.measures import match_measures
from monosashi.ledgers.printed_money import printed_years, sheet_year
from monosashi.ledgers.programmes import match_programmes
from monosashi.ledgers.rebuilding import policy_years
from monosashi.ledgers.sections import Asked, Found, find_sections, is_of
from monosashi.model import Sheet, StatementRole
from monosashi.model.book import Appropriation, Book, Project
from monosashi.model.folding import key, unbroken
from monosashi.model.message import Message
from monosashi.model.reconciliation import Candidate, Certainty, LedgerChoice, ProgrammeMatch, Reconciliation

#: What a choice is about that is not about a programme.
POLICY: Final = "policy"


def reconcile(
    sheet: Sheet,
    projects: Iterable[Project],
    appropriations: Iterable[Appropriation],
    choices: Sequence[LedgerChoice] = (),
) -> Reconciliation:
    """What the books say of the sheet. ``projects``: of one edition of the review sheets, of any ministries;
    ``appropriations``: budgets and settlements of any years; either may be empty. ``choices``: of each subject the last
    counts."""
    known, book = tuple(projects), BudgetBook.of(appropriations)
    chosen = {choice.about: choice for choice in choices}
    printed, running = printed_years(sheet), sheet_year(sheet)
    asked = Asked.of(sheet, ministry_of(sheet, book), printed)
    found = _as_chosen(find_sections(asked, book), book, chosen.get(POLICY))
    near = tuple(one.line for one in found.likely)
    years = policy_years(book, found.lines, near, printed, running.year) if running else ()
    matches = tuple(_programme(match, known, chosen) for match in match_programmes(sheet, known))
    return Reconciliation(
        policy=years,
        programmes=matches,
        measures=match_measures(sheet, known),
        section=_candidates(found),
        section_certainty=found.certainty,
        section_chosen=tuple(line.id for line in found.lines),
        section_reasons=found.reasons,
        sums=means_sums(years, behind(matches, known)),
        edition=max((project.edition for project in known), default=None),
    )


def ministry_of(sheet: Sheet, book: BudgetBook) -> str:
    """The ministry the sheet is of, as the books name it: its number's, else the longest name of a ministry or agency that
    its title and offices name. Empty: none is named."""
    told = sheet.identifier.ministry
    if told and any(is_of(line, told) for line in book.lines):
        return told
    texts = [sheet.title.text, sheet.identifier.text]
    texts += [one.text for one in sheet.policy.statements if one.role in (StatementRole.OFFICE, StatementRole.NAME)]
    flat = key(" ".join(texts))
    names = {name for line in book.lines for name in (line.ministry, line.organisation) if name and "、" not in name}
    return max((name for name in sorted(names) if key(name) in flat), key=len, default=told)


def subject_of(programme: str) -> str:
    """What a choice about a programme is kept under: its name without blanks and width."""
    return key(unbroken(programme))


def _as_chosen(found: Found, book: BudgetBook, choice: LedgerChoice | None) -> Found:
    """The lines a person chose, in place of those that were found."""
    if choice is None:
        return found
    lines: tuple[BudgetLine, ...] = tuple(line for line in book.lines if line.id in choice.chosen)
    return Found(Certainty.CHOSEN, lines, found.likely, (_chosen(choice),))


def _programme(match: ProgrammeMatch, projects: tuple[Project, ...], chosen: dict[str, LedgerChoice]) -> ProgrammeMatch:
    """The match as a person settled it, where one did."""
    choice = chosen.get(subject_of(match.name))
    if choice is None:
        return match
    one = next((project for project in projects if project.id in choice.chosen), None)
    if one is None and choice.chosen:
        return match
    score = next((candidate.score for candidate in match.candidates if one and candidate.id == one.id), match.score)
    return match.model_copy(
        update={
            "matched": one.id if one else "",
            "matched_review_number": one.number if one else "",
            "certainty": Certainty.CHOSEN,
            "score": score,
            "reasons": (_chosen(choice), *match.reasons),
        }
    )


def _chosen(choice: LedgerChoice) -> Message:
    who = f"{choice.who} {choice.when}".strip()
    none = "" if choice.chosen else "（該当なし）", "" if choice.chosen else " (none fits)"
    return Message(
        ja=f"人が選んだ{none[0]}：{who} {choice.why}".strip(),
        en=f"chosen by a person{none[1]}: {who} {choice.why}".strip(),
    )


def _candidates(found: Found) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            book=Book.SETTLEMENT,
            edition=max(one.nendo.year for one in likely.line.books),
            id=likely.line.id,
            name=likely.line.name,
            score=likely.score,
            reasons=likely.reasons,
        )
        for likely in found.likely
    )
