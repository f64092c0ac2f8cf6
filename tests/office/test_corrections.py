"""Corrections: laid over a reading, never mixed with it; a corrected leaf means what a reader of that text would say."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from monosashi.model import (
    Actual,
    CabinetLink,
    Correction,
    Finding,
    Measure,
    MoneyCell,
    Nendo,
    Printed,
    PrintedDate,
    PrintedNendo,
    Reading,
    Sheet,
    State,
    Value,
    same,
)
from monosashi.model.budget import BudgetRowKind
from monosashi.model.path import leaves, resolve
from monosashi.office import correct, corrected, publish, publish_sheet, read, take_in
from monosashi.office.corrections import STALE, NoReason, NothingChanges, UnknownPath, applied
from monosashi.office.library import FolderLibrary
from monosashi.office.reprinting import reprinted
from monosashi.office.reprinting.tree import put
from monosashi.office.samples import sample_sheets
from tests.laws.other_sheets import other_sheets
from tests.laws.sheets import sheets

WHEN = dt.datetime(2024, 8, 1, 9, 30, tzinfo=dt.UTC)
MEASURE = "/goals/0/levers/0/indicators/0/measures/0"
BASELINE = f"{MEASURE}/baseline/value"
some = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.fixture(scope="module")
def reading() -> Reading:
    (found,) = read(publish_sheet(sample_sheets()[0], "excel"), "sheet.xlsx")
    return found


def made(reading: Reading, at: str, now: str) -> Reading:
    return correct(reading, at, now, who="評価室", when=WHEN, why="原本のとおり")


def printed(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Leaves that print something."""
    yield from ((path, text) for path, text in leaves(sheet) if text.strip())


def _lends(cell: MoneyCell) -> bool:
    """Whether a cell tells the unit that the head of its table lends to the others."""
    return any(line.unit and line.unit not in cell.text for line in cell.lines)


# --- What a corrected leaf means


@given(st.one_of(sheets(), other_sheets()), st.data())
@some
def test_a_leaf_corrected_and_corrected_back_is_the_sheet_as_it_was(sheet: Sheet, data: st.DataObject) -> None:
    """What lent a leaf its meaning is not kept with the sheet but found again from its neighbours (a unit in the head of a
    table, say), so an amount that alone of its table tells the unit lent to it cannot be brought back."""
    path, text = data.draw(st.sampled_from(list(leaves(sheet))))
    other = data.draw(st.sampled_from([text for _, text in leaves(sheet)]))
    amounts = [p for p, _ in leaves(sheet) if isinstance(cell := resolve(sheet, p), MoneyCell) and _lends(cell)]
    assume(amounts != [path])
    assert reprinted(reprinted(sheet, path, other), path, text) == sheet


@given(sheets(), st.data())
@some
def test_a_corrected_value_is_what_the_reader_makes_of_that_text(sheet: Sheet, data: st.DataObject) -> None:
    places = [(p, resolve(sheet, p)) for p, _ in leaves(sheet) if isinstance(resolve(sheet, p), Value | MoneyCell)]
    assume(places)
    path, old = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from([one.text for _, one in places if type(one) is type(old)]))
    # an empty cell under a year's head is no target to a reader, so such a form is refused rather than printed
    assume(other.strip() or "/targets/" not in path)
    changed = reprinted(sheet, path, other)
    (found,) = read(publish_sheet(changed, "excel"), "sheet.xlsx")
    assert same(found.sheet, changed)


@pytest.mark.parametrize(
    ("path", "text", "year"),
    [
        ("/title", "令和4年度", 2022),
        ("/money/0/year", "26年度", 2014),
        ("/money/0/year", "31年度概算要求額", 2019),
        ("/programmes/0/started", "24年度開始", 2012),
        (f"{MEASURE}/actuals/0/year", "H26", 2014),
        (f"{MEASURE}/baseline/year", "24年度実績", 2012),
    ],
)
def test_a_year_borrows_its_era_as_the_reader_lets_it(path: str, text: str, year: int) -> None:
    sheet = Sheet.model_validate(
        {
            "title": "平成27年度",
            "money": [{"text": "", "year": {"text": "25年度", "nendo": {"year": 2013}}}],
            "programmes": [{"number": "1", "name": "事業", "started": ""}],
            "goals": _dash("").model_dump()["goals"],
        }
    )
    assert resolve(reprinted(sheet, path, text), path).nendo == Nendo(year=year)


def test_a_day_among_other_words_is_read_so_again() -> None:
    date = PrintedDate(text="平成30年６月15日閣議決定", date=dt.date(2018, 6, 15))
    sheet = Sheet(cabinet=(CabinetLink(name="計画", date=date),))
    assert reprinted(sheet, "/cabinet/0/date", "平成30年６月18日閣議決定").cabinet[0].date.date == dt.date(2018, 6, 18)


