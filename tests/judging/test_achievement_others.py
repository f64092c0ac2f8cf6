"""What the measures of two sheets in other layouts reached: read from their workbooks, held against what they print."""

from decimal import Decimal
from pathlib import Path

import pytest

from monosashi.judging.achievement import achievements
from monosashi.model import Achievement
from monosashi.reading import read


def results(shared: Path, name: str) -> tuple[Achievement, ...]:
    """What the first sheet of a workbook reached."""
    file = shared / "seed" / "others" / name
    return achievements(read(file.read_bytes(), file.name)[0].sheet)


def row(found: Achievement) -> tuple[str, str, bool | None, Decimal | None, bool | None, str]:
    """Number, footing, met, progress to one decimal, on track, and the mark printed."""
    progress = None if found.final_progress is None else round(found.final_progress, 1)
    return found.number, found.footing.value, found.met, progress, found.on_track, found.printed_mark


@pytest.mark.shared
def test_a_sheet_that_prints_marks_by_the_trend(shared: Path) -> None:
    # where there is a number, A stands beside what is on track and B beside what is behind
    found = results(shared, "h5_kohyo.xlsx")
    assert [row(one) for one in found] == [
        ("17", "reported", None, Decimal("35.3"), False, "B"),
        ("18", "reported", None, Decimal("92.2"), True, "A"),
        ("19①", "compiling", None, None, None, "A"),
        ("19②", "compiling", None, None, None, "A"),
        ("19③", "compiling", None, None, None, "B"),
        ("20", "provisional", None, Decimal("64.3"), True, "A"),
        ("21", "provisional", None, Decimal("80.0"), True, "A"),
    ]
    assert {one.nendo.year for one in found if one.nendo} == {2018}


@pytest.mark.shared
def test_a_plan_before_its_first_target(shared: Path) -> None:
    found = results(shared, "h1_bessi1_jizen.xlsx")
    assert [(one.part, *row(one)[:5]) for one in found] == [
        ("", "①", "reported", None, Decimal("22.2"), False),
        ("", "2", "reported", None, Decimal("40.6"), True),
        ("", "③", "reported", True, None, True),
        ("", "4", "reported", None, Decimal("-5.7"), False),
        ("", "5", "reported", None, Decimal("-40.0"), False),
        ("専門家派遣", "5", "reported", True, Decimal("731.2"), True),
        ("", "6", "units_differ", None, None, None),
        ("", "7", "in_words", None, None, None),
    ]
    assert {one.nendo.year for one in found if one.nendo} == {2015}
