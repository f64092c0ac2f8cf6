"""事前分析表, the standard form (別紙1), in two arrangements."""

from dataclasses import replace

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content, Indicator
from tests.papers.paper import Block, Cell, Line, Page, Table, label, middle, shares
from tests.papers.parts.page import page
from tests.papers.parts.programmes import MeansStyle, programme_table
from tests.papers.parts.rows import cabinet_table, prose_rows, titled

_HEAD = {
    "policy": "施策名",
    "bureau": "担当部局名",
    "officer": "作成責任者名",
    "outline": "施策の概要",
    "field": "政策体系上の\n位置付け",
    "aim": "達成すべき目標",
    "aim_reason": "目標設定の\n考え方・根拠",
    "when": "政策評価実施\n予定時期",
}
_REASON = "測定指標の選定理由及び目標値（水準・目標年度）の設定の根拠"


def two_halves(content: Content, qualitative: Indicator) -> Page:
    """Prose left, office data right; baseline and target with years of their own; means with the start year below."""
    whole = replace(content, indicators=(*content.indicators, qualitative))
    h = content.head
    head = Table(
        (
            (
                label("施策名", 6),
                Cell(h["policy"], 26),
                label("担当部局名", 6),
                Cell(h["bureau"], 9),
                label("作成責任者名", 5),
                Cell(h["officer"], 8),
            ),
            (label("施策の概要", 6), Cell(h["outline"], 26), label(_HEAD["field"], 6), Cell(h["field"], 22)),
            (
                label("達成すべき目標", 6),
                Cell(h["aim"], 18),
                label(_HEAD["aim_reason"], 6),
                Cell(h["aim_reason"], 17),
                label(_HEAD["when"], 6),
                Cell(h["when"], 7),
            ),
        )
    )
    years = [year.nendo for year in content.indicators[0].years]
    first = (
        label("測定指標", 12, 3),
        label("基準値", 6, 2),
        label("目標値", 6, 2),
        label("年度ごとの目標値", 25),
        label(_REASON, 11, 3),
    )
    heads = (label("年度ごとの実績値", 25),)
    third = (label("基準年度", 6), label("目標年度", 6), *(label(nendo(y, "平成26年度"), 5) for y in years))
    rows = [first, heads, third]
    for one in content.indicators:
        rows += _stacked(one)
    text = _qualitative(qualitative)
    blocks: list[Block] = [
        *titled(content),
        head,
        Table(tuple(rows)),
        text,
        programme_table(content, MeansStyle(review="平成29年\n行政事業レビュー\n事業番号")),
        cabinet_table(content),
    ]
    return page(content, blocks, _truth(whole))


def _stacked(one: Indicator) -> list[tuple[Cell, ...]]:
    """Base value over base year, target value over target year; targets over actuals."""
    mark = chr(0x2460 + int(one.number) - 1) if one.primary else one.number
    above = [middle(year.target.text, 5) for year in one.years]
    if one.merged:
        blank = [year for year in one.years if year.target.is_dash]
        above = [middle(year.target.text, 5) for year in blank]
        above.append(middle(one.years[-1].target.text, 5 * (len(one.years) - len(blank))))
    base_year = nendo(one.baseline_year, "26年度") if one.baseline_year else "－"
    target_year = nendo(one.target_year, "平成31年度") if one.target_year else "－"
    reason = one.reason + ("\n" + one.basis if one.basis else "")
    return [
        (
            middle(mark, 2, 2),
            Cell(one.name, 10, 2),
            middle(one.baseline.text, 6),
            middle(one.target.text, 6),
            *above,
            Cell(reason, 11, 2),
        ),
        (middle(base_year, 6), middle(target_year, 6), *(middle(year.actual.text, 5) for year in one.years)),
    ]


def _qualitative(one: Indicator) -> Table:
    """目標, 目標年度, and 施策の進捗状況 as a year and a text in each of its cells."""
    targets = [(nendo(y.nendo, "26年度"), y.target.text) for y in one.years if y.target]
    actuals = [(nendo(y.nendo, "26年度"), y.actual.text) for y in one.years if y.actual]
    count = len(targets)
    rows: list[tuple[Cell, ...]] = []
    head = (
        label("測定指標", 12),
        label("目標", 10),
        label("目標年度", 5),
        label("施策の進捗状況（目標）", 12),
        label("施策の進捗状況（実績）", 12),
        label("測定指標の選定理由及び目標の設定の根拠", 9),
    )
    rows.append(head)
    for n, (year, text) in enumerate(targets):
        opening = [
            middle(one.number, 2, count),
            Cell(one.name, 10, count),
            Cell(one.target.text, 10, count),
            middle(nendo(one.target_year or 0, "26年度"), 5, count),
        ]
        closing = [middle(actuals[0][0], 3, count), Cell(actuals[0][1], 9, count), Cell(one.reason, 9, count)]
        rows.append((*(opening if n == 0 else []), middle(year, 3), Cell(text, 9), *(closing if n == 0 else [])))
    return Table(tuple(rows))


def one_column(content: Content) -> Page:
    """Label and prose rows over the whole width; full-width digits; the reason in a row of its own under the values."""
    blocks: list[Block] = [Line("別紙１", "right"), *titled(content, together=True), Table(prose_rows(content, _HEAD))]
    years = [year.nendo for year in content.indicators[0].years]
    widths = shares(24, len(years))
    rows = [
        (
            label("番号", 3, 2),
            label("測　定　指　標", 13, 2),
            label("基準値", 6, 2),
            label("基準年度", 4, 2),
            label("年度ごとの目標値\n年度ごとの実績値", 24),
            label("目標値", 6, 2),
            label("目標年度", 4, 2),
        ),
        tuple(label(nendo(y, "26年度"), w) for y, w in zip(years, widths, strict=True)),
    ]
    for one in content.indicators:
        mark = chr(0x2460 + int(one.number) - 1) if one.primary else one.number
        base_year = nendo(one.baseline_year, "26年度") if one.baseline_year else "－"
        rows.append(
            (
                middle(mark, 3, 3),
                Cell(one.name, 13, 2),
                middle(one.baseline.text, 6, 2),
                middle(base_year, 4, 2),
                *(middle(y.target.text, w) for y, w in zip(one.years, widths, strict=True)),
                middle(one.target.text, 6, 2),
                middle(nendo(one.target_year or 0, "平成31年度"), 4, 2),
            )
        )
        rows.append(tuple(middle(y.actual.text, w) for y, w in zip(one.years, widths, strict=True)))
        rows.append(
            (
                label("選定理由及び目標値の設定の根拠", 13),
                Cell(one.reason + ("\n" + one.basis if one.basis else ""), 44),
            )
        )
    means = MeansStyle(
        glued=True,
        number="（{}）",
        comma="、",
        unit=False,
        spent="予算額（執行額）（百万円）",
        running="当初予算額\n（百万円）",
        executed_line=False,
    )
    blocks += [
        Table(tuple(rows)),
        Line("（数字に○を付した測定指標は、主要な測定指標）"),
        programme_table(content, means),
        cabinet_table(content),
    ]
    return page(content, blocks, _truth(content))


def _truth(content: Content) -> dict[str, truth.Rows]:
    return {
        "head": truth.head(content, _HEAD),
        "indicators": truth.indicators(content),
        "yearly": truth.yearly(content),
        "programmes": truth.programmes(content),
        "money": truth.programme_money(content),
        "cabinet": truth.cabinet(content),
        "reasons": truth.reasons(content),
        "notes": truth.notes(content),
    }