def _money(*texts: str, unit: str) -> Sheet:
    year = PrintedNendo.model_validate("令和3年度")
    return Sheet(money=tuple(MoneyCell.read(text, year, unit) for text in texts))


def test_an_amount_takes_the_unit_that_its_own_cell_was_lent() -> None:
    cell = reprinted(_money("100", "200", unit="千円"), "/money/0", "1,100（900）").money[0]
    assert [(line.budget, line.executed, line.unit) for line in cell.lines] == [(Decimal(1100), Decimal(900), "千円")]


def test_an_amount_in_place_of_a_dash_takes_the_unit_lent_to_its_neighbours() -> None:
    cell = reprinted(_money("－", "200", unit="千円"), "/money/0", "100").money[0]
    assert [(line.budget, line.unit) for line in cell.lines] == [(Decimal(100), "千円")]


def test_an_amount_that_prints_its_unit_keeps_it() -> None:
    cell = reprinted(_money("100", unit="千円"), "/money/0", "100百万円").money[0]
    assert [(line.budget, line.unit) for line in cell.lines] == [(Decimal(100), "百万円")]


def test_an_execution_in_a_column_of_its_own_stays_one() -> None:
    old = _money("1,000\n900", unit="千円").money[0]
    lines = MoneyCell.read("1,000（900）", old.year, "千円").lines
    sheet = Sheet(money=(old.model_copy(update={"lines": lines}),))
    cell = reprinted(sheet, "/money/0", "1,000\n950").money[0]
    assert [(line.budget, line.executed, line.unit) for line in cell.lines] == [(Decimal(1000), Decimal(950), "千円")]


def test_a_label_that_prints_another_unit_lends_that_one() -> None:
    sheet = put(_money("100", "200百万円", unit="千円"), "/labels", ())
    labelled = sheet.model_copy(
        update={
            "labels": Sheet.model_validate({"labels": [{"role": "programmes.money", "text": "予算額（千円）"}]}).labels
        }
    )
    money = reprinted(labelled, "/labels/0/text", "予算額（百万円）").money
    assert [cell.lines[0].unit for cell in money] == ["百万円", "百万円"]


def _budget(label: str) -> Sheet:
    kind, unit = (BudgetRowKind.INITIAL, "千円")
    rows = [
        {"label": label, "kind": kind, "unit": unit, "amounts": ["100"]},
        {"label": "計", "kind": "total", "unit": unit},
    ]
    return Sheet.model_validate({"budgets": [{"label": "予算（千円）", "rows": rows}]})


def test_a_row_of_a_budget_is_what_its_label_says() -> None:
    (budget,) = reprinted(_budget("当初予算"), "/budgets/0/rows/0/label", "補正予算").budgets
    assert (budget.rows[0].kind, budget.rows[0].unit) == (BudgetRowKind.SUPPLEMENTARY, "千円")


def test_the_unit_over_a_budget_is_lent_to_its_rows() -> None:
    (budget,) = reprinted(_budget("当初予算"), "/budgets/0/label", "予算（百万円）").budgets
    assert [row.unit for row in budget.rows] == ["百万円", "百万円"]


def _dash(title: str, target: str = "5件") -> Sheet:
    year = PrintedNendo.model_validate("令和3年度")
    measure = Measure(
        name="件数",
        targets=({"years": (year,), "value": target},),
        actuals=(Actual(year=year, value="", state=State.NOT_YET),),
    )
    return Sheet.model_validate(
        {"title": title, "goals": [{"levers": [{"indicators": [{"number": "1", "measures": [measure]}]}]}]}
    )


@pytest.mark.parametrize(
    ("path", "text", "state"),
    [
        ("/title", "令和5年度", State.UNSTATED),
        ("/title", "令和2年度", State.NOT_YET),
        (f"{MEASURE}/targets/0/value", "－", State.UNSTATED),
        (f"{MEASURE}/actuals/0/year", "令和2年度", State.UNSTATED),
        (f"{MEASURE}/actuals/0/value", "集計中", State.COMPILING),
        (f"{MEASURE}/actuals/0/value", "0件", State.REPORTED),
    ],
)
def test_the_state_of_an_actual_follows_what_it_rests_on(path: str, text: str, state: State) -> None:
    sheet = reprinted(_dash("令和3年度"), path, text)
    assert resolve(sheet, f"{MEASURE}/actuals/0").state is state


@pytest.mark.parametrize("sheet", sample_sheets())
def test_what_stands_there_is_explained_everywhere(sheet: Sheet) -> None:
    """No leaf of a sample changes its meaning by being printed once more (with a blank at its end, then without)."""
    for path, text in printed(sheet):
        if isinstance(resolve(sheet, path), Printed):
            assert reprinted(reprinted(sheet, path, f"{text}x"), path, text) == sheet, path


# --- Laying corrections over a reading


