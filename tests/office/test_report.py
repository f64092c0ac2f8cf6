"""The evaluation report: only what sheet and judgement say, on the form of a 評価書, read back equal from what is printed."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from monosashi.forms import Form, form
from monosashi.judging import judge, rule
from monosashi.model import (
    BudgetRowKind,
    CabinetLink,
    Decisions,
    MoneyCell,
    Override,
    PrintedDate,
    PrintedNendo,
    Sheet,
    StatementRole,
    Terms,
    ThresholdSetting,
    Trace,
    same,
)
from monosashi.model.judgement import Judgement
from monosashi.model.path import leaves
from monosashi.model.reading import Document, Reading
from monosashi.office import read
from monosashi.office.report import (
    EDITED,
    REPORT_FORMATS,
    draft_report,
    edited,
    publish_report,
    report_form,
    report_of,
)
from monosashi.office.report.forms import NotAReportForm, report_forms
from monosashi.office.report.texts import ASKED
from monosashi.office.samples import sample_sheets
from tests.laws.sheets import sheets

Convert = Callable[[Path, str], Path]
SOUMU, MIRAI = sample_sheets()
STANDARD = form("hyoujun-hyoka")
FORMS = [one.id for one in report_forms()]
DAY = dt.date(2024, 4, 1)
SET = Terms(
    settings=tuple(
        ThresholdSetting(name=name, value=Decimal(value), who="評価室", when=DAY, why="前回と同じ水準")
        for name, value in (("near", 80), ("well_above", 130))
    )
)
few = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def reading(sheet: Sheet) -> Reading:
    """The sheet as if a file of that name had been read."""
    return Reading(document=Document(name="表.xlsx", sha256="0" * 64), sheet=sheet, trace=Trace())


def judged(sheet: Sheet, decisions: Decisions | None = None, terms: Terms = SET) -> Judgement:
    return judge(sheet, rule("common-five"), terms, None, decisions or Decisions())


def draft(sheet: Sheet, blank: Form = STANDARD, decisions: Decisions | None = None) -> Sheet:
    return draft_report(sheet, judged(sheet, decisions), blank, "表.xlsx")


def text(sheet: Sheet, role: StatementRole) -> str:
    return sheet.policy.text(role)


def read_back(report: Sheet, to: str) -> Sheet:
    """What a reader makes of the printed report."""
    (found,) = read(publish_report(report, reading(report), to), f"report{REPORT_FORMATS[to]}")
    return found.sheet


def unlabelled(sheet: Sheet) -> Sheet:
    """The sheet without the labels of its paper; a draft bears none, and the form's are printed."""
    return sheet.model_copy(update={"labels": ()})


# --- Read back


@pytest.mark.parametrize(
    ("sheet", "blank"), [*((MIRAI, one) for one in FORMS), (SOUMU, "soumu-hyoka"), (SOUMU, STANDARD.id)]
)
@pytest.mark.parametrize("to", ["excel", "html"])
def test_a_printed_draft_reads_back_equal(sheet: Sheet, blank: str, to: str) -> None:
    report = draft(sheet, form(blank))
    assert same(unlabelled(read_back(report, to)), report)


def test_a_report_that_was_read_prints_the_same_again() -> None:
    once = read_back(draft(MIRAI), "excel")
    assert same(read_back(once, "html"), once)


@given(sheets())
@few
def test_a_draft_of_any_sheet_reads_back_equal(sheet: Sheet) -> None:
    report = draft(sheet, form("soumu-hyoka"))
    assert same(unlabelled(read_back(report, "excel")), report)


@pytest.mark.thorough
@pytest.mark.office_suite
def test_a_draft_saved_again_by_libreoffice_reads_the_same(soffice: Convert, tmp_path: Path) -> None:
    report = draft(MIRAI)
    file = tmp_path / "report.xlsx"
    file.write_bytes(publish_report(report, reading(MIRAI), "excel"))
    (found,) = read(soffice(file, "xlsx").read_bytes(), "report.xlsx")
    assert same(unlabelled(found.sheet), report)


def test_as_json_it_is_a_reading_of_the_same_document() -> None:
    report = draft(MIRAI)
    (found,) = read(publish_report(report, reading(MIRAI), "json"), "report.json")
    assert (found.sheet, found.document.name) == (report, "表.xlsx")


def test_texts_that_people_wrote_are_printed_and_read() -> None:
    report = edited(draft(MIRAI), {role: f"{role.value}を書いた。\n二行目。" for role in EDITED})
    again = read_back(report, "excel")
    assert same(unlabelled(again), report)
    assert text(again, StatementRole.ANALYSIS) == "analysisを書いた。\n二行目。"


