"""備え庁26-⑥ and 暮らし表示室: aims told in words, with 目標 and what was done in each year."""

from tests.papers.content import Budget, Cabinet, Content, Indicator, Year
from tests.papers.value import value

RESCUE = Content(
    title="平成26年度実施施策に係る政策評価書（モニタリング）",
    identifier="備え庁26-⑥",
    title_year=2014,
    head={
        "policy": "大きな地震への備えと助けの力の強化",
        "outline": "助けに向かう人と物を早く届けるため、運ぶ力と知らせる力を育てる。",
        "aim": "①　運ぶ力を保つこと\n②　知らせを切らさないこと\n③　地域と共に動けること",
    },
    indicators=(
        Indicator(
            "1",
            "運ぶ力の保持",
            (Year(2014, actual=value("●輸送機の整備計画を定めた。\n●港での積込みの訓練を二度行った。")),),
            target=value("隊員と物資を三日のうちに届けられる体制を保つ。"),
        ),
        Indicator(
            "2",
            "知らせの確保",
            (Year(2014, actual=value("●持ち運べる無線機を全ての隊に置いた。")),),
            target=value("停電の中でも知らせが届く道を二つ以上持つ。"),
        ),
        Indicator(
            "3",
            "地域との共同",
            (Year(2014, actual=value("●十二の県と合同の訓練を行った。\n●手引を改めた。")),),
            target=value("全ての県と動き方をそろえる。"),
        ),
    ),
    budgets=(
        Budget(2014, "15,690", "420", "-79", "16,031", "15,698"),
        Budget(2015),
        Budget(2016),
        Budget(2017),
    ),
    cabinet=(
        Cabinet("災害への備えに関する大綱", "平成25年12月17日", "2013-12-17"),
        Cabinet("国土の強さを高める基本計画", "平成26年６月３日", "2014-06-03"),
    ),
)

LABELS = Content(
    title="平成28年度暮らし表示室政策評価書",
    identifier="暮らし表示室28-4",
    title_year=2016,
    head={
        "policy": "見てすぐ分かる表示の普及",
        "outline": "文字の大きさと言葉をそろえ、読み違いを減らす。",
        "aim": "主な品目の表示を新しい決まりに合わせる。",
    },
    indicators=(
        Indicator(
            "1",
            "表示の決まりの見直し",
            (
                Year(2014, actual=value("有識者の会合を四度開いた。")),
                Year(2015, actual=value("案を示して意見を募った。")),
                Year(2016, actual=value("決まりを改め、周知の会を開いた。")),
            ),
            target=value("平成28年度までに決まりを改める。"),
            mark="達成",
        ),
        Indicator(
            "2",
            "表示を学ぶ教材の提供",
            (
                Year(2014, actual=value("教材の骨子をまとめた。")),
                Year(2015, actual=value("試作した。")),
                Year(2016, actual=value("学校へ配る準備が遅れた。")),
            ),
            target=value("教材を全ての学校に届ける。"),
            mark="未達成",
        ),
    ),
    budgets=(
        Budget(2014, "212", "0", "0", "212", "198"),
        Budget(2015, "220", "0", "-12", "208", "201"),
        Budget(2016, "231", "0", "12", "243", "236"),
    ),
)
