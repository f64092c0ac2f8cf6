"""A layout described nowhere: the head as lines of text, indicators without numbers, the era in the first head only."""

from dataclasses import replace

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content
from tests.papers.paper import Block, Cell, Line, Page, Table, label, middle
from tests.papers.parts.page import page
from tests.papers.parts.rows import titled


def lines_above(content: Content) -> Page:
    """「施策名：…」 line by line; 目標 over 実績 under years; value and year of base and aim in lines of one cell."""
    labels = {"policy": "施策名", "aim": "達成すべき目標", "outline": "施策の概要", "bureau": "担当部局"}
    bare = replace(content, indicators=tuple(replace(one, number="") for one in content.indicators))
    years = [year.nendo for year in content.indicators[0].years]
    heads = [nendo(years[0], "令和4年度"), *(nendo(year, "令和4年度").removeprefix("令和") for year in years[1:])]
    rows: list[tuple[Cell, ...]] = [
        (
            label("指　標", 18),
            label("現況値", 7),
            label("", 4),
            *(label(head, 4) for head in heads),
            label("達成目標", 11),
        )
    ]
    for one in content.indicators:
        base = f"{one.baseline.text}\n（{nendo(one.baseline_year or 0, 'R4年度')}）"
        goal = f"{nendo(one.target_year or 0, 'R4年度')}までに\n{one.target.text}"
        rows += [
            (
                Cell(one.name, 18, 2),
                middle(base, 7, 2),
                label("目標", 4),
                *(middle(year.target.text, 4) for year in one.years),
                middle(goal, 11, 2),
            ),
            (label("実績", 4), *(middle(year.actual.text, 4) for year in one.years)),
        ]
    head = [Line(f"{name}：{content.head[what]}") for what, name in labels.items()]
    blocks: list[Block] = [*titled(content), *head, Line("【指標】"), Table(tuple(rows))]
    leave = ["kind", "baseline_text", "target_text", "target_nendo", "target_value", "approximate"]
    return page(
        bare,
        blocks,
        {
            "head": truth.head(content, labels),
            "indicators": truth.indicators(bare, primary=False, leave=leave),
            "yearly": truth.yearly(bare),
            "cabinet": [],
        },
    )