def test_only_the_texts_of_the_result_are_edited() -> None:
    report = draft(MIRAI)
    assert edited(report, {StatementRole.NAME: "別の名"}) == report
    assert edited(report, {}) == report


# --- Nothing is invented


@given(sheets())
@few
def test_every_number_is_the_sheets_own(sheet: Sheet) -> None:
    """Each value of a measure is printed on the sheet, as a value or under 【参考】; each amount is one of its amounts."""
    report = draft(sheet)
    printed = "\n".join(text for _, text in leaves(sheet))
    stated = {f"{amount:,f}" for cell in sheet.money for line in cell.lines for amount in (line.budget, line.executed) if amount is not None}  # fmt: skip
    own = {actual.value.text for _, _, measure in sheet.measures() for actual in measure.actuals}
    past = {line.quantity.value for one in sheet.rationales for line in one.references if line.quantity}
    past |= {part.amount.value for one in sheet.rationales for line in one.references if line.quantity for part in line.quantity.parts}  # fmt: skip
    for _, _, measure in report.measures():
        for actual in measure.actuals:
            value = actual.value.quantity.value if actual.value.quantity else None
            assert actual.value.text in {"", *own} or value in past
        assert all(target.value.text in printed or target.value.text == "－" for target in measure.targets)
    for budget in report.budgets:
        for row in budget.rows:
            for amount in row.amounts:
                assert amount.value is None or f"{amount.value:,f}" in stated


def year(text: str) -> PrintedNendo:
    return PrintedNendo.model_validate(text)


def test_money_stands_at_the_stage_that_is_known() -> None:
    cells = (
        MoneyCell.read("2,616百万円\n（2,293百万円）", year("令和元年度")),
        MoneyCell.read("1,344百万円", year("令和3年度")),
    )
    report = draft(MIRAI.model_copy(update={"title": SOUMU.title, "money": cells}))
    (budget,) = report.budgets
    stated = {row.kind: [(one.years[0].text, one.text) for one in row.amounts] for row in budget.rows}
    assert stated == {
        BudgetRowKind.INITIAL: [("令和3年度", "1,344")],
        BudgetRowKind.SUPPLEMENTARY: [],
        BudgetRowKind.CARRIED: [],
        BudgetRowKind.TOTAL: [("令和元年度", "2,616")],
        BudgetRowKind.EXECUTED: [("令和元年度", "2,293")],
    }
    assert {row.unit for row in budget.rows} == {"百万円"}


def test_money_of_other_accounts_is_left_out_and_a_part_is_no_whole() -> None:
    cells = (MoneyCell.read("〈26,700百万円〉の内数\n政府保証：\n8,500百万円", year("令和元年度")),)
    (budget,) = draft(MIRAI.model_copy(update={"money": cells})).budgets
    (total,) = next(row for row in budget.rows if row.kind is BudgetRowKind.TOTAL).amounts
    assert (total.text, total.included_only) == ("〈26,700〉の内数", True)


def test_a_note_mark_in_place_of_an_amount_stays() -> None:
    (budget,) = draft(MIRAI.model_copy(update={"money": (MoneyCell(text="※５", year=year("令和元年度")),)})).budgets
    assert [amount.text for row in budget.rows for amount in row.amounts] == ["※５"]


def test_stages_that_the_sheet_prints_itself_are_taken_over() -> None:
    stated = draft(MIRAI).budgets
    again = draft(MIRAI.model_copy(update={"budgets": stated, "money": ()}))
    assert again.budgets == stated


# --- Measures


def test_five_years_up_to_the_one_judged_with_past_actuals_from_the_reasons() -> None:
    report = draft(MIRAI)
    for _, _, measure in report.measures():
        assert [actual.year.nendo.year for actual in measure.actuals if actual.year.nendo] == [
            2019,
            2020,
            2021,
            2022,
            2023,
        ]
    _, _, first = next(report.measures())
    assert [actual.value.text for actual in first.actuals] == ["96.5％", "96.2％", "96.4％", "97.1％", "97.0％"]


def test_measures_stand_under_goals_only_where_the_form_has_them() -> None:
    assert [(goal.text, len(goal.levers)) for goal in draft(MIRAI).goals] == [("", 1)]
    kept = draft(MIRAI, form("soumu-hyoka")).goals
    assert [goal.text for goal in kept] == [goal.text for goal in MIRAI.goals]


