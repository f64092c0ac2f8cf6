"""Layouts described nowhere: target and actual in one cell; the head beside the money; rates between the years."""

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content
from tests.papers.paper import Block, Cell, Page, Table, label, middle
from tests.papers.parts.page import page
from tests.papers.parts.rows import prose_rows, titled

_LABELS = {"policy": "施策名", "outline": "施策の概要", "aim": "達成すべき目標", "bureau": "担当部局名"}


def one_cell(content: Content) -> Page:
    """目標値（実績値）: the actual in brackets under the target, as money prints budget and execution."""
    years = [year.nendo for year in content.indicators[0].years]
    rows: list[tuple[Cell, ...]] = [
        (
            label("測定指標", 17, 2),
            label("基準値", 7),
            label("目標値（実績値）", 5 * len(years)),
            label("最終目標値", 11),
        ),
        (
            label(nendo(content.indicators[0].baseline_year or 0, "R4年度"), 7),
            *(label(nendo(year, "R4年度"), 5) for year in years),
            label(nendo(content.indicators[0].target_year or 0, "R4年度"), 11),
        ),
    ]
    for one in content.indicators:
        rows.append(
            (
                middle(one.number, 2),
                Cell(one.name, 15),
                middle(one.baseline.text, 7),
                *(middle(f"{year.target.text}\n（{year.actual.text}）", 5) for year in one.years),
                middle(one.target.text, 11),
            )
        )
    blocks: list[Block] = [*titled(content), Table(prose_rows(content, _LABELS)), Table(tuple(rows))]
    yearly = [
        {k: v for k, v in row.items() if k not in {"target_text", "actual_text"}} for row in truth.yearly(content)
    ]
    return page(content, blocks, {**_truth(content), "yearly": yearly})


def _truth(content: Content) -> dict[str, truth.Rows]:
    return {
        "head": truth.head(content, _LABELS),
        "indicators": truth.indicators(content, primary=False, leave=["kind"]),
        "yearly": truth.yearly(content),
        "cabinet": [],
    }


def head_beside_money(content: Content) -> Page:
    """The head's rows at the left, the money's at the right, in the same rows of one frame."""
    h = content.head
    names = list(_LABELS.items())
    columns = [label(nendo(one.nendo, "令和4年度"), 6) for one in content.budgets]
    right: list[tuple[Cell, ...]] = [
        (label("予算額・執行額（千円）", 12), *columns),
        (label("当初予算額", 12), *(Cell(one.initial, 6, across="right") for one in content.budgets)),
        (label("予算額計", 12), *(Cell(one.total or "－", 6, across="right") for one in content.budgets)),
        (label("執行額", 12), *(Cell(one.executed or "－", 6, across="right") for one in content.budgets)),
    ]
    rows = [(label(name, 8), Cell(h[what], 22), *money) for (what, name), money in zip(names, right, strict=True)]
    years = [year.nendo for year in content.indicators[0].years]
    table: list[tuple[Cell, ...]] = [
        (
            label("測定指標", 14),
            label("基準値", 6),
            label("基準年度", 4),
            label("", 4),
            *(label(nendo(year, "令和4年度"), 4) for year in years),
            label("目標値", 8),
            label("目標年度", 4),
        )
    ]
    for one in content.indicators:
        table += [
            (
                middle(one.number, 2, 2),
                Cell(one.name, 12, 2),
                middle(one.baseline.text, 6, 2),
                middle(nendo(one.baseline_year or 0, "令和4年度"), 4, 2),
                label("目標値", 4),
                *(middle(year.target.text, 4) for year in one.years),
                middle(one.target.text, 8, 2),
                middle(nendo(one.target_year or 0, "令和4年度"), 4, 2),
            ),
            (label("実績値", 4), *(middle(year.actual.text, 4) for year in one.years)),
        ]
    blocks: list[Block] = [*titled(content), Table(tuple(rows)), Table(tuple(table))]
    money = [row for row in truth.budgets(content) if row["stage"] in ("initial", "total")]
    return page(content, blocks, {**_truth(content), "money": money})


def with_rates(content: Content) -> Page:
    """Under each past year 目標, 実績 and 達成率; coming years as targets alone; a verdict and a remark at the right."""
    past = [year.nendo for year in content.indicators[0].years][:3]
    rows: list[tuple[Cell, ...]] = [
        (
            label("指標", 13, 2),
            label("基準値", 5),
            *(label(nendo(year, "R4年度"), 9) for year in past),
            label("最終目標", 8, 1),
            label("判定", 3, 2),
            label("特記事項", 4, 2),
        ),
        (
            label(nendo(content.indicators[0].baseline_year or 0, "R4年度"), 5),
            *(cell for _ in past for cell in (label("目標", 3), label("実績", 3), label("達成率", 3))),
            label(nendo(content.indicators[0].target_year or 0, "R4年度"), 8),
        ),
    ]
    for one in content.indicators:
        cells = [
            middle(text, 3)
            for year in one.years[:3]
            for text in (year.target.text, year.actual.text, _rate(year.target.number, year.actual.number))
        ]
        rows.append(
            (
                middle(one.number, 2),
                Cell(one.name, 11),
                middle(one.baseline.text, 5),
                *cells,
                middle(one.target.text, 8),
                middle("Ａ", 3),
                Cell("特になし", 4),
            )
        )
    blocks: list[Block] = [*titled(content), Table(prose_rows(content, _LABELS)), Table(tuple(rows))]
    shown = {str(year) for year in past}
    parts = _truth(content)
    yearly = [row for row in parts["yearly"] if row["nendo"] in shown]
    indicators = [{**row, "mark": "Ａ"} for row in parts["indicators"]]
    return page(content, blocks, {**parts, "yearly": yearly, "indicators": indicators})


def _rate(target: str, actual: str) -> str:
    return f"{100 * float(actual) / float(target):.1f}％" if target and actual else "－"
