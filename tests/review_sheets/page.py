"""The page about the review sheets, from what was counted."""

from collections import Counter
from dataclasses import dataclass

from monosashi.auditing import RULE_SET, catalogue


@dataclass(frozen=True)
class Counts:
    """The tallies: money by the tolerances of the data's README and by the rules' own, outcomes with more taken to be
    better and with the direction their words tell, and every finding."""

    given: Counter[str]
    own: Counter[str]
    more_is_better: Counter[str]
    by_words: Counter[str]
    findings: Counter[str]


def figures(counts: Counts) -> dict[str, int]:
    """What the data's README counts, by the tolerances it names."""
    given, outcomes = counts.given, counts.more_is_better
    return {
        "totals": given["total"],
        "totals wrong": given["sum-wrong"],
        "executions": given["execution"],
        "executions over the total": given["executed-over-budget"],
        "executions where the total is nil": counts.own["executed over nil"],
        "carried": given["carried"],
        "carried and not arrived": given["carry-over"],
        "outcome pairs": outcomes["pair"],
        "outcome pairs met": outcomes["met"],
        "outcome pairs equal": outcomes["equal"],
    }


_LABELS = {
    "totals": ("予算計のある年度", "fiscal years with a total"),
    "totals wrong": ("うち合計が合わない", "of which the rows do not add up"),
    "executions": ("執行額のある年度", "fiscal years with an execution"),
    "executions over the total": ("うち予算計を超える", "of which over the total"),
    "executions where the total is nil": ("うち予算計が0", "of which the total is 0"),
    "carried": ("繰越しのある隣り合う年度", "consecutive years with money carried"),
    "carried and not arrived": ("うち届いていない", "of which it does not arrive"),
    "outcome pairs": ("目標と実績のある成果", "outcomes with a target and an actual"),
    "outcome pairs met": ("うち達成", "of which met"),
    "outcome pairs equal": ("うち同じ値", "of which equal"),
}


def markdown(counts: Counts) -> str:
    """docs/review-sheets.md."""
    given, own = figures(counts), figures(Counts(counts.own, counts.own, counts.by_words, counts.by_words, Counter()))
    rows = [f"| {ja} / {en} | {given[name]:,} | {own[name]:,} |" for name, (ja, en) in _LABELS.items()]
    ways = counts.by_words
    codes = [
        f"| `{text.code}` | {text.title.ja} / {text.title.en} | {counts.findings[text.code]:,} |"
        for text in catalogue()
        if counts.findings[text.code]
    ]
    return "\n".join(
        [
            "# 行政事業レビューシートを数える / Counting the review sheets",
            "",
            f"2017年から2022年までに公開されたレビューシート {counts.findings['sheet']:,} 枚（judgit/data、CC BY 4.0）に、規則集 {RULE_SET} を当てた結果。"
            "`make counts` が作る。手で直さない。",
            "",
            f"What rule set {RULE_SET} finds in the {counts.findings['sheet']:,} review sheets published from 2017 to 2022 (judgit/data, "
            "CC BY 4.0). Made by `make counts`; not edited by hand.",
            "",
            "左の欄は、許容差を与えたとき：合計は1.5百万円、執行額は1百万円、繰越しは1.5百万円、成果は大きいほどよいとみなす。右の欄は、規則そのものの"
            "許容差（丸めの半単位など）と、言葉から読み取った改善の向きによる。",
            "",
            "Left: by tolerances given (a total 1.5 million yen, execution 1, carried 1.5; more is taken to be better). Right: by the "
            "rules' own tolerances (half a unit of rounding a part) and the direction that the outcome's words tell.",
            "",
            "| | 許容差を与えて / tolerances given | 規則のまま / the rules' own |",
            "| --- | ---: | ---: |",
            *rows,
            "",
            f"言葉から読み取った向き：大きいほどよい {ways['way up']:,}、小さいほどよい {ways['way down']:,}、保つ {ways['way keep']:,}。",
            "",
            f"Direction by words: more is better {ways['way up']:,}, less is better {ways['way down']:,}, to be kept {ways['way keep']:,}.",
            "",
            "## 規則ごとの指摘 / Findings by rule",
            "",
            "レビューシートは事前分析表ではなく、与えたのは予算の表と成果だけである。書いていない欄についての指摘は、その欄を与えていないことによる。",
            "",
            "A review sheet is no 事前分析表: only its budget and its outcomes were given, so what is said of other parts says that they "
            "were not given.",
            "",
            "| コード / code | | 件 / findings |",
            "| --- | --- | ---: |",
            *codes,
            "",
        ]
    )
