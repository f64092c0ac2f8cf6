"""通運省25-②: for 評価書（モニタリング） with aims over indicators and levers."""

from dataclasses import replace

from tests.papers.content import Budget, Cabinet, Content, Fault, Indicator, Year, series
from tests.papers.value import value

_FIRST = "荷主と運び手が手を組み、空で走る車を減らすこと"
_SECOND = "離れた島にも、望む日に荷が届くこと"

PORT = Content(
    title="平成26年度主要な政策に係る評価書（モニタリング）",
    identifier="通運省25-②",
    title_year=2014,
    head={
        "policy": "政策２：荷の流れを整え、暮らしを支える",
        "field": "運輸",
        "outline": "共同の集配、帰りの便の活用、島への船便の維持を進める。",
        "aim": "運び手の不足の中でも、全国どこへでも荷が届く姿を保つ。",
    },
    indicators=(
        Indicator(
            "1",
            "共同で集配を行う地域の数",
            series(2013, "30地域 36地域 42地域", "31地域 － －"),
            value("24地域"),
            2012,
            value("42地域"),
            2015,
            primary=True,
            kind="outcome",
            goal=_FIRST,
            lever="共同集配の仕組みづくり",
            reason="地域の数が増えるほど、空で走る距離が減るため。",
        ),
        Indicator(
            "2",
            "共同集配に関する説明会の開催回数",
            series(2013, "20回 20回 20回", "23回 － －"),
            value("18回"),
            2012,
            value("20回"),
            2015,
            kind="output",
            goal=_FIRST,
            lever="共同集配の仕組みづくり",
            merged=True,
            reason="仕組みを知る荷主を増やすため。",
        ),
        Indicator(
            "3",
            "帰りの便の積載率",
            series(2013, "約40.0％ 約43.0％ 約46.0％", "38.7％ － －"),
            value("37.5％"),
            2012,
            value("約46.0％"),
            2015,
            primary=True,
            kind="outcome",
            goal=_FIRST,
            lever="帰りの便の活用",
            reason="空で走る車の減り方を直に表すため。",
        ),
        Indicator(
            "4",
            "週に三便以上の船がある島の割合",
            series(2013, "88％以上 90％以上 92％以上", "89.3％ － －"),
            value("86.1％"),
            2012,
            value("92％以上"),
            2015,
            primary=True,
            kind="outcome",
            goal=_SECOND,
            lever="島への船便の維持",
            reason="三便あれば生鮮の品も傷まずに届くため。",
        ),
        Indicator(
            "5",
            "船便の維持に関する協議会の運営",
            (
                Year(2013, value("二つの海域に協議会を置く。"), value("三つの海域に協議会を置いた。")),
                Year(2014, value("全ての海域に協議会を置く。"), value("－")),
                Year(2015, value("協議の結果を航路の計画に入れる。"), value("－")),
            ),
            value("協議会なし"),
            2012,
            value("全ての海域で話合いの場が働いている状態"),
            2015,
            kind="output",
            goal=_SECOND,
            lever="島への船便の維持",
            reason="便の数は地域の合意があってこそ保てるため。",
        ),
    ),
    budgets=(
        Budget(2011, "288,180", "23,940", "-23,940", "288,180", "271,066"),
        Budget(2012, "287,349", "0", "23,940", "311,289", "298,512"),
        Budget(2013, "285,731", "0", "0", "285,731", "280,044"),
        Budget(2014, "291,006"),
    ),
    cabinet=(
        Cabinet(
            "第百八十六回国会における施政方針演説（衆）", "平成26年１月24日", "2014-01-24", "離島の暮らしに触れた部分"
        ),
        Cabinet("物流に関する総合的な施策の大綱", "平成25年６月25日", "2013-06-25", "２．共同化の推進"),
    ),
    notes=(("※１", "政策とは、法に定める施策に当たるものをいう。"), ("※２", "実績（値）は、年度末の数である。")),
    unit="千円",
)

#: The last yearly target differs from the final one, and a number is missing from the row of numbers.
PORT_FAULTY = replace(
    PORT,
    identifier="通運省25-③",
    indicators=tuple(
        replace(one, number="6")
        if one.number == "5"
        else replace(one, target=value("45地域"))
        if one.number == "1"
        else one
        for one in PORT.indicators
    ),
    faults=(
        Fault("last-yearly-target", "指標1", "27年度の目標42地域と目標45地域"),
        Fault("numbering", "指標", "1 2 3 4 6"),
    ),
)

#: A number over two measures, and a target printed once for two of three years.
PORT_MEASURES = replace(
    PORT,
    identifier="通運省25-④",
    indicators=tuple(
        measure
        for one in PORT.indicators
        for measure in (
            one,
            *(
                [
                    replace(
                        one,
                        name="共同で集配を行う車の台数",
                        years=series(2013, "400台 450台 450台", "412台 － －"),
                        baseline=value("380台"),
                        target=value("450台"),
                        merged=True,
                        reason="地域が増えても車が伴わなければ荷は運べないため。",
                    )
                ]
                if one.number == "1"
                else []
            ),
        )
    ),
    faults=(Fault("two-measures-one-number", "指標1", "地域 and 台"),),
)
