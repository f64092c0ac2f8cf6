"""The workbook is the official form: what stands where, merged over what, and what is left out."""

from tests.publishing.excel.book import cells, published, ranges_of
from tests.publishing.made import measured, plain

GOAL = "/goals/0/levers/0/indicators/{}/measures/0"


def test_the_form_of_a_plain_sheet() -> None:
    assert cells(published(plain())) == {
        "A1:AX1": "主要な政策に係る政策評価の事前分析表（令和５年度実施政策）",
        "AY1:BH1": "（港湾省R5－③）",
        "A2:F3": "政策\n（※１）\n名",
        "G2:AB3": "灯台の保守",
        "AR4:AW5": "政策評価実施予定時期",
        "AX4:BH5": "令和８年８月",
        "A5:F5": "基本目標【達成すべき目標及び目標設定の考え方・根拠】",
        "G5:AQ5": "［最終アウトカム］：船が迷わない",
        "A7:E9": "施策目標",
        "F7:K9": "施策手段",
        "L7:U9": "測定指標",
        "V7:AA9": "基準（値）",
        "AB7:AD9": "基準年度",
        "AE7:AI9": "目標（値）",
        "AJ7:AL9": "目標年度",
        "AM7:AX7": "年度ごとの目標（値）",
        "AM8:AX8": "年度ごとの実績（値）\n（※２）",
        "AM9:AR9": "令和５年度",
        "AS9:AX9": "令和６年度",
        "AY7:BH9": "測定指標の選定理由、施策目標と測定指標の関係性（因果関係）及び目標（値）（水準・目標年度）の設定の根拠",
        "A10:E13": "灯りを絶やさない",
        "F10:K13": "電球を換える",
        "L10:M11": "①",
        "N10:U11": "点灯率\n＜アウトカム指標＞",
        "V10:AA11": "97.0%",
        "AB10:AD11": "令和４年度",
        "AE10:AI11": "99.0%以上",
        "AJ10:AL11": "令和７年度",
        "AM10:AX10": "年度ごとに98.0%以上",
        "AM11:AR11": "98.5%（速報値）",
        "AY10:BH11": "灯りが要る。\n【参考】\n令和３年度：96.5%",
        "L12:M13": "①",
        "N12:U13": "換えた電球",
        "AE12:AI13": "累計1,200個程度（うちLED900個）",
        "AY12:BH15": "数で見る。",
        "A14:E15": "霧に備える",
        "L14:M15": "2",
        "N14:U15": "霧笛",
        "A17:T18": "達成手段\n（開始年度）",
        "U17:AL17": "予算額（執行額）",
        "U18:AC18": "令和４年度",
        "AD18:AL18": "令和５年度",
        "AM17:AP18": "関連する\n指標",
        "AQ17:BB18": "達成手段の概要等",
        "BC17:BH18": "行政事業レビュー事業番号",
        "A19:B19": "(1)",
        "C19:T19": "灯台整備費\n（昭和43年度）",
        "U19:AC19": "1,200百万円\n（1,100百万円）",
        "AD19:AL19": "※３",
        "AM19:AP19": "①、2",
        "AQ19:BB19": "電球と霧笛を買う。",
        "BC19:BH19": "-",
        "A20:T20": "政策の予算額・執行額",
        "U20:AC20": "1,200百万円",
        "A22:H23": "政策に関係する内閣の重要政策（施政方針演説等のうち主なもの）",
        "I22:T22": "施政方針演説等の名称",
        "U22:Z22": "年月日",
        "AA22:BH22": "関係部分（抜粋）",
        "I23:T23": "海の基本計画",
        "U23:Z23": "令和５年４月２８日",
        "AA23:BH23": "第１部",
        "A25:BH25": "※１　政策は施策のこと。",
    }


def test_parts_a_sheet_does_not_have_are_left_out() -> None:
    sheet = plain(goals=[], rationales=[], programmes=[], money=[], cabinet=[], notes=[], labels=[])
    assert list(cells(published(sheet)).values())[-1] == "［最終アウトカム］：船が迷わない"


def test_an_empty_sheet_is_an_empty_page() -> None:
    empty = plain(title="", identifier="", policy={}, labels=[], goals=[], rationales=[], programmes=[])
    assert cells(published(empty.model_copy(update={"money": (), "cabinet": (), "notes": ()}))) == {}


def test_indicators_take_the_room_of_goals_and_levers_that_are_not_printed() -> None:
    found = cells(published(measured([{"name": "灯り"}])))
    assert (found["A1:U3"], found["A4:B5"], found["C4:U5"]) == ("測定指標", "1", "灯り")


def test_a_column_whose_label_was_printed_is_printed_though_it_is_empty() -> None:
    sheet = measured([{"name": "灯り"}], labels=[{"role": "indicators.lever", "text": "手段"}])
    assert ranges_of(sheet, "手段", "測定指標", "灯り") == ["A1:K3", "L1:U3", "N4:U5"]


