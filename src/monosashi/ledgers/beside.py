"""Beside: one programme of a sheet beside one project, piece by piece of evidence, in bits (see evidence.py)."""

from typing import Final, NamedTuple

from monosashi.ledgers.means import Mean
from monosashi.ledgers.naming import likeness, plain
from monosashi.ledgers.traits import Traits, near
from monosashi.model.message import Message

_NAME_SAME: Final = 8.0
_NAME_CORE: Final = 7.5
_NAME_FORMER: Final = 7.0
#: Less than is enough: 国際機関分担金 may be another than 国際機関分担金（FinCoNet）, unless the start or the money says so.
_NAME_BARE: Final = 6.0
_ANOTHER_OF_SERIES: Final = -4.0
#: Names less alike than this many bits are not looked at further.
_UNLIKE: Final = 1.0

_Part = tuple[float, Message | None]


class Beside(NamedTuple):
    """A project beside a programme. ``named``: whether the names are the same one; ``paid``: whether a year's money is."""

    traits: Traits
    bits: float
    named: bool
    paid: bool
    reasons: tuple[Message, ...]


def beside(mean: Mean, project: Traits) -> Beside:
    """What speaks for the programme being this project."""
    bits, named, reason = _name(mean, project)
    if bits < _UNLIKE:
        return Beside(project, bits, named, paid=False, reasons=())
    money = _money(mean, project)
    parts: list[_Part] = [(bits, reason), _start(mean, project), _office(mean, project), money, _number(mean, project)]
    told = tuple(message for _, message in parts if message)
    return Beside(project, sum(part for part, _ in parts), named, money[0] > 0, told)


def bears(mean: Mean, project: Traits) -> bool:
    """Whether the project bears the review number that the sheet prints for the programme."""
    numbers = (plain(project.project.number), plain(project.project.id))
    return bool(mean.number_key) and mean.number_key in numbers


def _name(mean: Mean, project: Traits) -> tuple[float, bool, Message]:
    if mean.folded == project.name:
        return _NAME_SAME, True, Message(ja="名称が同じです。", en="The names are the same.")
    if mean.core == project.core:
        return _NAME_CORE, True, Message(ja="名称は語尾だけが違います。", en="The names differ in their endings only.")
    if mean.core in project.former_cores:
        return _NAME_FORMER, True, Message(ja="事業の旧名と同じです。", en="It is the project's older name.")
    if mean.bare == project.bare and (mean.bare == mean.core or project.bare == project.core):
        return (
            _NAME_BARE,
            True,
            Message(ja="名称は括弧の中の略称だけが違います。", en="The names differ in an abbreviation only."),
        )
    like = likeness(mean.grams, project.grams)
    bits = (like - 0.4) * 10 + (_ANOTHER_OF_SERIES if mean.figures != project.figures else 0)
    said = Message(
        ja=f"名称の似方は{like:.2f}です（1が同じ）。", en=f"The names are alike by {like:.2f} (1 is the same)."
    )
    return bits, False, said


def _start(mean: Mean, project: Traits) -> _Part:
    printed, start = mean.start, project.project.start
    if printed is None or start is None:
        return 0, None
    if printed == start:
        return 2, Message(ja=f"開始年度が同じです（{start}年度）。", en=f"Both began in {start}.")
    return -1 if abs(printed - start) == 1 else -3, Message(
        ja=f"開始年度が違います（表は{printed}年度、帳簿は{start}年度）。",
        en=f"The sheet says it began in {printed}, the book {start}.",
    )


def _office(mean: Mean, project: Traits) -> _Part:
    if any(part and part in mean.office for part in (project.bureau, project.division)):
        return 1, Message(ja="担当部局が同じです。", en="The office is the same.")
    return 0, None


def _money(mean: Mean, project: Traits) -> _Part:
    """Years in which the sheet's budget (予算計 or 当初予算) or execution is the project's."""
    agreeing: list[str] = []
    differing: list[str] = []
    for year, budget, executed in mean.money:
        stated = project.money.get(year)
        if stated is None or not stated.largest:
            continue
        same_budget = budget and (near(budget, stated.total) or near(budget, stated.initial))
        same = same_budget or (executed and near(executed, stated.executed))
        (agreeing if same else differing).append(str(year))
    if agreeing:
        years = "・".join(agreeing)
        return min(6, 3 * len(agreeing)), Message(
            ja=f"{years}年度の金額が一致します。", en=f"The money of {years} agrees."
        )
    if differing:
        return -0.5 * min(3, len(differing)), Message(
            ja="金額が一致する年度がありません。", en="No year's money agrees."
        )
    return 0, None


def _number(mean: Mean, project: Traits) -> _Part:
    if bears(mean, project):
        return 0.5, Message(ja="印刷された事業番号と同じ番号です。", en="It bears the printed review number.")
    return 0, None