def test_primary_measures_stay_primary_on_every_form() -> None:
    own = [indicator.primary for _, indicator in MIRAI.indicators()]
    for blank in FORMS:
        assert [indicator.primary for _, indicator in draft(MIRAI, form(blank)).indicators()] == own


def test_marks_are_those_of_the_rule_in_force() -> None:
    report = report_of(reading(MIRAI), "soumu", terms=SET)
    reached = [one.mark.text for _, _, one in report.measures()]
    found = judge(MIRAI, rule("soumu"), SET)
    assert reached == [one.mark.sign if one.mark else "" for one in found.achievements if not one.part]
    assert set(reached) >= {"イ", "ロ"}


def _one(**changes: object) -> Sheet:
    """A sheet of one measure with two years of targets and actuals."""
    measure = {
        "name": "［主要］許可までの時間",
        "target": {"value": "10時間", "year": {"text": "R6年度まで", "nendo": {"year": 2024}}},
        "targets": [{"years": ["令和5年度"], "value": "11時間"}, {"years": ["令和4年度"], "value": "12時間"}],
        "actuals": [{"year": "令和5年度", "value": "11時間", "state": "reported"}],
        **changes,
    }
    indicator = {"number": "5-1-1-A", "circle_marks": False, "measures": [measure]}
    return Sheet.model_validate({"title": "令和4年度", "goals": [{"levers": [{"indicators": [indicator]}]}]})


def test_signs_that_are_no_numbers_lead_the_names_and_the_report_counts() -> None:
    report = draft(_one())
    ((_, indicator),) = report.indicators()
    assert (indicator.number.text, indicator.primary) == ("①", True)
    assert indicator.measures[0].name.text == "5-1-1-A ［主要］許可までの時間"
    assert same(unlabelled(read_back(report, "excel")), report)


def test_years_stand_in_the_order_of_the_calendar_and_alone() -> None:
    ((_, _, measure),) = draft(_one()).measures()
    assert [target.years[0].text for target in measure.targets] == ["令和4年度", "令和5年度"]
    assert [actual.year.text for actual in measure.actuals] == ["令和4年度", "令和5年度"]
    assert measure.target.year.text == "令和6年度"


def test_a_target_for_each_year_speaks_of_its_own_years_only() -> None:
    targets = [{"years": ["令和5年度"], "value": "年度ごとに11時間"}]
    past = {"text": "理由。\n【参考】\n令和3年度：13時間", "measures": ["/goals/0/levers/0/indicators/0/measures/0"]}
    sheet = Sheet.model_validate({**_one(targets=targets).model_dump(), "rationales": [past]})
    report = draft(sheet)
    ((_, _, measure),) = report.measures()
    assert [(one.years[0].text, one.value.text) for one in measure.targets] == [
        ("令和3年度", "－"),
        ("令和5年度", "年度ごとに11時間"),
    ]
    assert measure.actuals[0].value.text == "13時間"
    assert same(unlabelled(read_back(report, "excel")), report)


def test_a_unit_that_had_a_column_of_its_own_goes_with_the_name() -> None:
    ((_, _, measure),) = draft(_one(counted_in="時間")).measures()
    assert (measure.name.unit, measure.counted_in) == ("時間", "")


def test_a_day_among_other_words_stands_alone_and_the_words_behind_the_name() -> None:
    date = PrintedDate(text="平成30年６月15日閣議決定", date=dt.date(2018, 6, 15))
    report = draft(Sheet(cabinet=(CabinetLink(name="計画", date=date),)))
    (link,) = report.cabinet
    assert (link.name, link.date.text, link.date.date) == (
        "計画（平成30年６月15日閣議決定）",
        "平成30年6月15日",
        dt.date(2018, 6, 15),
    )


def test_a_rule_without_marks_states_the_fact() -> None:
    told = {True: "達成", False: "未達成", None: ""}
    facts = [told[one.met] for one in judged(MIRAI).achievements if not one.part]
    assert [measure.mark.text for _, _, measure in draft(MIRAI).measures()] == facts
    assert set(facts) == {"達成", "未達成", ""}


# --- The result


def test_without_thresholds_there_is_no_grade_and_the_grounds_say_what_is_missing() -> None:
    report = draft_report(MIRAI, judged(MIRAI, terms=Terms()), STANDARD)
    assert text(report, StatementRole.RESULT) == ""
    grounds = text(report, StatementRole.RESULT_REASON).splitlines()
    asked = [step.says.ja for step in judged(MIRAI, terms=Terms()).missing]
    assert grounds[-len(asked) - 1 :] == ["区分を定めるために要るもの：", *(f"・{one}" for one in asked)]


