"""Measures of a sheet that a project repeats: by the values of the years and the likeness of the names."""

from pathlib import Path

import pytest

from monosashi.ledgers.measures import match_measures
from monosashi.ledgers.review_sheets import projects
from monosashi.model import (
    Actual,
    Goal,
    Indicator,
    Lever,
    Measure,
    MeasureName,
    Nendo,
    PrintedNendo,
    Project,
    ProjectMeasure,
    ProjectValue,
    Sheet,
    Value,
)
from monosashi.model.mark import parse_number
from monosashi.office import read
from tests.ledgers.identity.books import project
from tests.ledgers.programmes.sheets import programme, sheet

ACTUALS = (("平成30年度", "17件"), ("令和元年度", "23件"), ("令和２年度", "31件"))


def measured(name: str = "夜の橋を渡った人からの相談の件数") -> Sheet:
    """A sheet with one measure and its three actuals."""
    actuals = tuple(
        Actual(year=PrintedNendo.model_validate(year), value=Value.model_validate(text)) for year, text in ACTUALS
    )
    measure = Measure(name=MeasureName.model_validate(name), actuals=actuals)
    indicator = Indicator(number=parse_number("1"), measures=(measure,))
    own = sheet(programme(1, "橋の見張り小屋の整備事業（平成22年度）"))
    return own.model_copy(update={"goals": (Goal(levers=(Lever(indicators=(indicator,)),)),)})


def repeating(
    name: str, values: tuple[str, str, str], unit: str = "件", of: str = "橋の見張り小屋の整備事業"
) -> Project:
    """A project with one outcome of 2018 to 2020."""
    told = tuple(ProjectValue(nendo=Nendo(year=2018 + n), actual=value) for n, value in enumerate(values))
    outcome = ProjectMeasure(kind="outcome", name=name, unit=unit, values=told)
    return project(2021, "0011", of, measures=(outcome,))


@pytest.mark.parametrize(
    ("theirs", "agreeing", "differing"),
    [
        (repeating("夜の橋の相談の件数", ("17", "23", "31")), (2018, 2019, 2020), ()),
        (repeating("夜の橋を渡った人からの相談の件数", ("17", "23", "32")), (2018, 2019), (2020,)),
        (repeating("橋からの相談に応じた成果", ("17", "23", "31")), (2018, 2019, 2020), ()),
    ],
    ids=["like names", "one year differs", "by the values of its own programme"],
)
def test_repeated(theirs: Project, agreeing: tuple[int, ...], differing: tuple[int, ...]) -> None:
    (match,) = match_measures(measured(), (theirs,))
    assert (match.path, match.project) == ("/goals/0/levers/0/indicators/0/measures/0", theirs.id)
    assert tuple(year.year for year in match.agreeing) == agreeing
    assert tuple(year.year for year in match.differing) == differing
    assert match.reasons[-1].en == "The project is one of the sheet's programmes."


@pytest.mark.parametrize(
    "theirs",
    [
        repeating("港の灯台の数", ("2", "3", "4"), "基"),
        repeating("灯台の明るさ", ("17", "23", "31")),
        repeating("夜の橋の相談の件数", ("1", "2", "3"), of="灯台の電球の取替え"),
        repeating("港の灯台の明るさ", ("17", "1", "2"), "カンデラ", of="灯台の電球の取替え"),
    ],
)
def test_not_repeated(theirs: Project) -> None:
    assert match_measures(measured(), (theirs,)) == ()


@pytest.mark.shared
def test_indicator_7_of_the_published_sheet_is_a_programmes_outcome(shared: Path) -> None:
    (reading,) = read((shared / "seed/forms/form.xlsx").read_bytes(), "form.xlsx")
    path = shared / "data/review-sheets/review-sheets-2021.jsonl.xz"
    mine = [one for one in projects(path) if isinstance(one, Project) and one.ministry == "総務省"]
    (match,) = match_measures(reading.sheet, mine)
    assert match.path == "/goals/1/levers/0/indicators/2/measures/0"
    assert match.project == "2021-総務-20-0154"
    assert [year.year for year in match.agreeing] == [2018, 2019, 2020]
    assert match.differing == ()
