"""湖沼水質庁22-5: for 評価書 of the standard form (別紙2), in 百万円, with a request."""

from tests.papers.content import Budget, Cabinet, Content, Fault, Indicator, series
from tests.papers.value import value

LAKE = Content(
    title="平成22年度湖沼水質庁実績評価書（標準様式）",
    identifier="湖沼水質庁22-5",
    title_year=2010,
    head={
        "policy": "湖と沼の水を澄んだものに戻す",
        "outline": "流れ込む川の手入れと、岸辺の植生の回復を進める。",
        "aim": "平成二十四年度までに、環境基準を満たす湖を二十二に増やす。",
        "grade": "相当程度進展あり",
        "judged": "主な指標である１は目標に近いが、２は集計が終わっていない。",
        "analysis": "岸辺の植生は早く戻ったが、底の泥からの溶け出しが続いている。",
        "next": "底の泥の調べを加え、目標の水準は保つ。",
        "knowledge": "水質評価懇談会（平成23年６月14日）で意見を聴いた。",
        "material": "公共用水域水質測定結果",
        "bureau": "水環境局湖沼課",
        "officer": "湖沼課長　真菰　さとる",
        "when": "平成23年６月",
    },
    indicators=(
        Indicator(
            "1",
            "環境基準を満たした湖の数",
            series(2006, "－ － 16湖 17湖 18湖", "14湖 15湖 17湖 18湖 集計中"),
            value("12湖"),
            2004,
            value("22湖"),
            2012,
            mark="△",
        ),
        Indicator(
            "2",
            "水辺の観察会に来た子どもの数（累積）",
            series(2006, "－ － － － －", "453人_（試行） 1,290人 2,344人 3,671人 5,020人"),
            value("0人"),
            2005,
            value("6,000人"),
            2012,
            mark="○",
        ),
        Indicator(
            "3",
            "岸辺の植生が戻った延長",
            series(2006, "20km 25km 30km 35km 40km", "21.5km 24.0km ― 36.2km 41.3km"),
            value("18.5km"),
            2004,
            value("50km程度"),
            2012,
            mark="○",
        ),
        Indicator(
            "4",
            "下水への接続率",
            series(2006, "－ － － － －", "71.2％ 72.0％ 71.9％ 73.4％ 74.1％（暫定値）"),
            value("70.8％"),
            None,
            value("約80％"),
            2027,
            mark="×",
        ),
    ),
    budgets=(
        Budget(2008, "7,113", "977", "▲ 250", "7,840", "7,698"),
        Budget(2009, "7,020", "0", "250", "7,270", "7,115"),
        Budget(2010, "6,958", "310", "▲ 120", "7,148", "6,990"),
        Budget(2011, "6,804"),
        Budget(2012, request="7,052"),
    ),
    cabinet=(Cabinet("新たな水環境の戦略", "平成22年６月18日", "2010-06-18", "第２章　湖沼"),),
)

#: The same with a sum that does not add up and money that is not carried over.
LAKE_FAULTY = Content(
    title=LAKE.title,
    identifier="湖沼水質庁22-⑤",
    title_year=LAKE.title_year,
    head=LAKE.head,
    indicators=LAKE.indicators,
    budgets=(
        Budget(2008, "7,113", "977", "▲ 250", "7,804", "7,698"),
        Budget(2009, "7,020", "0", "205", "7,225", "7,315"),
        Budget(2010, "6,958", "310", "0", "7,268", "6,990"),
        Budget(2011, "6,804"),
        Budget(2012, request="7,052"),
    ),
    faults=(
        Fault("sum-wrong", "20年度 合計", "7,113+977-250=7,840, printed 7,804", ("money",)),
        Fault("carry-over", "20年度 -> 21年度", "-250 -> 205", ("money",)),
        Fault("executed-over-budget", "21年度", "7,315 > 7,225", ("money",)),
    ),
)
