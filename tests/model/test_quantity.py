"""Value cells: what sheets print, and what it means."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from monosashi.model import Amount, Comparator, Nendo, Part, Quantity, Ratio, Value, YearKind
from monosashi.model.quantity import parse_quantity, print_quantity

H30_R2 = (Nendo(year=2018), Nendo(year=2019), Nendo(year=2020))
H23_H25 = (Nendo(year=2011), Nendo(year=2012), Nendo(year=2013))


def amount(value: str, unit: str = "", *, about: bool = False) -> Amount:
    return Amount(value=Decimal(value), unit=unit, approximate=about)


def quantity(value: str, unit: str = "", **fields: object) -> Quantity:
    return Quantity.model_validate({"value": Decimal(value), "unit": unit, **fields})


READ = {
    "政策協議等：41回（平成30年度～令和2年度の平均）": quantity("41", "回", label="政策協議等", mean_of=H30_R2),
    "政策協議等：41回程度": quantity("41", "回", label="政策協議等", approximate=True),
    "年度ごとに政策協議等：41回程度": quantity("41", "回", label="政策協議等", approximate=True, each_year=True),
    "年度毎にセミナー等：33回程度": quantity("33", "回", label="セミナー等", approximate=True, each_year=True),
    "毎年度12件": quantity("12", "件", each_year=True),
    "45件（政務レベル19件）（平成30年度～令和2年度の平均）": quantity(
        "45", "件", parts=(Part(name="政務レベル", amount=amount("19", "件")),), mean_of=H30_R2
    ),
    "年度ごとに45件程度（うち政務レベル19件程度）": quantity(
        "45",
        "件",
        approximate=True,
        each_year=True,
        parts=(Part(name="政務レベル", amount=amount("19", "件", about=True), subset=True),),
    ),
    "12件（うち、政務レベルは5件）": quantity(
        "12", "件", parts=(Part(name="政務レベル", amount=amount("5", "件"), subset=True),)
    ),
    "12人（男10人、女2人）": quantity(
        "12", "人", parts=(Part(name="男", amount=amount("10", "人")), Part(name="女", amount=amount("2", "人")))
    ),
    "42回（政策協議等：17回　国際会議：25回）": quantity(
        "42",
        "回",
        parts=(Part(name="政策協議等", amount=amount("17", "回")), Part(name="国際会議", amount=amount("25", "回"))),
    ),
    "累計16社（目標値：12社）": quantity("16", "社", cumulative=True, earlier_target=amount("12", "社")),
    "16社（目標12社）": quantity("16", "社", earlier_target=amount("12", "社")),
    "累計：12件": quantity("12", "件", cumulative=True),
    "12件（累計）": quantity("12", "件", cumulative=True),
    "5.5（目標値：4.5）（誘発された民間投融資額/JICTからの実投融資額）": quantity(
        "5.5",
        earlier_target=amount("4.5"),
        ratio=Ratio(numerator="誘発された民間投融資額", denominator="JICTからの実投融資額"),
    ),
    "14回程度（平成30年度から令和2年度までの平均）": quantity("14", "回", approximate=True, mean_of=H30_R2),
    "14回（平成30年度～令和2年度の3か年平均）": quantity("14", "回", mean_of=H30_R2),
    "118千GJ（平成23年度～25年度の平均）": quantity("118", "千GJ", mean_of=H23_H25),
    "５件程度": quantity("5", "件", approximate=True),
    "４２町村": quantity("42", "町村"),
    "63.50％": quantity("63.50", "%"),
    "約70,000ha": quantity("70000", "ha", approximate=True),
    "1.8基／10km": quantity("1.8", "基/10km"),
    "２．３３社/件": quantity("2.33", "社/件"),
    "5人/10万人": quantity("5", "人/10万人"),
    "1,650箇所（暫定値）": quantity("1650", "箇所", provisional=True),
    "77%（速報）": quantity("77", "%", provisional=True),
    "86 (108%)": quantity("86", rate=Decimal(108)),
    "80\n（100%）": quantity("80", rate=Decimal(100)),
    "約75%（24年度）": quantity("75", "%", approximate=True, remarks=("24年度",)),
    "12社（令和2年度末）": quantity("12", "社", as_of=Nendo(year=2020)),
    "12社（令和2事務年度）": quantity("12", "社", as_of=Nendo(year=2020, kind=YearKind.BUSINESS)),
    "令和２年度：42回": quantity("42", "回", as_of=Nendo(year=2020)),
    "△ 288,349": quantity("-288349"),
    "▲ 356,601": quantity("-356601"),
    "-23,940": quantity("-23940"),
    "＋5％": quantity("5", "%"),
    "350g": quantity("350", "g"),
    "12 km2": quantity("12", "km2"),
    "1,234.5t-CO2": quantity("1234.5", "t-CO2"),
    "80%以上": quantity("80", "%", comparator=Comparator.AT_LEAST),
    "80%程度以上": quantity("80", "%", comparator=Comparator.AT_LEAST, approximate=True),
    "30日以内": quantity("30", "日", comparator=Comparator.AT_MOST),
    "50%未満": quantity("50", "%", comparator=Comparator.BELOW),
    "10件を超える": quantity("10", "件", comparator=Comparator.ABOVE),
    "前年度比5%増": quantity("5", "%増", label="前年度比"),
    "12か所": quantity("12", "か所"),
    "5年": quantity("5", "年"),
    "45件（※３）": quantity("45", "件", remarks=("※3",)),
    "45件※３": quantity("45", "件", remarks=("※3",)),
    "12件（約13件）": quantity("12", "件", remarks=("約13件",)),
    "453（パイロット調査）": quantity("453", remarks=("パイロット調査",)),
    "1,02\n0箇所": quantity("1020", "箇所"),
    "45件程\n度（うち政\n務レベル19件程度）": quantity(
        "45",
        "件",
        approximate=True,
        parts=(Part(name="政務レベル", amount=amount("19", "件", about=True), subset=True),),
    ),
    "42回\n（政策協議等：17回\n国際会議：25回）": quantity(
        "42",
        "回",
        parts=(Part(name="政策協議等", amount=amount("17", "回")), Part(name="国際会議", amount=amount("25", "回"))),
    ),
}

TEXTS = [
    "",
    "-",
    "－",
    "…",
    "集計中",
    "前年度以上",
    "前年度以上（過去実績値の最高値以上）",
    "届出の受理後30日以内",
    "全ての報告等の受理後90日以内",
    "80％以上を維持",
    "※５",
    "令和5年度",
    "令和3年6月18日",
    "2020年度",
    "R5年",
    "6月",
    "(12件)",
    "20～30件",
    "男性12%、女性15%",
    "1,452/1,737",
    "12：30",
    "±0",
    ".5",
    "12.",
    "1,23",
    "12,3456",
    "240\n105",
    "1,240\n1,105",
    "10（暫定）5件",
    "12件（13件",
    "12件）",
    "①12件",
    "約12～13件",
    "5以上以下",
    "#DIV/0!",
    "手引きを作り、２年で全市町村に配る。",
    "講習会を２回開き、意見を聞いた。",
]


@pytest.mark.parametrize(("text", "meant"), READ.items())
def test_a_value_cell_means(text: str, meant: Quantity) -> None:
    assert parse_quantity(text) == meant
    assert parse_quantity(print_quantity(meant)) == meant
    assert Value.model_validate(text) == Value(text=text, quantity=meant)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_no_number(text: str) -> None:
    assert parse_quantity(text) is None
    assert Value.model_validate(text) == Value(text=text, quantity=None)


@pytest.mark.parametrize("printed", ["うち政務レベル19件", "政務レベル19件"])
def test_uchi_is_not_part_of_a_parts_name(printed: str) -> None:
    found = parse_quantity(f"45件（{printed}）")
    assert found is not None
    part = found.part("政務レベル")
    assert part == Part(name="政務レベル", amount=amount("19", "件"), subset=printed.startswith("うち"))


@pytest.mark.parametrize("name", ["", "うち政務レベル"])
def test_a_parts_name_leaves_uchi_out(name: str) -> None:
    with pytest.raises(ValueError, match="leaves うち out"):
        Part(name=name, amount=amount("1"))


def test_the_amount_of_a_quantity_is_the_number_alone() -> None:
    found = parse_quantity("累計12社以上（令和2年度）")
    assert found is not None
    assert found.amount == Amount(value=Decimal(12), unit="社", comparator=Comparator.AT_LEAST)
    assert found.part("社") is None


@pytest.mark.shared
@pytest.mark.parametrize(
    ("sheet", "values"),
    [("R3-14.tables", 16), ("others/h1_bessi1_jizen.tables", 64), ("others/h5_kohyo.tables", 49)],
)
def test_every_value_of_the_published_tables_reads_as_a_person_read_it(shared: Path, sheet: str, values: int) -> None:
    read, truth = [], []
    for table in ("indicators.csv", "yearly.csv"):
        with (shared / "seed" / sheet / table).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for field in ("baseline", "target", "actual"):
                    if text := row.get(f"{field}_text"):
                        found = parse_quantity(text)
                        value = row[f"{field}_value"]
                        read.append((text, found.value if found else None))
                        truth.append((text, Decimal(value) if value else None))
    assert read == truth
    assert len(read) == values
