"""Laws of structure and merging, over sheets of any shape."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from monosashi.model.path import is_leaf, leaves, resolve
from monosashi.office.authoring.editing import edit, edits_between
from monosashi.office.authoring.merging import merge
from monosashi.office.authoring.structure import Authored, add, done, removed
from tests.office.authoring.acts import authored_sheets, changed, edited

#: A sheet is large, and to shrink one takes minutes that tell little.
FEW = settings(max_examples=15, phases=(Phase.explicit, Phase.generate), database=None)


def _ids_fit(one: Authored) -> bool:
    paths = [path for path, _, _ in one.sheet.measures()]
    return sorted(one.identities) == sorted(paths) and len(set(one.identities.values())) == len(paths)


@FEW
@given(one=authored_sheets, data=st.data())
def test_what_is_added_and_removed_leaves_the_sheet_as_it_was(one: Authored, data: st.DataObject) -> None:
    kinds = [("goal", ""), ("programme", ""), ("cabinet", ""), ("note", "")]
    kinds += [("lever", "/goals/0")] if one.sheet.goals else []
    kinds += [("indicator", path.rpartition("/indicators")[0]) for path, _ in one.sheet.indicators()]
    kind, above = data.draw(st.sampled_from(kinds))
    rows = above + {"goal": "/goals", "programme": "/programmes", "cabinet": "/cabinet", "note": "/notes"}.get(
        kind, f"/{kind}s"
    )
    place = data.draw(st.integers(0, len(resolve(one.sheet, rows))))
    assert removed(add(one, kind, above, place), f"{rows}/{place}") == one


@FEW
@given(one=authored_sheets, data=st.data())
def test_ids_stay_unique_and_each_measure_keeps_its_own(one: Authored, data: st.DataObject) -> None:
    names = {identity: resolve(one.sheet, path).name for path, identity in one.identities.items()}
    for _ in range(3):
        one = data.draw(changed(one, acts=1).filter(_ids_fit))
    kept = {identity: resolve(one.sheet, path).name for path, identity in one.identities.items() if identity in names}
    assert _ids_fit(one)
    moved = {identity for identity, name in kept.items() if name != names[identity]}
    assert moved <= {i for i in kept if kept[i].text in ("45件", "別の文言", "集計中", "", "１２社程度")}


@FEW
@given(one=authored_sheets, data=st.data())
def test_merging_with_one_who_did_nothing_is_the_other(one: Authored, data: st.DataObject) -> None:
    other = data.draw(changed(one))
    for merged in (merge(one, other, one), merge(one, one, other), merge(one, other, other)):
        assert (merged.sheet, merged.identities, merged.collisions) == (*other, ())


@FEW
@given(one=authored_sheets, data=st.data())
def test_nothing_that_either_wrote_is_lost(one: Authored, data: st.DataObject) -> None:
    mine, theirs = data.draw(changed(one)), data.draw(changed(one))
    merged = merge(one, mine, theirs)
    assert _ids_fit(Authored(merged.sheet, merged.identities))
    stands = {text for _, text in leaves(merged.sheet)}
    stands |= {text for c in merged.collisions for text in (c.mine, c.theirs)}
    before = [text for _, text in leaves(one.sheet)]
    for side in (mine, theirs):
        now = [text for _, text in leaves(side.sheet)]
        assert {text for text in now if now.count(text) > before.count(text)} <= stands


@FEW
@given(one=authored_sheets, data=st.data())
def test_edits_between_two_states_make_the_one_of_the_other(one: Authored, data: st.DataObject) -> None:
    other = data.draw(edited(one))
    again = edit(one.sheet, edits_between(one.sheet, other.sheet))
    assert list(leaves(again)) == list(leaves(other.sheet))


@FEW
@given(one=authored_sheets)
def test_renumbering_twice_is_renumbering_once(one: Authored) -> None:
    assert done(done(one, "renumber:"), "renumber:") == done(one, "renumber:")


@FEW
@given(one=authored_sheets)
def test_a_leaf_is_known_by_its_path_alone(one: Authored) -> None:
    paths = {path for path, _ in leaves(one.sheet)}
    near = paths | {f"{path}/text" for path in paths} | {path.rpartition("/")[0] for path in paths}
    near |= {f"{path}/quantity/unit" for path in paths} | {"", "/goals/99/text", "/form", "/goals/x"}
    assert {path for path in near if is_leaf(one.sheet, path)} == paths
