"""Layouts described nowhere: sheets that run downwards."""

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content, Indicator
from tests.papers.paper import Block, Cell, Page, Table, label, middle
from tests.papers.parts.page import page
from tests.papers.parts.rows import titled


def transposed(content: Content) -> Page:
    """A table an indicator: labels at the left, years downwards with 目標 and 実績 side by side."""
    labels = {"policy": "施策名", "outline": "施策の概要", "aim": "達成すべき目標", "bureau": "担当部局"}
    rows = tuple((label(name, 14), Cell(content.head[what], 46)) for what, name in labels.items())
    blocks: list[Block] = [*titled(content), Table(rows), *(_upright(one) for one in content.indicators)]
    return page(content, blocks, _truth(content, labels))


def _upright(one: Indicator) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (label("指標番号", 14), Cell(one.number, 46)),
        (label("指標名", 14), Cell(one.name, 46)),
        (
            label("基準値", 14),
            Cell(one.baseline.text, 16),
            label("基準年度", 14),
            Cell(nendo(one.baseline_year or 0, "令和4年度"), 16),
        ),
        (
            label("目標値", 14),
            Cell(one.target.text, 16),
            label("目標年度", 14),
            Cell(nendo(one.target_year or 0, "令和4年度"), 16),
        ),
        (label("年度", 14), label("目標", 23), label("実績", 23)),
    ]
    rows += [
        (label(nendo(y.nendo, "令和4年度"), 14), middle(y.target.text, 23), middle(y.actual.text, 23))
        for y in one.years
    ]
    rows.append((label("選定の理由", 14), Cell(one.reason, 46)))
    return Table(tuple(rows))


def long_list(content: Content) -> Page:
    """The whole sheet as one table of two columns: what it is, and what it says."""
    labels = {
        "policy": "施策名",
        "outline": "施策の概要",
        "aim": "達成すべき目標",
        "bureau": "担当部局名",
        "officer": "作成責任者名",
        "when": "政策評価実施予定時期",
    }
    rows: list[tuple[Cell, ...]] = [(label(name, 20), Cell(content.head[what], 40)) for what, name in labels.items()]
    for one in content.indicators:
        rows += [
            (label(f"測定指標{one.number}", 20), Cell(one.name, 40)),
            (label("基準値", 20), Cell(one.baseline.text, 40)),
            (label("基準年度", 20), Cell(nendo(one.baseline_year or 0, "令和4年度"), 40)),
            (label("目標値", 20), Cell(one.target.text, 40)),
            (label("目標年度", 20), Cell(nendo(one.target_year or 0, "令和4年度"), 40)),
        ]
        for y in one.years:
            rows.append((label(f"{nendo(y.nendo, '令和4年度')}の目標値", 20), Cell(y.target.text, 40)))
            rows.append((label(f"{nendo(y.nendo, '令和4年度')}の実績値", 20), Cell(y.actual.text, 40)))
        rows.append((label("測定指標の選定理由", 20), Cell(one.reason, 40)))
    for means in content.programmes:
        rows += [
            (
                label(f"達成手段{means.number}", 20),
                Cell(
                    f"{means.name}（{nendo(means.start or 0, '平成26年度') if (means.start or 0) < 2019 else nendo(means.start or 0, '令和4年度')}開始）",
                    40,
                ),
            ),
            (label("達成手段の概要", 20), Cell(means.outline, 40)),
            (label("関連する指標", 20), Cell("、".join(means.related), 40)),
        ]
    blocks: list[Block] = [*titled(content), Table(tuple(rows))]
    programmes = [{k: v for k, v in row.items() if k != "review_number"} for row in truth.programmes(content)]
    return page(content, blocks, {**_truth(content, labels), "programmes": programmes})


def _truth(content: Content, labels: dict[str, str]) -> dict[str, truth.Rows]:
    return {
        "head": truth.head(content, labels),
        "indicators": truth.indicators(content, primary=False, leave=["kind"]),
        "yearly": truth.yearly(content),
        "cabinet": [],
        "reasons": truth.reasons(content),
    }


def stub_rows(content: Content) -> Page:
    """One table, each indicator in three rows (計画, 実績, 達成率); years across; the newest year first."""
    labels = {"policy": "施策", "outline": "概要", "aim": "目標", "bureau": "主管課", "when": "次回の評価"}
    top = tuple((label(name, 8), Cell(content.head[what], 52)) for what, name in labels.items())
    years = [year.nendo for year in reversed(content.indicators[0].years)]
    rows: list[tuple[Cell, ...]] = [
        (
            label("成果指標", 17),
            label("目標値\n（目標年度）", 8),
            label("", 4),
            *(label(nendo(y, "令和4年度"), 5) for y in years),
            label("基準値\n（基準年度）", 6),
        )
    ]
    for one in content.indicators:
        years_back = list(reversed(one.years))
        goal = f"{one.target.text}\n（{nendo(one.target_year or 0, '令和4年度')}）"
        base = f"{one.baseline.text}\n（{nendo(one.baseline_year or 0, '令和4年度')}）"
        rows += [
            (
                middle(one.number, 2, 3),
                Cell(one.name, 15, 3),
                middle(goal, 8, 3),
                label("計画", 4),
                *(middle(y.target.text, 5) for y in years_back),
                middle(base, 6, 3),
            ),
            (label("実績", 4), *(middle(y.actual.text, 5) for y in years_back)),
            (label("達成率", 4), *(middle(_rate(y.target.number, y.actual.number), 5) for y in years_back)),
        ]
    parts = _truth(content, labels)
    parts["indicators"] = truth.indicators(content, primary=False, leave=["kind", "baseline_text", "target_text"])
    return page(
        content, [*titled(content), Table(top), Table(tuple(rows))], {k: v for k, v in parts.items() if k != "reasons"}
    )


def _rate(target: str, actual: str) -> str:
    return f"{100 * float(actual) / float(target):.1f}％" if target and actual else "－"
