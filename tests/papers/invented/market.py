"""市場公正局28-1: for 評価書 of the standard form in 千円, short series, a qualitative block."""

from tests.papers.content import Budget, Content, Indicator, Year, series
from tests.papers.value import value

MARKET = Content(
    title="平成28年度市場公正局実績評価書",
    identifier="市場公正局28-1",
    title_year=2016,
    head={
        "policy": "だれもが確かめられる取引の実現",
        "outline": "届出の審査と，表示の見張りを通じ，取引の確かさを高める。",
        "aim": "届出を早く正しく審査し，紛らわしい表示を減らす。",
        "grade": "目標達成",
        "judged": "全ての指標で目標を上回り，又は保った。",
        "next": "引き続き同じ目標で進める。",
        "knowledge": "評価委員会（平成28年６月）の意見を踏まえた。",
        "material": "届出処理簿",
        "bureau": "調査部企画課",
        "officer": "企画課長　秤　正子",
        "when": "平成28年７月",
    },
    indicators=(
        Indicator(
            "1",
            "届出を受理してから審査を終えるまでの期間の遵守割合（注１）",
            (*series(2013, "届出の受理後30日以内 届出の受理後30日以内 届出の受理後30日以内", "100％ 100％ 99.2％"),),
            value("－"),
            None,
            value("届出の受理後30日以内"),
            2015,
        ),
        Indicator(
            "2",
            "表示の見張りに協力する調査員の数",
            series(2013, "80人 80人 80人", "86人_(108%) 53人_(66%) 88人_(110%)"),
            value("78人"),
            2012,
            value("80人"),
            2015,
        ),
        Indicator(
            "3",
            "紛らわしい表示の申出に応じた件数",
            series(2013, "1,100件以上 1,150件以上 1,200件以上", "1,064件 1,203件 1,311件"),
            value("1,020件"),
            2012,
            value("1,200件以上"),
            2015,
        ),
    ),
    budgets=(
        Budget(2014, "361,002", "0", "0", "361,002", "344,118"),
        Budget(2015, "352,640", "12,300", "-4,100", "360,840", "341,006"),
        Budget(2016, "349,911"),
        Budget(2017, request="377,520"),
    ),
    notes=(("※", "（注１）は、土曜日及び日曜日を除いて数えた。"),),
    unit="千円",
)

MARKET_QUALITATIVE = Indicator(
    "4",
    "海外の当局との情報の交換",
    (
        Year(2013, actual=value("二つの当局と覚書の案を詰めた。")),
        Year(2014, actual=value("覚書を結び，担当者を相互に送った。")),
        Year(2015, actual=value("共同で手引を作り，公表した。")),
    ),
    target=value("海外の当局と互いに知らせ合う仕組みを整える。"),
    target_year=2015,
)
