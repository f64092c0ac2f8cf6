"""Other orders: a city's sheet, years downwards with indicators across, yearly targets beside yearly actuals."""

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content
from tests.papers.paper import Block, Cell, Line, Page, Table, label, middle
from tests.papers.parts.page import page
from tests.papers.parts.programmes import MeansStyle, programme_table
from tests.papers.parts.rows import cabinet_table, prose_rows, titled


def city(content: Content) -> Page:
    """The unit under the name's own head; 策定時 and 最終 with their year in brackets; 目標 over 実績, money by year below."""
    labels = {
        "policy": "施策名",
        "aim": "施策の目的",
        "outline": "施策の内容",
        "bureau": "担当部署",
        "officer": "記入者",
    }
    years = [year.nendo for year in content.indicators[0].years]
    first = content.indicators[0]
    rows: list[tuple[Cell, ...]] = [
        (
            label("No", 2),
            label("成果指標（ＫＰＩ）", 16),
            label("単位", 3),
            label(f"策定時の値\n（{nendo(first.baseline_year or 0, '令和4年度')}）", 7),
            label("", 4),
            *(label(nendo(y, "令和4年度"), 4) for y in years),
            label(f"最終目標値\n（{nendo(first.target_year or 0, '令和4年度')}）", 8),
        )
    ]
    for one in content.indicators:
        rows += [
            (
                middle(one.number, 2, 2),
                Cell(one.name, 16, 2),
                middle(one.unit, 3, 2),
                middle(one.baseline.bare, 7, 2),
                label("目標値", 4),
                *(middle(y.target.bare if y.target.digits else y.target.text, 4) for y in one.years),
                middle(one.target.bare, 8, 2),
            ),
            (label("実績値", 4), *(middle(y.actual.bare if y.actual.digits else y.actual.text, 4) for y in one.years)),
        ]
    money = [
        (
            label("年度", 15),
            label("当初予算額（千円）", 15),
            label("最終予算額（千円）", 15),
            label("決算額（千円）", 15),
        ),
        *(
            (
                label(nendo(b.nendo, "令和4年度"), 15),
                Cell(b.initial, 15, across="right"),
                Cell(b.total or "－", 15, across="right"),
                Cell(b.executed or "－", 15, across="right"),
            )
            for b in content.budgets
        ),
    ]
    blocks: list[Block] = [
        *titled(content, together=True),
        Table(prose_rows(content, labels)),
        Line("１　成果指標"),
        Table(tuple(rows)),
        Line("２　事業費"),
        Table(tuple(money)),
    ]
    return page(
        content,
        blocks,
        {
            "head": truth.head(content, labels),
            "indicators": truth.indicators(content, primary=False, leave=["kind", "baseline_text", "target_text"]),
            "yearly": truth.yearly(content, bare=True),
            "money": [row for row in truth.budgets(content) if row["stage"] in ("initial", "total")],
            "cabinet": [],
        },
    )


def indicators_across(content: Content) -> Page:
    """Years downwards, two columns (目標, 実績) for each indicator; base and final rows at the ends."""
    labels = {"policy": "施策名", "outline": "施策の概要", "bureau": "担当課"}
    wide = 52 // len(content.indicators)
    rows: list[tuple[Cell, ...]] = [
        (label("指標", 8), *(label(f"{one.number}　{one.name}", wide) for one in content.indicators)),
        (label("年度", 8), *(cell for _ in content.indicators for cell in (label("目標", 7), label("実績", wide - 7)))),
        (
            label(f"基準値\n（{nendo(content.indicators[0].baseline_year or 0, '令和4年度')}）", 8),
            *(middle(one.baseline.text, wide) for one in content.indicators),
        ),
    ]
    for n, year in enumerate(content.indicators[0].years):
        cells = [
            cell
            for one in content.indicators
            for cell in (middle(one.years[n].target.text, 7), middle(one.years[n].actual.text, wide - 7))
        ]
        rows.append((label(nendo(year.nendo, "令和4年度"), 8), *cells))
    rows.append(
        (
            label(f"目標値\n（{nendo(content.indicators[0].target_year or 0, '令和4年度')}）", 8),
            *(middle(one.target.text, wide) for one in content.indicators),
        )
    )
    blocks: list[Block] = [*titled(content), Table(prose_rows(content, labels)), Table(tuple(rows))]
    return page(
        content,
        blocks,
        {
            "head": truth.head(content, labels),
            "indicators": truth.indicators(content, primary=False, leave=["kind"]),
            "yearly": truth.yearly(content),
            "cabinet": [],
        },
    )


def targets_beside(content: Content) -> Page:
    """事前分析表 with five yearly targets and then five yearly actuals in one row; target before baseline; means first."""
    labels = {
        "policy": "施策名",
        "bureau": "担当部局名",
        "officer": "作成責任者名",
        "outline": "施策の概要",
        "field": "政策体系上の位置付け",
        "aim": "達成すべき目標",
        "aim_reason": "目標設定の考え方・根拠",
        "when": "政策評価実施予定時期",
    }
    h = content.head
    head = Table(
        (
            (label("施策名", 7), Cell(h["policy"], 53)),
            (
                label("担当部局名", 7),
                Cell(h["bureau"], 14),
                label("作成責任者名", 7),
                Cell(h["officer"], 14),
                label("政策評価\n実施予定時期", 7),
                Cell(h["when"], 11),
            ),
            (label("施策の概要", 7), Cell(h["outline"], 23), label("政策体系上の\n位置付け", 7), Cell(h["field"], 23)),
            (
                label("達成すべき\n目標", 7),
                Cell(h["aim"], 23),
                label("目標設定の\n考え方・根拠", 7),
                Cell(h["aim_reason"], 23),
            ),
        )
    )
    years = [year.nendo for year in content.indicators[0].years]
    rows: list[tuple[Cell, ...]] = [
        (
            label("測定指標", 10, 2),
            label("目標値", 5),
            label("基準値", 5),
            label("年度ごとの目標値", 15),
            label("年度ごとの実績値", 15),
            label("測定指標の選定理由及び目標値（水準・目標年度）の設定の根拠", 10, 2),
        ),
        (
            label("目標年度", 5),
            label("基準年度", 5),
            *(label(nendo(y, "26年度"), 3) for y in years),
            *(label(nendo(y, "26年度"), 3) for y in years),
        ),
    ]
    for one in content.indicators:
        mark = chr(0x2460 + int(one.number) - 1) if one.primary else one.number
        base_year = nendo(one.baseline_year, "26年度") if one.baseline_year else "－"
        rows += [
            (
                middle(mark, 2, 2),
                Cell(one.name, 8, 2),
                middle(one.target.text, 5),
                middle(one.baseline.text, 5),
                *(middle(y.target.text, 3, 2) for y in one.years),
                *(middle(y.actual.text, 3, 2) for y in one.years),
                Cell(one.reason + ("\n" + one.basis if one.basis else ""), 10, 2),
            ),
            (middle(nendo(one.target_year or 0, "26年度"), 5), middle(base_year, 5)),
        ]
    means = MeansStyle(spent="補正後予算額（執行額）", comma="、")
    blocks: list[Block] = [
        *titled(content),
        head,
        programme_table(content, means),
        Table(tuple(rows)),
        cabinet_table(content),
    ]
    return page(
        content,
        blocks,
        {
            "head": truth.head(content, labels),
            "indicators": truth.indicators(content),
            "yearly": truth.yearly(content),
            "programmes": truth.programmes(content),
            "money": truth.programme_money(content),
            "cabinet": truth.cabinet(content),
            "reasons": truth.reasons(content),
            "notes": truth.notes(content),
        },
    )
