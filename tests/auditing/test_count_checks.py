"""A sheet beside what was counted from records: where the numbers differ, and where the check keeps silent."""

from decimal import Decimal

import pytest

from monosashi.auditing import audit
from monosashi.auditing.count_checks import COUNT_CHECKS
from monosashi.model import Count, CountedRecord, Finding, LeftOut, Message, Nendo, Sheet, Tolerances, Value
from monosashi.office.samples import sample
from tests.laws.edits import put

FIRST = "/goals/0/levers/0/indicators/0/measures/0"
AGREEMENTS = "/goals/0/levers/1/indicators/0/measures/0"
PARTNERS, RATIO = "/goals/1/levers/0/indicators/0/measures/0", "/goals/1/levers/0/indicators/0/measures/1"
STUDIES = "/goals/1/levers/1/indicators/1/measures/0"
SAID = Message(ja="数えた。", en="It counts.")
SEED = sample("soumu-r3-14")


def counts(
    path: str, values: dict[int, str], unit: str = "回", since: int | None = 2015, part: str = ""
) -> list[Count]:
    """A count a year, with as many records as it says."""
    return [
        Count(
            rule="own",
            path=path,
            part=part,
            nendo=Nendo(year=year),
            of=Nendo(year=year),
            value=Decimal(value),
            unit=unit,
            counted=tuple(CountedRecord(record=f"talks/K-{year}-{n}", because=SAID) for n in range(int(float(value)))),
            records_since=Nendo(year=since) if since else None,
        )
        for year, value in values.items()
    ]


def found(sheet: Sheet, given: list[Count], by: Tolerances | None = None) -> list[Finding]:
    alone = audit(sheet, by)
    beside = audit(sheet, by, given)
    assert [one for one in beside if one.code != "register-differs"] == list(alone)
    return [one for one in beside if one.code == "register-differs"]


def test_numbers_that_agree_are_not_told() -> None:
    assert found(SEED, counts(FIRST, {2018: "56", 2019: "50", 2020: "17"})) == []
    assert found(SEED, []) == []


def test_both_numbers_are_named_with_the_rows() -> None:
    (one,) = found(SEED, counts(FIRST, {2018: "56", 2019: "49", 2020: "17"}))
    assert (one.severity.value, one.expected, one.found) == ("warning", "49回", "50回")
    assert one.message == Message(
        ja="指標①の令和元年度の【参考】は、表は50回、登録は49回です。",
        en="Indicator ①: the past value of FY2019 is printed as 50回, while the records count 49回.",
    )
    assert one.path.startswith("/rationales/0/references/")
    assert [row.path for row in one.evidence] == [f"records/talks/K-2019-{n}" for n in range(49)]


def test_a_mean_is_held_against_the_mean_of_what_was_counted() -> None:
    (one,) = found(SEED, counts(FIRST, {2018: "50", 2019: "50", 2020: "17"}))
    assert one.message.ja == (
        "指標①の基準値は、表は41回、登録の平均は39、平成30年度の【参考】は、表は56回、登録は50回です。"
    )
    assert (one.path, one.expected, one.found) == (f"{FIRST}/baseline/value", "39回、50回", "41回、56回")
    assert [row.path for row in one.evidence][:2] == ["/rationales/0/references/2", "records/talks/K-2018-0"]
    assert len(one.evidence) == 1 + 50 + 50 + 17


def test_a_part_has_a_finding_of_its_own() -> None:
    whole = counts(AGREEMENTS, {2018: "67", 2019: "55", 2020: "13"}, "件")
    part = counts(AGREEMENTS, {2018: "33", 2019: "19", 2020: "6"}, "件", part="政務レベル")
    (one,) = found(SEED, [*whole, *part])
    assert one.message.ja.startswith("指標3（うち政務レベル）の令和2年度の【参考】は、表は5件、登録は6件")


def test_what_was_left_out_is_counted_by_reason() -> None:
    (count,) = counts(FIRST, {2019: "49"})
    left = [("a", "same-event"), ("b", "same-event"), ("c", "cancelled"), ("d", "other-year")]
    told = tuple(LeftOut(record=f"talks/{name}", code=code, because=SAID) for name, code in left)
    (one,) = found(SEED, [count.model_copy(update={"left_out": told})])
    assert one.message.ja.endswith("登録は49回です（数えなかった記録：同じ出来事の重なり2件、取消し1件）。")
    assert one.message.en.endswith("count 49回 (left out: 2 entered again for the same event and 1 cancelled).")


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(counts(FIRST, {2019: "49"}, since=None), id="no records at all"),
        pytest.param(counts(FIRST, {2018: "0"}, since=2019), id="a year before the first record"),
        pytest.param(counts(FIRST, {2019: "49"}, "か国"), id="another unit"),
        pytest.param(counts(FIRST, {2018: "56", 2019: "49"})[:1], id="a mean of which a year is missing"),
        pytest.param(counts(PARTNERS, {2018: "9", 2019: "9", 2020: "16"}, "社"), id="past values in another unit"),
        pytest.param(counts(FIRST, {2021: "40"}), id="nothing printed yet"),
        pytest.param([counts(FIRST, {2019: "49"})[0].model_copy(update={"value": None})], id="nothing can be said"),
        pytest.param(counts(STUDIES, {2018: "12", 2019: "19", 2020: "10"}), id="程度, and the mean agrees"),
    ],
)
def test_it_does_not_apply(given: list[Count]) -> None:
    assert found(SEED, given) == []


def test_a_number_printed_as_approximate_may_differ_within_the_tolerance() -> None:
    baseline = Value.model_validate("11回程度（令和2年度実績）")
    sheet = put(SEED, f"{STUDIES}/baseline/value", baseline)
    near = counts(STUDIES, {2020: "10"})
    assert found(sheet, near) == []
    (one,) = found(sheet, near, Tolerances(about=Decimal(9)))
    assert (one.path, one.expected, one.found) == (f"{STUDIES}/baseline/value", "10回", "11回程度")


def test_the_sheet_as_it_prints_a_ratio() -> None:
    (one,) = found(SEED, counts(RATIO, {2020: "5.4"}, ""))
    assert (one.path, one.expected, one.found) == (f"{RATIO}/baseline/value", "5.4", "5.5")


def test_a_check_is_a_module_of_its_own_name() -> None:
    names = [getattr(module, "__name__", "").rpartition(".")[2] for module in COUNT_CHECKS]
    assert names == [module.CHECK.code.replace("-", "_") for module in COUNT_CHECKS]
