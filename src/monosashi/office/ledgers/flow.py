"""Flow: where a policy's money of one year comes from and goes to, as far as sheet and books tell.

項・事項 give the policy its budget; the means have what the review sheets state for the projects behind them, else what the
sheet prints; each is of an account. What no book tells is there without an amount. Equity, guarantees and loans stand apart
and are never added.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from monosashi.ledgers.means_sums import amount
from monosashi.ledgers.policy_differences import BUDGET
from monosashi.ledgers.rebuilding import SETTLED
from monosashi.model import Account, Message, MoneyLine, Nendo, PolicyYear, Programme, ProgrammeMatch, Project
from monosashi.model.book import Appropriation
from monosashi.model.folding import unbroken
from monosashi.model.measuring.arithmetic import minus, rounded_to, total
from monosashi.model.money import UNITS
from monosashi.model.noun import Noun
from monosashi.model.path import resolve
from monosashi.office.ledgers.reconciling import Beside
from monosashi.office.pages import Language, words
from monosashi.publishing.charts.drawing import Drawing
from monosashi.publishing.charts.flow import ACCOUNT, POLICY, PROGRAMME, SECTION, Flow, FlowLink, FlowNode, flow_picture
from monosashi.publishing.charts.scale import plain

#: Accounts that are no part of the budget.
_APART: Final = {
    Account.EQUITY: Message(ja="産投出資", en="equity (FILP)"),
    Account.GUARANTEE: Message(ja="政府保証", en="guarantee"),
    Account.LOAN: Message(ja="財政融資", en="loan (FILP)"),
}
_GENERAL: Final = Message(ja="一般会計", en="general account")
_UNTOLD: Final = Message(ja="会計の別は記されていない", en="no account is told")
_NOT_KNOWN: Final = Message(ja="額は分からない", en="amount not known")
_NO_MONEY: Final = Message(ja="予算なし（－）", en="no budget (a dash)")
_REST: Final = Message(ja="達成手段に現れない額", en="not seen in any means")
_OVER: Final = Message(ja="政策の額を超える分", en="beyond the policy’s amount")


class FlowRow(Noun):
    """A line of the table beside the picture."""

    start: str
    end: str
    told: str
    source: Message


class FlowView(Noun):
    """One year's flow: the picture, the same as a table, the years there are."""

    nendo: Nendo
    basis: str
    years: tuple[int, ...]
    drawing: Drawing | None
    rows: tuple[FlowRow, ...]


def flow_of(beside: Beside, language: Language, asked: int | None = None) -> FlowView | None:
    """The flow of the year that is asked for, else of the newest settled one that the sheet prints; None where no year of the
    policy's money is told."""
    told = [year for year in beside.told.policy if not year.predicted]
    if not told:
        return None
    settled = [year for year in told if year.basis == SETTLED]
    year = next((one for one in told if one.nendo.year == asked), (settled or told)[-1])
    drawn = _Drawn(beside, year, language)
    names = (drawn.t("flow.title", year=year.nendo.year), drawn.t("flow.what"))
    picture = flow_picture("flow", drawn.flow, drawn.t, names)
    return FlowView(
        nendo=year.nendo,
        basis=year.basis,
        years=tuple(one.nendo.year for one in told),
        drawing=picture,
        rows=tuple(drawn.rows),
    )