def test_a_correction_leaves_what_was_read_and_changes_what_is_seen(reading: Reading) -> None:
    one = made(reading, BASELINE, "45件程度")
    assert one.sheet == reading.sheet
    assert one.corrections == (
        Correction(
            at=BASELINE,
            was=resolve(reading.sheet, BASELINE).text,
            now="45件程度",
            who="評価室",
            when=WHEN,
            why="原本のとおり",
        ),
    )
    seen = corrected(one)
    assert resolve(seen.sheet, BASELINE) == Value.model_validate("45件程度")
    assert seen.trace.places(BASELINE) == reading.trace.places(BASELINE) != ()


def test_corrections_laid_over_twice_are_as_once(reading: Reading) -> None:
    once = corrected(made(made(made(reading, BASELINE, "1件"), BASELINE, "2件"), "/title", "令和4年度"))
    assert corrected(once) == once


def test_a_second_correction_of_a_leaf_starts_from_the_first(reading: Reading) -> None:
    twice = made(made(reading, BASELINE, "1件"), BASELINE, "2件")
    assert [(one.was, one.now) for one in twice.corrections][1] == ("1件", "2件")
    assert resolve(corrected(twice).sheet, BASELINE).text == "2件"
    assert list(applied(corrected(twice))) == [twice.corrections[1]]


def test_corrected_back_is_as_read(reading: Reading) -> None:
    back = made(made(reading, BASELINE, "1件"), BASELINE, resolve(reading.sheet, BASELINE).text)
    assert corrected(back).sheet == reading.sheet
    assert corrected(back).findings == reading.findings


def _stale(reading: Reading) -> list[Finding]:
    return [finding for finding in corrected(reading).findings if finding.code == STALE]


def test_a_correction_of_what_no_longer_stands_there_is_told_and_not_applied(reading: Reading) -> None:
    one = made(reading, BASELINE, "1件")
    again = one.model_copy(update={"sheet": reprinted(reading.sheet, BASELINE, "99件")})
    (finding,) = _stale(again)
    assert (finding.path, finding.expected, finding.found) == (BASELINE, one.corrections[0].was, "99件")
    assert resolve(corrected(again).sheet, BASELINE).text == "99件"


def test_a_correction_whose_place_is_gone_is_told(reading: Reading) -> None:
    one = made(reading, BASELINE, "1件")
    (finding,) = _stale(one.model_copy(update={"sheet": Sheet()}))
    assert (finding.path, finding.found) == ("", "")


def test_a_correction_that_the_paper_has_come_to_agree_with_is_silent(reading: Reading) -> None:
    one = made(reading, BASELINE, "1件")
    again = one.model_copy(update={"sheet": reprinted(reading.sheet, BASELINE, "1件")})
    assert _stale(again) == []


@pytest.mark.parametrize(
    ("at", "now", "who", "error"),
    [
        (f"{MEASURE}/baseline", "1件", "評価室", UnknownPath),
        ("/nowhere", "1件", "評価室", UnknownPath),
        (BASELINE, "", " ", NoReason),
    ],
)
def test_what_cannot_be_corrected(reading: Reading, at: str, now: str, who: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        correct(reading, at, now, who=who, when=WHEN, why="原本のとおり")


def test_an_unknown_path_names_those_near_it(reading: Reading) -> None:
    with pytest.raises(UnknownPath) as error:
        made(reading, f"{MEASURE}/baseline", "1件")
    near = [line.split()[0] for line in str(error.value).splitlines()[1:]]
    assert near[:2] == [BASELINE, f"{MEASURE}/baseline/year"]


def test_nothing_is_corrected_to_what_stands_there(reading: Reading) -> None:
    with pytest.raises(NothingChanges):
        made(reading, BASELINE, resolve(reading.sheet, BASELINE).text)


# --- Every verb sees the corrected sheet


def test_a_reading_opened_from_json_is_corrected(reading: Reading) -> None:
    one = made(reading, BASELINE, "45件程度")
    assert read(publish(one, "json")[""], "sheet.json") == (corrected(one),)


def test_the_page_tells_what_was_corrected(reading: Reading) -> None:
    page = publish(corrected(made(reading, BASELINE, "45件程度")), "html")[""].decode()
    assert page.count('<table class="corrections">') == 1
    assert page.count("<summary>訂正</summary>") == 1
    assert "<td>原本のとおり</td><td>評価室</td><td>2024-08-01 09:30</td>" in page


def test_a_document_read_again_keeps_its_corrections(tmp_path: Path) -> None:
    file = tmp_path / "sheet.xlsx"
    file.write_bytes(publish_sheet(sample_sheets()[0], "excel"))
    library = FolderLibrary(tmp_path / "library")
    (slug,) = take_in(library, file)
    kept = library.get(slug).reading
    library.add(file.read_bytes(), [made(kept, BASELINE, "45件程度")])
    assert take_in(library, file) == (slug,)
    assert resolve(library.get(slug).reading.sheet, BASELINE).text == "45件程度"
