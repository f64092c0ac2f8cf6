"""Comparing: what was changed is told once, and nothing else; print alone is no change."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import Sheet
from monosashi.model.path import resolve
from monosashi.office import Change, compare
from tests.laws.edits import of_one_name, printed_anew
from tests.laws.plants import Plant, planted, plants
from tests.laws.sheets import sheets


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
    before = data.draw(sheets())
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


@given(sheets())
def test_a_sheet_differs_in_nothing_from_itself(sheet: Sheet) -> None:
    assert compare(sheet, sheet).changes == ()


@given(st.data())
def test_things_of_one_name_are_not_confused(data: st.DataObject) -> None:
    before = of_one_name(data.draw(sheets()))
    plant = data.draw(st.sampled_from(plants(before)))
    after, expected = planted(before, [plant])
    assert [(c.kind.value, old_path(c)) for c in compare(before, after).changes] == expected


@given(sheets())
def test_print_alone_is_no_change(sheet: Sheet) -> None:
    anew = printed_anew(sheet)
    assert compare(sheet, anew).changes == compare(anew, sheet).changes == ()