def _complete() -> Sheet:
    """The sample with only measures that can be judged by their numbers."""
    judgement = judged(MIRAI)
    counted = {one.path for one in judgement.achievements if one.footing.is_evidence}
    goals = tuple(
        goal.model_copy(
            update={
                "levers": tuple(
                    lever.model_copy(
                        update={
                            "indicators": tuple(
                                one
                                for i, one in enumerate(lever.indicators)
                                if f"/goals/{g}/levers/{v}/indicators/{i}/measures/0" in counted
                            )
                        }
                    )
                    for v, lever in enumerate(goal.levers)
                )
            }
        )
        for g, goal in enumerate(MIRAI.goals)
    )
    return MIRAI.model_copy(update={"goals": goals, "rationales": ()})


def test_a_computed_grade_is_stated_by_its_wording() -> None:
    sheet = _complete()
    grade = judged(sheet).grade
    assert grade is not None
    assert text(draft(sheet), StatementRole.RESULT) == grade.label.ja
    assert draft(sheet).evaluation.grade == grade.rank


def test_a_persons_grade_is_stated_and_the_computed_one_stays_in_the_grounds() -> None:
    sheet = _complete()
    computed = judged(sheet).grade
    assert computed is not None
    own = Override(sign="2", who="評価室長", when=DAY, why="外部の要因を除いた。")
    report = draft(sheet, decisions=Decisions(overrides=(own,)))
    assert text(report, StatementRole.RESULT) == "目標達成"
    grounds = text(report, StatementRole.RESULT_REASON)
    assert grounds.count(f"「{computed.sign} {computed.label.ja}」") == 1
    assert grounds.count("外部の要因を除いた。") == 1


def test_a_persons_mark_is_stated_with_the_computed_one_and_the_reason() -> None:
    path = next(path for path, _, _ in MIRAI.measures())
    own = Override(path=path, sign="○", who="評価室長", when=DAY, why="誤差の範囲である。")
    report = draft(MIRAI, decisions=Decisions(overrides=(own,)))
    _, _, first = next(report.measures())
    assert first.mark.sign == "○"
    assert "評価室長が次の理由により「○」とした（計算では印なし）：誤差の範囲である。" in text(
        report, StatementRole.RESULT_REASON
    )


def test_the_ministrys_own_grade_stands_where_its_form_has_a_place() -> None:
    report = report_of(reading(_complete()), "mhlw", terms=SET, form_name="mhlw-jisseki")
    further = judge(_complete(), rule("mhlw"), SET).further
    assert text(report, StatementRole.GRADE) == "、".join(f"{mark.sign}【{mark.label.ja}】" for mark in further)


def test_people_are_asked_to_explain_misses_and_what_only_they_know() -> None:
    report = draft(MIRAI)
    analysis = text(report, StatementRole.ANALYSIS)
    missed = [one for one in judged(MIRAI).achievements if one.met is False and not one.part]
    assert analysis.count("目標に達しませんでした") == len(missed) > 0
    roles = (StatementRole.ANALYSIS, StatementRole.NEXT_STEPS, StatementRole.EXPERTS, StatementRole.SOURCES)
    assert all(ASKED in text(report, role) for role in roles)
    assert "表.xlsx" in text(report, StatementRole.SOURCES)


# --- Which form


@pytest.mark.parametrize(
    ("number", "own_form", "chosen"),
    [
        ("総務省R3－⑭", "soumu-jizen-r3", "soumu-hyoka"),
        ("環境省R3－1", "hyoujun-jizen", "hyoujun-hyoka"),
        ("", "", "hyoujun-hyoka"),
        ("環境省R3－1", "mhlw-jisseki", "mhlw-jisseki"),
    ],
)
def test_the_form_is_the_ministrys_own_or_the_standard_one(number: str, own_form: str, chosen: str) -> None:
    assert report_form(Sheet.model_validate({"identifier": number, "form": own_form})).id == chosen


def test_every_ministrys_form_is_one_of_a_report() -> None:
    for ministry in ("総務省", "厚生労働省", "国土交通省"):
        assert report_form(Sheet.model_validate({"identifier": f"{ministry}R3－1"})).id in set(FORMS) - {STANDARD.id}


def test_another_form_may_be_asked_for_but_not_one_without_a_result() -> None:
    assert report_form(SOUMU, "hyoujun-hyoka").id == "hyoujun-hyoka"
    with pytest.raises(NotAReportForm):
        report_form(SOUMU, "soumu-jizen-r3")


def test_an_empty_sheet_has_a_report() -> None:
    report = draft(Sheet())
    assert same(unlabelled(read_back(report, "excel")), report)
