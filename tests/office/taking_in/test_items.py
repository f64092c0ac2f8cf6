"""The work list: nothing on the paper is absorbed in silence."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import Cell, Coverage, Document, Guess, Message, Place, Reading, Sheet, Trace
from monosashi.model.path import leaves
from monosashi.office.reprinting import reprinted
from monosashi.office.taking_in.doubts import doubts
from monosashi.office.taking_in.items import ItemKind, work_items
from tests.publishing.html.sheets import MEASURE, finding, sheets, small_sheet

DOCUMENT = Document(name="表.xlsx", sha256="0" * 64)
PLACES = st.builds(
    lambda x, y: Place(page=1, x0=x, top=y, x1=x, bottom=y, worksheet="様式"), st.integers(1, 3), st.integers(1, 3)
)
CELLS = st.lists(st.builds(Cell, place=PLACES, text=st.text("余り1※ \n", max_size=3)), max_size=6)


def reading(sheet: Sheet, **fields: object) -> Reading:
    """A reading of a sheet that stands on no paper."""
    return Reading.model_validate({"document": DOCUMENT, "sheet": sheet, "trace": Trace(), **fields})


@given(sheets(), CELLS, st.data())
def test_every_left_over_cell_guess_remark_and_doubt_is_an_item(
    sheet: Sheet, left: list[Cell], data: st.DataObject
) -> None:
    some = st.lists(st.sampled_from([path for path, _ in leaves(sheet)]), max_size=3)
    guessed, remarked = data.draw(some), data.draw(some)
    why = Message(ja="近くにあるため。", en="It is near.")
    raw = reading(
        sheet,
        leftover=tuple(left),
        guesses=tuple(Guess(path=path, reason=why) for path in guessed),
        findings=tuple(finding(path) for path in remarked),
    )
    items = work_items(raw, raw)
    over = Counter(one.text for one in items if one.kind is ItemKind.LEFTOVER)
    assert over == Counter(cell.text for cell in left)
    assert {*guessed, *remarked, *(path for path, _, _ in doubts(sheet))} <= {one.path for one in items}
    assert len({one.key for one in items}) == len(items)
    assert work_items(raw, raw) == items


@pytest.mark.parametrize(
    ("path", "text", "doubtful"),
    [
        (f"{MEASURE}/target/value", "1,300件程度", False),
        (f"{MEASURE}/target/value", "1,3OO件 12", True),
        (f"{MEASURE}/target/value", "港を３つ整える。", False),
        (f"{MEASURE}/target/value", "－", False),
        (f"{MEASURE}/target/value", "※１", False),
        (f"{MEASURE}/actuals/1/value", "集計中（２月）", False),
        (f"{MEASURE}/target/year", "令和五年頃", True),
        ("/money/0", "百円ほど", True),
        ("/money/0", "※１", False),
        ("/cabinet/0/date", "去年", True),
        ("/title", "事前分析表", True),
        ("/identifier", "（総務省）", True),
    ],
)
def test_a_doubt_is_a_value_that_means_nothing(path: str, text: str, doubtful: bool) -> None:
    found = {at for at, _, _ in doubts(reprinted(small_sheet(), path, text))}
    assert (path in found) is doubtful


def test_the_whole_is_in_doubt_where_much_was_left_over_or_the_form_is_unknown() -> None:
    unknown = small_sheet().model_copy(update={"form": "unknown"})
    kinds = [one.kind for one in work_items(*[reading(unknown, coverage=Coverage(fields=90, leftover=10))] * 2)]
    assert kinds[:2] == [ItemKind.FORM, ItemKind.COVERAGE]
    kinds = [one.kind for one in work_items(*[reading(small_sheet(), coverage=Coverage(fields=99, leftover=1))] * 2)]
    assert ItemKind.COVERAGE not in kinds


def test_what_concerns_one_field_is_one_item_with_its_reasons() -> None:
    path = f"{MEASURE}/target/value"
    why = Message(ja="近くにあるため。", en="It is near.")
    raw = reading(small_sheet(), guesses=(Guess(path=path, reason=why),), findings=(finding(path),))
    (item,) = [one for one in work_items(raw, raw) if one.path == path]
    assert (item.kind, item.reasons) == (ItemKind.GUESS, (why, finding(path).message))


def test_items_come_in_the_order_of_kinds() -> None:
    raw = reading(small_sheet(), leftover=(Cell(place=Place(page=1, x0=1, top=1, x1=1, bottom=1), text="余"),))
    order = [list(ItemKind).index(one.kind) for one in work_items(raw, raw)]
    assert order == sorted(order)
