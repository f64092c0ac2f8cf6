"""評価書, the standard form (別紙2), in two arrangements: a small table for each indicator, or all in one."""

from dataclasses import replace

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content, Indicator
from tests.papers.paper import Block, Cell, Line, Page, Table, label, middle, shares
from tests.papers.parts.money import MoneyStyle, money_table
from tests.papers.parts.page import page
from tests.papers.parts.rows import cabinet_table, prose_rows, titled

_TOP = {"policy": "施策名", "outline": "施策の概要", "aim": "達成すべき目標"}
_END = {"knowledge": "学識経験を有する者の知見の活用", "material": "政策評価を行う過程において使用した資料その他の情報"}
_LAST = {"bureau": "担当部局名", "officer": "作成責任者名", "when": "政策評価実施時期"}


def small_tables(content: Content) -> Page:
    """Heads again for each indicator; the base year under 基準値; targets in a row below the actuals."""
    money = money_table(content, MoneyStyle(carried="繰り越し等", state="予算の\n状況\n", years="26年度"))
    blocks: list[Block] = [Line("別紙２", "right"), *titled(content), Table(prose_rows(content, _TOP)), money]
    blocks.append(cabinet_table(content))
    blocks += [_small(one) for one in content.indicators]
    blocks += [_results(content, split_grade=True), _last(content)]
    return page(content, blocks, _truth(content, ("各行政機関共通区分", "判断根拠")))


def _small(one: Indicator) -> Table:
    base_year = nendo(one.baseline_year, "H16年度") if one.baseline_year else "　年度"
    heads = (
        middle(one.number, 3, 4),
        Cell(one.name, 13, 4),
        label("基準値", 6),
        label("実績値", 25),
        label("目標値", 7),
        label("達成", 6, 2),
    )
    years = (
        label(base_year, 6),
        *(label(nendo(y.nendo, "26年度"), 5) for y in one.years),
        label(nendo(one.target_year or 0, "H39年度"), 7),
    )
    actuals = (
        middle(one.baseline.text, 6),
        *(middle(y.actual.text, 5) for y in one.years),
        middle(one.target.text, 7),
        middle(one.mark, 6, 2),
    )
    targets = (
        label("年度ごとの\n目標値", 6),
        *(middle(y.target.text, 5) for y in one.years),
        Cell("", 7, diagonal=True),
    )
    return Table((heads, years, actuals, targets))


def _results(content: Content, *, split_grade: bool) -> Table:
    h = content.head
    fields = [("判断根拠", h["judged"])] + ([("施策の分析", h["analysis"])] if "analysis" in h else [])
    fields.append(("次期目標等への反映の方向性", h["next"]))
    side = label("評\n価\n結\n果", 4, 1 + len(fields))
    wide = 12 if split_grade else 20
    title = [label("目標達成度合いの\n測定結果", 8, 2), label("（各行政機関共通区分）", wide)]
    if not split_grade:
        title = [label("目標達成度合いの測定結果", wide)]
    first = (side, *title, Cell(h["grade"] if split_grade else f"（各行政機関共通区分）　{h['grade']}", 36))
    second = (label("（判断根拠）", wide), Cell(h["judged"], 36))
    rest = tuple((label(name, 20), Cell(text, 36)) for name, text in fields[1:])
    ends = prose_rows(content, _END, 16)
    return Table((first, second, *rest, *ends))


def _last(content: Content) -> Table:
    cells: list[Cell] = []
    for (what, name), wide in zip(_LAST.items(), (10, 14, 9), strict=True):
        cells += [label(name, 9), Cell(content.head[what], wide)]
    return Table((tuple(cells),))


def _truth(content: Content, grade: tuple[str, str], leave: tuple[str, ...] = ()) -> dict[str, truth.Rows]:
    labels = {
        **_TOP,
        "grade": grade[0],
        "judged": grade[1],
        "analysis": "施策の分析",
        "next": "次期目標等への反映の方向性",
    }
    return {
        "head": truth.head(content, {**labels, **_END, **_LAST}),
        "indicators": truth.indicators(content, primary=False, leave=leave),
        "yearly": truth.yearly(content),
        "programmes": [],
        "money": truth.budgets(content),
        "cabinet": truth.cabinet(content),
    }


def one_frame(content: Content, qualitative: Indicator | None) -> Page:
    """One frame with 測定指標 at its left; the year in brackets under a value; targets over actuals; 評価対象年度 at the right."""
    style = MoneyStyle(running="({})", request="要求額", initial="当初予算", brackets="（）", request_down=True)
    rows: list[tuple[Cell, ...]] = []
    quantitative = [row for one in content.indicators for row in _framed(one)]
    text = _framed_text(qualitative) if qualitative else []
    for n, row in enumerate([*quantitative, *text]):
        side = [label("測\n定\n指\n標", 4, len(quantitative) + len(text))] if n == 0 else []
        rows.append((*side, *row))
    blocks: list[Block] = [
        *titled(content, "(", ")", together=True),
        Table(prose_rows(content, _TOP)),
        money_table(content, style),
        cabinet_table(content, heads=("施政方針演説等の名称", "年　月　日", "関係部分（抜粋）")),
        Table(tuple(rows)),
        _results(content, split_grade=False),
        _last(content),
    ]
    whole = replace(
        content, indicators=(*content.indicators, *([qualitative] if qualitative else [])), head=_graded(content)
    )
    return page(
        content, blocks, _truth(whole, ("目標達成度合いの測定結果", "判断根拠"), ("baseline_text", "target_text"))
    )


def _graded(content: Content) -> dict[str, str]:
    return {**content.head, "grade": f"（各行政機関共通区分）　{content.head['grade']}"}


def _framed(one: Indicator) -> list[tuple[Cell, ...]]:
    widths = shares(21, len(one.years))
    years = one.years
    base_year = f"\n（{nendo(one.baseline_year, '26年度')}）" if one.baseline_year else ""
    target_year = f"\n（{nendo(one.target_year, '26年度')}）" if one.target_year else ""
    over = f"{nendo(years[0].nendo, '26年度')}～{nendo(years[-1].nendo, '26年度')}"
    return [
        (
            label("指標名", 12),
            label("基準値", 7),
            label("年度ごとの目標値／実績値", 21 + 5),
            label("目標値", 6),
            label("評価対象年度", 5),
        ),
        (
            Cell(f"{one.number}　{one.name}", 12, 3),
            middle(one.baseline.text + base_year, 7, 3),
            label("", 5),
            *(label(nendo(y.nendo, "26年度"), w) for y, w in zip(years, widths, strict=True)),
            middle(one.target.text + target_year, 6, 3),
            middle(over, 5, 3),
        ),
        (label("目標値", 5), *(middle(y.target.text, w) for y, w in zip(years, widths, strict=True))),
        (label("実績値", 5), *(middle(y.actual.text, w) for y, w in zip(years, widths, strict=True))),
    ]


def _framed_text(one: Indicator) -> list[tuple[Cell, ...]]:
    first, *rest = one.years
    head = (label("指標名", 12), label("目標", 12), label("施策の進捗状況（実績）", 27), label("目標年度", 5))
    count = len(one.years)
    opening = (
        Cell(f"{one.number}　{one.name}", 12, count),
        Cell(one.target.text, 12, count),
        label(nendo(first.nendo, "26年度"), 6),
        Cell(first.actual.text, 21),
        middle(nendo(one.target_year or 0, "26年度"), 5, count),
    )
    return [head, opening, *((label(nendo(y.nendo, "26年度"), 6), Cell(y.actual.text, 21)) for y in rest)]
