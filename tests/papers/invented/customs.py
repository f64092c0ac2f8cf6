"""関所監理庁: three goals for a plan in prose, and a money sheet (個別票)."""

from tests.papers.content import Budget, Cabinet, Content, Indicator, series
from tests.papers.value import BLANK


def _indicator(number: str, name: str, targets: str, actuals: str, reason: str, *, primary: bool = False) -> Indicator:
    return Indicator(number, name, series(2015, targets, actuals), BLANK, None, BLANK, None, primary, reason=reason)


_BUDGETS = (
    Budget(2016, "1,204,330", "50,000", "△ 12,400", "1,241,930", "1,180,225"),
    Budget(2017, "1,190,027", "0", "12,400", "1,202,427", "1,160,901"),
    Budget(2018, "1,233,418", "8,100", "△ 9,000", "1,232,518", "集計中"),
    Budget(2019, "1,260,774"),
)

GATES = Content(
    title="政策目標５－１：荷の検査を速く確かに行う",
    identifier="関所監理庁 31 政5-1",
    title_year=None,
    head={
        "aim": "良い荷は待たせず、悪い荷は通さない。そのために、知らせを先に受け、機械と人の目を組み合わせる。",
        "levers": "政5-1-1：検査の機械の更新\n政5-1-2：先に届く知らせの活用",
        "bureau": "監視部、業務部",
        "when": "平成32年６月",
    },
    indicators=(
        _indicator(
            "5-1-1-A",
            "荷の到着から許可までの時間",
            "2.6時間 2.5時間 2.4時間 2.4時間 2.3時間",
            "2.7時間 2.5時間 2.4時間 2.2時間 .",
            "利用者調べを基に前の年度の水準を下回ることを目指した。",
            primary=True,
        ),
        _indicator(
            "5-1-1-B",
            "検査の機械の稼働率",
            "95.0％以上 95.0％以上 96.0％以上 96.0％以上 96.0％以上",
            "95.8％ 94.7％ 96.3％ 96.9％ .",
            "止まると待ちが出るため、高い水準を保つこととした。",
        ),
        _indicator(
            "5-1-2-A",
            "先の知らせを受けた荷の割合",
            "60％ 65％ 70％ 75％ 80％",
            "58％ 66％ 71％ 74％ .",
            "知らせの義務が広がる時期に合わせた。",
            primary=True,
        ),
    ),
    budgets=_BUDGETS,
    cabinet=(
        Cabinet("経済財政運営と改革の基本方針2018", "平成30年６月15日", "2018-06-15"),
        Cabinet("世界一安全な港づくりの戦略", "平成30年12月21日", "2018-12-21"),
    ),
    unit="千円",
)

ADVICE = Content(
    title="政策目標５－２：輸出する人の相談に応える",
    identifier="関所監理庁 31 政5-2",
    title_year=None,
    head={
        "aim": "初めて輸出する人が迷わないよう、窓口と手引をそろえる。",
        "levers": "政5-2-1：相談窓口の充実",
        "bureau": "業務部",
        "when": "平成32年６月",
    },
    indicators=(
        _indicator(
            "5-2-1-A",
            "相談に当日中に答えた割合",
            "90％ 90％ 92％ 92％ 94％",
            "91％ 93％ 92％ 95％ .",
            "当日の答えを望む声が多いため。",
            primary=True,
        ),
    ),
    budgets=_BUDGETS[:0],
    cabinet=(Cabinet("未来投資戦略2018", "平成30年６月15日", "2018-06-15"),),
    unit="千円",
)

TRAINING = Content(
    title="政策目標５－３：他国の関所との協力を深める",
    identifier="関所監理庁 31 政5-3",
    title_year=None,
    head={
        "aim": "手続をそろえ、技を分け合うことで、互いの荷の流れを滑らかにする。",
        "levers": "政5-3-1：研修の受入れ\n政5-3-2：手続の調和",
        "bureau": "国際部",
        "when": "平成32年６月",
    },
    indicators=(
        _indicator(
            "5-3-1-A",
            "研修を受けた他国の職員の数",
            "180人 185人 190人 195人 200人",
            "176人 188人 201人 207人 .",
            "受け入れる国の求めを踏まえた。",
            primary=True,
        ),
        _indicator(
            "5-3-2-A",
            "協力の取決めの相手の数",
            "30か国 31か国 32か国 33か国 34か国",
            "30か国 31か国 31か国 33か国 .",
            "交渉中の相手を数えて置いた。",
        ),
    ),
    budgets=_BUDGETS,
    cabinet=(),
    unit="千円",
)

LEDGER = Content(
    title="政策評価調書（個別票１）",
    identifier="",
    title_year=None,
    head={
        "policy": "荷の検査を速く確かに行う",
        "grade": "目標達成",
        "number": "⑫政策目標5-1",
    },
    indicators=(),
    budgets=(
        Budget(2015, "36,102,440", "417,200", "△ 288,349", "36,231,291", "35,004,118"),
        Budget(2016, "36,540,012", "△ 102,300", "288,349", "36,726,061", "35,612,900"),
        Budget(2017, "36,998,730", "1,240,000", "△ 356,601", "37,882,129", "36,440,087"),
        Budget(2018, "37,210,559"),
        Budget(2019, request="37,612,402"),
    ),
    unit="千円",
)