def test_years_share_their_columns_evenly_and_the_widest_columns_give_way() -> None:
    five = [f"令和{n}年度" for n in "３４５６７"]
    sheet = measured([{"name": "灯り", "actuals": [{"year": year, "value": year[2]} for year in five]}])
    assert ranges_of(sheet, *five) == ["AJ3:AL3", "AM3:AO3", "AP3:AR3", "AS3:AU3", "AV3:AX3"]
    assert ranges_of(sheet, "３", "７", "測定指標") == ["AJ5:AL5", "AV5:AX5", "A1:R3"]


def test_more_years_than_the_grid_has_columns_make_the_grid_finer() -> None:
    thirteen = [f"平成{n}年度" for n in range(13, 26)]
    sheet = measured([{"name": "灯り", "actuals": [{"year": year, "value": "1"} for year in thirteen]}])
    worksheet = published(sheet)
    assert worksheet.max_column == 120
    assert [text for text in cells(worksheet).values() if text in thirteen] == thirteen


def test_years_of_several_measures_stand_in_rising_order() -> None:
    sheet = measured(
        [
            {"name": "甲", "actuals": [{"year": "令和３年度"}, {"year": "令和５年度"}]},
            {"name": "乙", "targets": [{"years": ["令和４年度"], "value": "10"}]},
        ]
    )
    assert ranges_of(sheet, "令和３年度", "令和４年度", "令和５年度", "10") == [
        "AM3:AP3",
        "AQ3:AT3",
        "AU3:AX3",
        "AQ6:AT6",
    ]


def test_years_that_fall_keep_their_order() -> None:
    sheet = measured([{"name": "甲", "actuals": [{"year": "令和５年度"}, {"year": "令和４年度"}]}])
    assert ranges_of(sheet, "令和５年度", "令和４年度") == ["AM3:AR3", "AS3:AX3"]


def test_a_year_named_twice_has_two_columns() -> None:
    sheet = measured([{"name": "甲", "actuals": [{"year": "令和４年度", "value": v} for v in ("7", "8")]}])
    assert ranges_of(sheet, "7", "8") == ["AM5:AR5", "AS5:AX5"]


def test_a_target_of_years_that_do_not_stand_together_is_printed_in_each_run() -> None:
    targets = [{"years": ["令和３年度", "令和５年度"], "value": "10"}, {"years": ["令和４年度"], "value": "20"}]
    actuals = [{"year": f"令和{n}年度"} for n in "３４５"]
    found = cells(published(measured([{"name": "甲", "targets": targets, "actuals": actuals}])))
    assert {place: text for place, text in found.items() if text in ("10", "20")} == {
        "AM4:AP4": "10",
        "AQ4:AT4": "20",
        "AU4:AX4": "10",
    }


def test_two_rationales_of_one_measure_stand_side_by_side() -> None:
    reasons = [
        {"text": "広く見る", "measures": [GOAL.format(0), GOAL.format(1), GOAL.format(2)]},
        {"text": "深く見る", "measures": [GOAL.format(1)]},
    ]
    sheet = measured([{"name": name} for name in "甲乙丙"], rationales=reasons)
    assert ranges_of(sheet, "広く見る", "深く見る") == ["AY4:BC9", "BD6:BH7"]


def test_a_rationale_of_no_measure_has_a_line_of_its_own() -> None:
    sheet = measured([{"name": "甲"}], rationales=[{"text": "総じて"}])
    assert ranges_of(sheet, "総じて") == ["AY6:BH6"]


def test_a_group_stands_left_of_the_numbers_of_its_indicators() -> None:
    sheet = plain(
        goals=[
            {
                "text": "渡る",
                "levers": [
                    {
                        "text": "橋",
                        "indicators": [
                            {"number": "19①", "group": "橋の数", "measures": [{"name": "鉄"}]},
                            {"number": "19②", "group": "橋の数", "measures": [{"name": "木"}]},
                        ],
                    }
                ],
            }
        ],
        rationales=[],
    )
    assert ranges_of(sheet, "橋の数", "19①", "鉄", "19②", "木") == [
        "L10:N13",
        "O10:P11",
        "Q10:U11",
        "O12:P13",
        "Q12:U13",
    ]


def test_statements_the_form_has_no_place_for_follow_below() -> None:
    statements = [
        {"role": "name", "label": "政策名", "text": "灯台"},
        {"role": "name", "label": "旧政策名", "text": "灯り"},
        {"role": "other", "label": "備考", "text": "なし"},
    ]
    sheet = plain(policy={"statements": statements})
    assert ranges_of(sheet, "政策名", "旧政策名", "灯り", "備考", "なし") == [
        "A2:F3",
        "A4:F4",
        "G4:BH4",
        "A5:F5",
        "G5:BH5",
    ]