class _Drawn:
    """The stations and links of one year, put together in the order they are drawn in."""

    def __init__(self, beside: Beside, year: PolicyYear, language: Language) -> None:
        self.t = words(language)
        self._year = year
        self.rows: list[FlowRow] = []
        self._nodes: dict[str, FlowNode] = {}
        self._links: list[FlowLink] = []
        self._policy(unbroken(beside.sheet.policy.name), year)
        for line in year.used:
            self._section(line)
        by_id = {project.id: project for project in beside.projects}
        seen: set[str] = set()
        for match in beside.told.programmes:
            programme = resolve(beside.sheet, match.path)
            project = by_id.get(match.matched) if match.matched not in seen else None
            seen.add(match.matched)
            self._programme(match, programme, project)
        self._rest()

    @property
    def flow(self) -> Flow:
        """What was put together."""
        return Flow(self._year.nendo.year, self._year.unit, tuple(self._nodes.values()), tuple(self._links))

    def _policy(self, name: str, year: PolicyYear) -> None:
        budget = year.rebuilt_budget if year.printed_budget is None else year.printed_budget
        self._node("policy", POLICY, name, budget)

    def _section(self, line: Appropriation) -> None:
        yen = line.amount
        if line.current is not None:
            yen = minus(line.current, line.carried_out or Decimal(0))
        own = None if yen is None else rounded_to(yen / UNITS[self._year.unit], 0)
        key = f"section {line.organisation} {line.section} {line.item}"
        self._node(key, SECTION, f"{line.section} {line.item}".strip(), own)
        self._link(key, "policy", own, _SETTLEMENT)

    def _programme(self, match: ProgrammeMatch, programme: Programme, project: Project | None) -> None:
        key, name = match.path, f"{unbroken(match.number)} {unbroken(match.name)}".strip()
        lines = list(_lines(programme, self._year.nendo))
        own = amount(project, self._year, BUDGET) if project else _added(lines, self._year.unit)
        apart = [line for line in lines if line.account in _APART]
        if own is None and apart:
            self._node(key, PROGRAMME, name, None, self.t.of(_OUTSIDE), apart=True)
        else:
            self._node(
                key, PROGRAMME, name, own, "" if own is not None else self.t.of(_why(programme, self._year.nendo))
            )
            self._link("policy", key, own, _REVIEW if project else _PRINTED)
        for account in _accounts(project) if own is not None else ():
            said = self.t.of(account)
            self._node(f"account {said}", ACCOUNT, said, own, add=True)
            self._link(key, f"account {said}", own, _REVIEW if project else _PRINTED)
        for line in apart:
            said = self.t.of(_APART[line.account])
            self._node(f"account {said}", ACCOUNT, said, line.budget, apart=True, add=True)
            self._link(key, f"account {said}", line.budget, _PRINTED)

    def _rest(self) -> None:
        """What the policy has and no means shows, or the means have beyond it."""
        policy = self._nodes["policy"].amount
        own = [node.amount for node in self._nodes.values() if node.column == PROGRAMME and not node.apart]
        known = [one for one in own if one is not None]
        if policy is None or not known or minus(policy, total(known)) == 0:
            return
        off = minus(policy, total(known))
        if off > 0:
            self._node("rest", PROGRAMME, self.t.of(_REST), off)
            self._link("policy", "rest", off, _RECKONED)
        else:
            self.rows.append(
                FlowRow(start=self._nodes["policy"].name, end=self.t.of(_OVER), told=self._said(-off), source=_RECKONED)
            )

    def _node(
        self,
        key: str,
        column: int,
        name: str,
        own: Decimal | None,
        told: str = "",
        *,
        apart: bool = False,
        add: bool = False,
    ) -> None:
        before = self._nodes.get(key)
        if before and add and before.amount is not None and own is not None:
            own = total([before.amount, own])
        said = told or (self._said(own) if own is not None else self.t.of(_NOT_KNOWN))
        self._nodes[key] = FlowNode(key, column, name, own, said, apart)

    def _link(self, start: str, end: str, own: Decimal | None, source: Message) -> None:
        self._links.append(FlowLink(start, end, own))
        names = self._nodes[start].name, self._nodes[end].name
        said = self._said(own) if own is not None else self._untold(start, end)
        self.rows.append(FlowRow(start=names[0], end=names[1], told=said, source=source))

    def _untold(self, start: str, end: str) -> str:
        """Why there is no amount: what the station that has none says."""
        ends = (self._nodes[end], self._nodes[start])
        return next((node.told for node in ends if node.amount is None), self.t.of(_NOT_KNOWN))

    def _said(self, own: Decimal) -> str:
        return f"{plain(own)}{self._year.unit}"


_SETTLEMENT: Final = Message(ja="予算書・決算書", en="budget and settlement")
_REVIEW: Final = Message(ja="行政事業レビューシート", en="review sheets")
_PRINTED: Final = Message(ja="表の記載", en="as the sheet prints it")
_RECKONED: Final = Message(ja="差引き", en="reckoned")
_OUTSIDE: Final = Message(ja="政策の予算の外（財政投融資等）", en="outside the policy’s budget (FILP and the like)")


def _lines(programme: Programme, nendo: Nendo) -> Iterator[MoneyLine]:
    for cell in programme.money:
        if cell.year.nendo and cell.year.nendo.year == nendo.year:
            yield from (line for line in cell.lines if not line.included_only)


def _added(lines: Sequence[MoneyLine], unit: str) -> Decimal | None:
    """What the sheet itself prints as the means' budget, in the policy's unit."""
    own = [line for line in lines if line.account not in _APART and line.budget is not None]
    stated = [line.budget * UNITS.get(line.unit or unit, UNITS[unit]) / UNITS[unit] for line in own if line.budget]
    return total(stated) if stated else None


def _why(programme: Programme, nendo: Nendo) -> Message:
    """Why a means has no amount: a dash, a note to look elsewhere, or nothing."""
    cell = next((cell for cell in programme.money if cell.year.nendo and cell.year.nendo.year == nendo.year), None)
    if cell is None or not cell.text.strip("-－ー― "):
        return _NO_MONEY
    shown = unbroken(cell.text)
    return Message(ja=f"額は分からない（表は「{shown}」）", en=f"amount not known (the sheet has “{shown}”)")


def _accounts(project: Project | None) -> tuple[Message, ...]:
    """The account a project is of; where the book tells several it does not tell how much of each."""
    if project is None or not project.accounts:
        return (_UNTOLD,)
    said = "・".join(project.accounts)
    return (_GENERAL if said == "一般会計" else Message(ja=said, en=said),)
