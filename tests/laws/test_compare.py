"""Comparing: what was changed is told once, and nothing else; print alone is no change, and no other change is silent."""

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import Printed, Sheet
from monosashi.model.indicator import read_actual
from monosashi.model.path import leaves, resolve
from monosashi.office import Change, compare
from tests.laws.edits import of_one_name, printed_anew, put
from tests.laws.other_sheets import other_sheets
from tests.laws.planting import Plant, planted
from tests.laws.plants import NEW, plants


@st.composite
def disjoint(draw: st.DrawFn, sheet: Sheet) -> list[Plant]:
    """Up to three changes that touch different things."""
    rest = plants(sheet)
    taken: list[Plant] = []
    for kind in draw(st.lists(st.sampled_from(sorted({plant.kind for plant in rest})), max_size=3)):
        touched = {thing for plant in taken for thing in plant.touches}
        free = [plant for plant in rest if plant.kind == kind and not plant.touches & touched]
        if free:
            taken.append(draw(st.sampled_from(free)))
    return taken


@given(st.data())
def test_every_planted_change_is_told_once_and_nothing_else(data: st.DataObject) -> None:
    before = data.draw(other_sheets())
    after, expected = planted(before, data.draw(disjoint(before)))
    changes = compare(before, after).changes
    assert sorted((c.kind.value, old_path(c)) for c in changes) == expected
    for sheet, paths in ((before, {c.before_path for c in changes}), (after, {c.after_path for c in changes})):
        for path in paths - {None}:
            resolve(sheet, path or "")  # raises where nothing stands
    back = compare(after, before).changes
    assert Counter((c.after_path, c.before_path, c.after, c.before, c.score) for c in back) == Counter(
        (c.before_path, c.after_path, c.before, c.after, c.score) for c in changes
    )


def old_path(change: Change) -> str:
    """Where it stood before; where it stands now, if it was not there."""
    return change.before_path if change.before_path is not None else change.after_path or ""


@given(other_sheets())
def test_a_sheet_differs_in_nothing_from_itself(sheet: Sheet) -> None:
    assert compare(sheet, sheet).changes == ()


@given(st.data())
def test_things_of_one_name_are_not_confused(data: st.DataObject) -> None:
    before = of_one_name(data.draw(other_sheets()))
    plant = data.draw(st.sampled_from(plants(before)))
    after, expected = planted(before, [plant])
    assert [(c.kind.value, old_path(c)) for c in compare(before, after).changes] == expected


@given(other_sheets())
def test_print_alone_is_no_change(sheet: Sheet) -> None:
    anew = printed_anew(sheet)
    assert compare(sheet, anew).changes == compare(anew, sheet).changes == ()


#: Leaves of which another print alone is told as nothing. The year over a column: a later sheet prints later years, and
#: what stands in the column is told. The paths by which a rationale names its measures: they are printed nowhere.
_UNTOLD = re.compile(r".*/(?:years/\d+|(?:actuals|money|amounts)/\d+/year)|/rationales/\d+/measures/\d+")


@given(st.data())
def test_no_printed_leaf_differs_in_silence(data: st.DataObject) -> None:
    before = data.draw(other_sheets())
    told = [path for path, _ in leaves(before) if not _UNTOLD.fullmatch(path)]
    for path in data.draw(st.lists(st.sampled_from(told), min_size=1, max_size=8, unique=True)):
        text = dict(leaves(before))[path]
        after = reprinted(before, path, data.draw(st.sampled_from([f"{text}改", f"改{text}", NEW])))
        assert compare(before, after).changes
        assert compare(after, before).changes


def reprinted(sheet: Sheet, path: str, text: str) -> Sheet:
    """The sheet with another text at a leaf, which means what it says."""
    here = resolve(sheet, path)
    if not isinstance(here, Printed):
        return _put(sheet, path, text)
    beside = {name: getattr(here, name) for name in type(here).model_fields if name not in here.meant}
    now = type(here).model_validate({**beside, "text": text})
    owner, _, field = path.rpartition("/")
    if "/actuals/" in path and field == "value":
        actual = resolve(sheet, owner)
        own = sheet.title.nendo.year if sheet.title.nendo else None
        read = read_actual(text, actual.year, own).model_copy(update={"mark": actual.mark})
        return _put(sheet, owner, read)
    return _put(sheet, path, now)


def _put(sheet: Sheet, path: str, now: object) -> Sheet:
    found = put(sheet, path, now)
    assert isinstance(found, Sheet)
    return found
