"""Sheets that carry what only other forms print: the budget by stages and its items, judgements, units apart from the
values, groups of sub-indicators, signs of primary indicators, starting years in a column of their own."""

from collections.abc import Iterator

from hypothesis import strategies as st

from monosashi.model import (
    Budget,
    BudgetAmount,
    BudgetItem,
    BudgetRow,
    Judged,
    MeasureName,
    MoneyCell,
    Nendo,
    PrintedNendo,
    Sheet,
)
from monosashi.model.budget import budget_row_kind
from monosashi.model.nendo import print_nendo
from tests.laws.edits import put
from tests.laws.sheets import sheets
from tests.laws.texts import names

_UNITS = st.sampled_from(("", "", "件", "％", "（単位：百万円）"))
_SIGNS = st.sampled_from(("", "", "○", "－", "◎"))
_JUDGED = st.sampled_from(("", "", "○", "（○）", "A", "イ", "－", "達成"))
_YEAR_MARKS = st.sampled_from(("", "", "95.4%", "○", "Ａ", "－"))
_GROUPS = st.sampled_from(("", "", "車両の数", "駅の\n設備＊"))
_TAGS = st.sampled_from(("", "", "＊", "［主要］", "（単位：％）", "【改革工程表のＫＰＩ】"))
_STARTED = st.sampled_from(("", "平成20年度", "令和元年度", "随時", "－"))
_ROWS = (
    "当初予算(a)",
    "補正予算(b)",
    "繰越し等（c）",
    "合計（a+b+c）",
    "執行額（千円、d）",
    "執行率（d/(a+b+c)）",
    "参考",
)
_AMOUNTS = st.sampled_from(
    ("1,200", "▲ 1,940", "0", "－", "", "95.4%", "300百万円", "（※記入は任意）", "〈120〉の内数")
)
_HEADS = st.sampled_from(("施策の予算額・執行額等", "予算の\n状況", ""))
_ITEM_MONEY = st.sampled_from(("1,200", "0", "－", "", "＜120＞"))


@st.composite
def other_sheets(draw: st.DrawFn) -> Sheet:
    """A sheet of ``sheets()`` with more on it than its form prints, or with nothing more."""
    sheet = draw(sheets())
    for path, now in draw(_further(sheet)):
        sheet = put(sheet, path, now)
    return sheet


@st.composite
def nearly_own_sheets(draw: st.DrawFn) -> Sheet:
    """A sheet of ``sheets()`` with a thing or two on it that other forms print, or with none. Without groups:
    the name of a group is not always read back as it was printed."""
    sheet = draw(sheets())
    further = [(path, now) for path, now in draw(_further(sheet)) if now and not path.endswith("/group")]
    for path, now in draw(st.lists(st.sampled_from(further), max_size=2)) if further else ():
        sheet = put(sheet, path, now)
    return sheet


@st.composite
def _further(draw: st.DrawFn, sheet: Sheet) -> list[tuple[str, object]]:
    own = sheet.title.nendo or Nendo(year=2021)
    found: list[tuple[str, object]] = []
    for path, _ in sheet.indicators():
        found += [(f"{path}/group", draw(_GROUPS)), (f"{path}/primary_mark", draw(_SIGNS))]
    for path, _, measure in sheet.measures():
        name = MeasureName.model_validate(measure.name.text + draw(_TAGS))
        found += [(f"{path}/name", name), (f"{path}/mark", Judged.model_validate(draw(_JUDGED)))]
        found.append((f"{path}/counted_in", draw(_UNITS)))
        found += [(f"{path}/actuals/{n}/mark", draw(_YEAR_MARKS)) for n in range(len(measure.actuals))]
    for n in range(len(sheet.programmes)):
        found.append((f"/programmes/{n}/started", PrintedNendo.model_validate(draw(_STARTED))))
    found.append(("/budgets", tuple(draw(st.lists(_budgets(own), max_size=2, unique_by=lambda one: one.label)))))
    found.append(("/budget_items", tuple(draw(st.lists(_budget_items(own), max_size=2)))))
    return found


def _years(own: Nendo) -> Iterator[PrintedNendo]:
    """The year before, the sheet's own, and the request for the next."""
    yield from (PrintedNendo.model_validate(print_nendo(Nendo(year=own.year + n))) for n in (-1, 0))
    coming = Nendo(year=own.year + 1)
    yield PrintedNendo(text=f"{print_nendo(coming)}要求額", nendo=coming)


@st.composite
def _budgets(draw: st.DrawFn, own: Nendo) -> Budget:
    rows = draw(st.lists(st.sampled_from(_ROWS), min_size=1, max_size=4, unique=True))
    return Budget(label=draw(_HEADS), rows=tuple(draw(_budget_rows(label, own)) for label in rows))


@st.composite
def _budget_rows(draw: st.DrawFn, label: str, own: Nendo) -> BudgetRow:
    """A row with an amount under each head, or one text over the first two."""
    before, now, request = _years(own)
    apart, over_two = ((before,), (now,), (request,)), ((before, now), (request,))
    heads: tuple[tuple[PrintedNendo, ...], ...] = over_two if draw(st.booleans()) else apart
    amounts = tuple(
        BudgetAmount.model_validate({"text": draw(_AMOUNTS)}).model_copy(update={"years": head}) for head in heads
    )
    return BudgetRow(
        label=label, kind=budget_row_kind(label), unit=draw(st.sampled_from(("", "百万円"))), amounts=amounts
    )


@st.composite
def _budget_items(draw: st.DrawFn, own: Nendo) -> BudgetItem:
    years = list(_years(own))[:2]
    return BudgetItem(
        mark=draw(st.sampled_from(("●", "◆", ""))),
        number=draw(st.sampled_from(("1", "", "A"))),
        account=draw(st.sampled_from(("一般会計", "特別会計"))),
        organisation=draw(names()),
        item=draw(names()),
        matter=draw(st.one_of(st.just(""), names())),
        total=draw(st.sampled_from(("", "", "小計"))),
        amounts=tuple(MoneyCell.read(draw(_ITEM_MONEY), year, "千円") for year in years),
    )
