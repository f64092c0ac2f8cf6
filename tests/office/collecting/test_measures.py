"""A measure as a round sees it: what an answer prints, where it is written, and what is asked about it."""

import pytest

from monosashi.model import AskedMeasure, PastValue, Reply, Sheet, State
from monosashi.model.path import leaves
from monosashi.office.collecting.doubts import doubts_of
from monosashi.office.collecting.measures import asked_measure, expects, printed_of, reported, text_of_year, with_actual
from tests.publishing.html.sheets import MEASURE, small_sheet


def asked(*past: str, **given: str) -> AskedMeasure:
    """A measure with those earlier actuals, the last of 令和3年度."""
    values = tuple(
        PastValue(year=f"令和{n}年度", nendo=2018 + n, text=text) for n, text in enumerate(past, 4 - len(past))
    )
    return AskedMeasure(ask=1, number="①", name="件数", past=values, **given)


def said(text: str, **given: object) -> Reply:
    return Reply.model_validate({"state": "reported", "text": text, **given})


@pytest.mark.parametrize(
    ("measure", "reply", "codes"),
    [
        (asked("120件", unit="件"), said("130"), []),
        (asked("120件", unit="件"), said("1,200"), ["tenfold"]),
        (asked("120件", unit="件"), said("12"), ["tenfold"]),
        (asked("120件", unit="件"), said("0"), []),
        (asked("0件", year_target="1,300件", unit="件"), said("13,000"), ["tenfold"]),
        (asked("0件", unit="件"), said("13,000"), []),
        (asked("120件", unit="件"), said("120人"), ["other-unit"]),
        (asked("12か所", unit="か所"), said("12箇所"), []),
        (asked("98%", unit="%"), said("101"), ["beyond-whole"]),
        (asked("98%", unit="%"), said("100％"), []),
        (asked("120件", unit="件"), said("△130"), ["negative"]),
        (asked("△1%", unit="%"), said("△2"), ["beyond-whole"]),
        (asked("累計16社", unit="社"), said("15社"), ["cumulative-falls"]),
        (asked("累計16社", unit="社"), said("16社"), []),
        (asked("120件", unit="件"), said("たくさん"), ["not-a-number"]),
        (asked("順調に進んだ"), said("順調に進んだ"), []),
        (asked("120件", unit="件"), said("120", year=2023), ["year-later"]),
        (asked("120件", unit="件"), said("120", year=2021), []),
        (asked("120件", unit="件"), Reply(state=State.COMPILING), []),
    ],
)
def test_what_is_asked_about_an_answer(measure: AskedMeasure, reply: Reply, codes: list[str]) -> None:
    assert [doubt.code for doubt in doubts_of(measure, reply, 2022)] == codes


@pytest.mark.parametrize(
    ("reply", "printed"),
    [
        (said("1,250"), "1,250件"),
        (said("１２５０"), "１２５０件"),
        (said("1,250件"), "1,250件"),
        (said("1,250人"), "1,250人"),
        (said("1,250", year=2020), "1,250件（令和2年度）"),
        (said("1,250", year=2022), "1,250件"),
        (said("集めた"), "集めた"),
        (said("1,250（暫定値）"), "1,250（暫定値）"),
        (Reply(state=State.COMPILING), "集計中"),
        (Reply(state=State.COMPILING, text="集計中（8月公表）"), "集計中（8月公表）"),
        (Reply(state=State.NOT_YET), "－"),
        (Reply(state=State.NOT_SURVEYED), "未調査"),
        (Reply(), ""),
    ],
)
def test_what_an_answer_prints(reply: Reply, printed: str) -> None:
    measure = AskedMeasure(ask=1, number="①", name="件数", unit="件", unit_in_values=True)
    assert printed_of(measure, reply, 2022) == printed
    plain = measure.model_copy(update={"unit_in_values": False})
    assert printed_of(plain, said("1,250"), 2022) == "1,250"


def test_what_is_in_sight_is_what_the_sheet_prints() -> None:
    found = asked_measure(7, small_sheet(), MEASURE, 2022, Reply())
    assert (found.ask, found.number, found.name, found.unit, found.unit_in_values) == (7, "①", "工事の件数", "件", True)
    assert (found.baseline, found.baseline_year) == ("1,240件", "令和２年度")
    assert (found.target, found.target_year, found.year_target) == (
        "1,300件程度",
        "令和５年度",
        "年度ごとに1,300件程度",
    )
    assert (found.now, found.past) == ("集計中", (PastValue(year="令和３年度", nendo=2021, text="0件"),))
    assert found.definition == "港の様子が分かるため。"


def measure_of(sheet: Sheet) -> tuple[str, ...]:
    return tuple(f"{one.year.text}:{one.value.text}" for one in next(sheet.measures())[2].actuals)


def test_an_actual_is_written_and_nothing_else_changes() -> None:
    before = small_sheet()
    after = with_actual(before, MEASURE, 2022, "1,250件", State.REPORTED)
    olds, news = dict(leaves(before)), dict(leaves(after))
    assert {path: text for path, text in news.items() if olds.get(path) != text} == {
        f"{MEASURE}/actuals/1/value": "1,250件"
    }
    measure = next(after.measures())[2]
    assert (text_of_year(measure, 2022), measure.actuals[1].state, reported(measure, 2022)) == (
        "1,250件",
        State.REPORTED,
        True,
    )


@pytest.mark.parametrize(
    ("nendo", "actuals"),
    [
        (2020, ("令和2年度:9件", "令和３年度:0件", "令和４年度:集計中", "令和５年度:-")),
        (2024, ("令和３年度:0件", "令和４年度:集計中", "令和５年度:-", "令和6年度:9件")),
    ],
)
def test_a_year_without_a_column_comes_in_its_order(nendo: int, actuals: tuple[str, ...]) -> None:
    assert measure_of(with_actual(small_sheet(), MEASURE, nendo, "9件", State.REPORTED)) == actuals
    assert not expects(next(small_sheet().measures())[2], nendo)


def test_another_measure_lends_the_print_of_a_year() -> None:
    other = MEASURE.replace("indicators/0", "indicators/1")
    after = with_actual(small_sheet(), other, 2022, "50%", State.REPORTED)
    measure = list(after.measures())[1][2]
    assert [(one.year.text, one.value.text) for one in measure.actuals] == [("令和４年度", "50%")]
