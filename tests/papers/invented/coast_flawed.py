"""沿岸資源庁29-4: the same office's next sheet, with faults of many kinds."""

from dataclasses import replace

from tests.papers.content import Cabinet, Fault, Indicator, Programme, money, series
from tests.papers.invented.coast import COAST
from tests.papers.value import value

COAST_FLAWED = replace(
    COAST,
    identifier="沿岸資源庁29-4",
    head={**COAST.head, "policy": "浜の市と食の行き来を盛んにする取組の推進", "when": "平成30年８月"},
    indicators=(
        Indicator(
            "1",
            "浜の市に出店した漁家の数",
            series(2015, "－ － 150戸 160戸 170戸", "131戸 140戸 － － －"),
            value("122戸_（平成24年度～26年度の平均）"),
            2014,
            value("170戸"),
            2019,
            primary=True,
            reason="出店の数が市の力を表すため。\n【参考】\n平成24年度：120戸\n平成25年度：124戸\n平成26年度：131戸",
            mean_of=(2012, 2013, 2014),
            references=((2012, "120"), (2013, "124"), (2014, "131")),
        ),
        Indicator(
            "2",
            "市で受けた注文の件数",
            series(2015, "－ － 500件 520件 540件", "430件_（うち遠方112件） 455件_（うち遠方466件） － － －"),
            value("410件_（うち遠方98件）"),
            2014,
            value("540件"),
            2019,
            reason="注文が続くことが行き来の証しになるため（※２）。",
        ),
        Indicator(
            "3",
            "市の帰りに宿をとる人の割合を高める",
            series(2015, "－ － 22.0％ 21.5％ 21.0％", "23.0％ 22.8％ － － －"),
            value("23.4％"),
            2014,
            value("21.0％"),
            2019,
            reason="泊まる人が増えると町の店も潤うため。",
        ),
        Indicator(
            "4",
            "加工場の見学者の数",
            series(2015, "－ － 3,000人 3,200人 3,400人", "2,610人 2,755人 － － －"),
            value("2,480人"),
            2014,
            value("3,400組"),
            2019,
            reason="見学は品への信頼を生むため。",
        ),
    ),
    programmes=(
        Programme(
            "1",
            "浜の市の開設支援",
            2011,
            money("310/295", "320/311", "330"),
            ("1", "2"),
            "市を開く費用の一部を補う。",
            "0031",
        ),
        Programme(
            "2", "宿と市をつなぐ事業", 2015, money("42/40", "44/41", "45"), ("3",), "市の日の宿の割引を支える。", "0032"
        ),
    ),
    policy_money=money("352/335", "364/352", "375"),
    cabinet=(Cabinet("魚食の普及に関する基本方針", "平成28年２月30日", ""),),
    notes=(("※１", "市は、月に一度以上開くものに限る。"),),
    faults=(
        Fault("baseline-mean", "指標1 基準値", "printed 122; mean(120,124,131)=125"),
        Fault("part-whole", "指標2 28年度", "466 > 455"),
        Fault("target-worse", "指標3", "23.4 -> 21.0"),
        Fault("unit-differs", "指標4", "人 and 組"),
        Fault("indicator-without-programme", "指標4", "related = {1,2,3}", ("indicators", "programmes")),
        Fault("note-undefined", "指標2 理由", "※２", ("indicators", "notes")),
        Fault("evaluation-month", "政策評価実施予定時期", "平成30年８月, targets of 2019", ("indicators", "head")),
        Fault("year-impossible", "内閣の重要政策", "平成28年２月30日", ("cabinet",)),
    ),
)
