"""Sheets with ids, and acts and edits on them, drawn at random."""

import re

from hypothesis import strategies as st

from monosashi.model import Sheet
from monosashi.model.path import leaves
from monosashi.office.authoring.editing import edit, slot_address
from monosashi.office.authoring.structure import Authored, done, money_heads, with_ids, year_heads
from tests.laws.sheets import sheets

#: Leaves whose text borrows nothing from its neighbours, so that an edit changes that leaf alone.
#: Labels, and the years over columns.
HEADS = re.compile(r"^/labels|/years/\d+$|/(?:actuals|money)/\d+/year$")
TEXTS = ("45件", "別の文言", "集計中", "", "１２社程度")


def authored(sheet: Sheet) -> Authored:
    """The sheet with an id that tells where each measure was."""
    return with_ids(sheet, {path: f"id of {path}" for path, _, _ in sheet.measures()})


authored_sheets = sheets().map(authored)


@st.composite
def changed(draw: st.DrawFn, one: Authored, acts: int = 2) -> Authored:
    """The sheet after a few edits and acts."""
    for _ in range(draw(st.integers(0, acts))):
        one = draw(st.one_of(edited(one), st.builds(done, st.just(one), acts_on(one))))
    return one


@st.composite
def edited(draw: st.DrawFn, one: Authored) -> Authored:
    """The sheet with another text at a leaf or two."""
    paths = [path for path, _ in leaves(one.sheet) if not HEADS.search(path)]
    chosen = draw(st.lists(st.sampled_from(paths), min_size=1, max_size=2, unique=True))
    edits = {slot_address(one.sheet, path): draw(st.sampled_from(TEXTS)) for path in chosen}
    return Authored(edit(one.sheet, edits), one.identities)


def acts_on(one: Authored) -> st.SearchStrategy[str]:
    """Any act that can be done on a sheet."""
    sheet = one.sheet
    found = ["add-goal:", "add-programme:", "add-cabinet:", "add-note:", "renumber:", "add-year:令和１９年度"]
    found += [f"add-lever:/goals/{g}" for g in range(len(sheet.goals))]
    holders = [f"/goals/{g}/levers/{v}" for g, goal in enumerate(sheet.goals) for v in range(len(goal.levers))]
    found += [f"add-indicator:{holder}" for holder in holders]
    rows = [path for path, _ in sheet.indicators()] + holders
    rows += [f"/goals/{g}" for g in range(len(sheet.goals))]
    rows += [
        f"/{kind}/{n}"
        for kind in ("programmes", "cabinet", "notes", "rationales")
        for n in range(len(getattr(sheet, kind)))
    ]
    found += [f"{verb}:{row}" for row in rows for verb in ("remove", "up", "down")]
    found += [f"into:{path}>{holder}" for path, _ in sheet.indicators() for holder in holders]
    found += [f"add-measure:{path}" for path, _ in sheet.indicators()]
    found += [f"remove-year:{slot}" for slot in year_heads(sheet)] + [
        f"remove-money-year:{s}" for s in money_heads(sheet)
    ]
    return st.sampled_from(found)
