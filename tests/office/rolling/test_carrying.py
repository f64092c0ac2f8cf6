"""Rolling forward as a law: what is announced is what changes, what is promised to stay stays, and the new sheet prints
and reads back on its form."""

from collections.abc import Callable

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from monosashi.model import Sheet, StatementRole
from monosashi.model.path import leaves
from monosashi.office.proof import differences
from monosashi.office.rolling import Choices, Group, carried_forward
from monosashi.office.rolling.carrying import WAYS
from monosashi.office.samples import sample_sheets
from monosashi.office.verbs import form_of, publish_sheet, read
from monosashi.publishing.refusal import CannotPublish
from tests.laws.form_sheets import OTHER_FORMS, form_sheets
from tests.laws.sheets import FORM_ID, sheets

FEW = settings(max_examples=max(2, settings().max_examples // 20))
CHOICES = st.builds(
    Choices,
    **{group.value: st.sampled_from(WAYS[group]) for group in Group if group is not Group.HEAD},
    number=st.sampled_from(("", "7", "30")),
    evaluated=st.sampled_from(((), (2020, 2024, 2030))),
)


def drawn(form_id: str) -> st.SearchStrategy[Sheet]:
    return sheets() if form_id == FORM_ID else form_sheets(form_id)


def law(check: Callable[[Sheet, Choices], None], form_id: str, few: settings = FEW) -> None:
    few(given(drawn(form_id), CHOICES)(check))()


def announced_and_nothing_else(sheet: Sheet, choices: Choices) -> None:
    carried = carried_forward(sheet, choices)
    before, after = dict(leaves(sheet)), dict(leaves(carried.sheet))
    told = {one.path: (one.was, one.now) for one in carried.moved}
    assert told == {
        path: (before.get(path, ""), after.get(path, ""))
        for path in {**before, **after}
        if before.get(path) != after.get(path)
    }
    assert [path for path, _, _ in sheet.measures()] == [path for path, _, _ in carried.sheet.measures()]


def commitments_stay(sheet: Sheet, choices: Choices) -> None:
    """Goals, levers, names, baselines, targets and programmes are what they were; so are the reported actuals."""
    after = carried_forward(sheet, choices).sheet
    assert [(goal.text, [lever.text for lever in goal.levers]) for goal in after.goals] == [
        (goal.text, [lever.text for lever in goal.levers]) for goal in sheet.goals
    ]
    for (_, was_under, was), (_, now_under, now) in zip(sheet.measures(), after.measures(), strict=True):
        assert now_under.number == was_under.number
        assert (now.name, now.baseline, now.target, now.targets) == (was.name, was.baseline, was.target, was.targets)
        kept = {(actual.year.text, actual.value.text) for actual in now.actuals}
        gone = [actual for actual in was.actuals if (actual.year.text, actual.value.text) not in kept]
        assert len(gone) <= (choices.years == "shift")
    assert [(one.number, one.name, one.outline) for one in after.programmes] == [
        (one.number, one.name, one.outline) for one in sheet.programmes
    ]


def the_year_is_the_next(sheet: Sheet, choices: Choices) -> None:
    after = carried_forward(sheet, choices).sheet
    assert sheet.title.nendo is not None
    assert after.title.nendo is not None
    assert after.title.nendo.year == sheet.title.nendo.year + 1
    if choices.results == "clear":
        texts = [after.policy.text(role) for role in (StatementRole.RESULT, StatementRole.ANALYSIS)]
        assert texts == ["", ""]


@pytest.mark.parametrize("form_id", [FORM_ID, *OTHER_FORMS])
def test_what_is_announced_changes_and_what_is_promised_stays(form_id: str) -> None:
    def check(sheet: Sheet, choices: Choices) -> None:
        announced_and_nothing_else(sheet, choices)
        commitments_stay(sheet, choices)
        the_year_is_the_next(sheet, choices)

    law(check, form_id)


def printable(sheet: Sheet) -> bool:
    if sheet in sample_sheets():
        return True
    try:
        publish_sheet(sheet, "excel")
    except CannotPublish:
        return False
    return True


def prints_and_reads_back(sheet: Sheet, choices: Choices) -> None:
    """A sheet that its form could print can be printed a year on, and says the same when it is read."""
    if not printable(sheet):
        return
    after = carried_forward(sheet, choices).sheet
    (again,) = read(publish_sheet(after, "excel"), "next.xlsx")
    assert list(differences(after, again.sheet)) == []


@pytest.mark.parametrize(("n", "years"), [(0, "add"), pytest.param(1, "shift", marks=pytest.mark.thorough)])
def test_a_bundled_sample_rolled_forward_prints_and_reads_back(n: int, years: str) -> None:
    prints_and_reads_back(sample_sheets()[n], Choices(years=years))


@pytest.mark.thorough
@pytest.mark.parametrize("form_id", [FORM_ID, *OTHER_FORMS])
def test_a_sheet_rolled_forward_prints_and_reads_back(form_id: str) -> None:
    law(prints_and_reads_back, form_id, settings(max_examples=6, phases=(Phase.generate,)))


def test_five_years_on_every_year_has_been_each_once() -> None:
    sheet = sample_sheets()[0]
    assert form_of(sheet).id == FORM_ID
    for _ in range(5):
        sheet = carried_forward(sheet, Choices()).sheet
    assert sheet.identifier.plain == "総務省R8－⑭"
    assert sheet.title.text == "主要な政策に係る政策評価の事前分析表（令和８年度実施政策）"
    for _, _, measure in sheet.measures():
        years = [actual.year.nendo.year for actual in measure.actuals if actual.year.nendo]
        assert years == list(range(years[0], 2027))
