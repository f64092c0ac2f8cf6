"""What follows from a sheet is worked out once for it, and anew for any other."""

import gc
import weakref

from monosashi.model import Sheet, Title
from monosashi.model.measuring.once import once


def test_a_sheet_is_asked_once_and_a_changed_copy_anew() -> None:
    asked: list[str] = []

    @once
    def title_of(sheet: Sheet) -> str:
        asked.append(sheet.title.text)
        return sheet.title.text

    sheet = Sheet(title=Title(text="里山"))
    assert [title_of(sheet), title_of(sheet)] == ["里山", "里山"]
    assert title_of(sheet.model_copy(update={"title": Title(text="川")})) == "川"
    assert asked == ["里山", "川"]
    # only the last sheet is remembered, and equal sheets are not one
    assert [title_of(sheet), title_of(sheet.model_copy())] == ["里山", "里山"]
    assert asked == ["里山", "川", "里山", "里山"]


def test_a_sheet_is_not_kept_alive() -> None:
    @once
    def length(sheet: Sheet) -> int:
        return len(sheet.title.text)

    sheet = Sheet(title=Title(text="里山"))
    length(sheet)
    alive = weakref.ref(sheet)
    del sheet
    gc.collect()
    assert alive() is None
