"""Layouts described nowhere: actuals of past years and targets of coming ones in one row; aims as rows inside the table."""

from dataclasses import replace
from itertools import groupby

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content, Indicator, Year
from tests.papers.paper import Block, Cell, Page, Table, label, middle
from tests.papers.parts.page import page
from tests.papers.parts.programmes import MeansStyle, programme_table
from tests.papers.parts.rows import prose_rows, titled

_LABELS = {"policy": "施策名", "outline": "施策の概要", "aim": "施策の目標", "bureau": "担当部局名"}


def past_and_coming(content: Content) -> Page:
    """One row an indicator: 実績値 over three past years, 目標値 over the coming ones; the unit behind the name."""
    split = [year.nendo for year in content.indicators[0].years if year.nendo < (content.title_year or 0)]
    parted = replace(content, indicators=tuple(_parted(one, len(split)) for one in content.indicators))
    first = parted.indicators[0]
    coming = [year.nendo for year in first.years[len(split) :]]
    rows: list[tuple[Cell, ...]] = [
        (
            label("番号", 3, 2),
            label("指標の名称", 16, 2),
            label("単位", 4, 2),
            label("基準値", 8),
            label("実績値", 5 * len(split)),
            label("目標値", 7 * len(coming)),
        ),
        (
            label(nendo(first.baseline_year or 0, "令和4年度"), 8),
            *(label(nendo(year, "令和4年度"), 5) for year in split),
            *(label(nendo(year, "令和4年度"), 7) for year in coming),
        ),
    ]
    for one in parted.indicators:
        past, ahead = one.years[: len(split)], one.years[len(split) :]
        rows.append(
            (
                middle(one.number, 3),
                Cell(one.name, 16),
                middle(one.unit, 4),
                middle(one.baseline.bare, 8),
                *(middle(year.actual.bare if year.actual.digits else year.actual.text, 5) for year in past),
                *(middle(year.target.bare if year.target.digits else year.target.text, 7) for year in ahead),
            )
        )
    blocks: list[Block] = [*titled(content), Table(prose_rows(content, _LABELS)), Table(tuple(rows))]
    leave = ["kind", "baseline_text", "target_text", "target_value", "target_nendo", "approximate"]
    parts = {
        "head": truth.head(content, _LABELS),
        "indicators": truth.indicators(parted, primary=False, leave=leave),
        "yearly": [
            {k: v for k, v in row.items() if k != "actual_state" or row["actual_value"]}
            for row in truth.yearly(parted, bare=True)
        ],
        "cabinet": [],
    }
    return page(content, blocks, parts)


def _parted(one: Indicator, past: int) -> Indicator:
    years = [
        Year(year.nendo, actual=year.actual) if n < past else Year(year.nendo, target=year.target)
        for n, year in enumerate(one.years)
    ]
    return replace(one, years=tuple(years))


def section_rows(content: Content) -> Page:
    """A row over the whole width wherever the kind of indicator changes; the means in the same table's manner."""
    years = [year.nendo for year in content.indicators[0].years]
    rows: list[tuple[Cell, ...]] = [
        (
            label("測定指標", 17),
            label("基準値\n（年度）", 8),
            label("", 4),
            *(label(nendo(year, "R4年度"), 4) for year in years),
            label("目標値\n（年度）", 11),
        )
    ]
    for n, (kind, group) in enumerate(groupby(content.indicators, key=lambda one: one.kind), 1):
        title = "活動の量を示す指標" if kind == "output" else "もたらした変化を示す指標"
        rows.append((label(f"【{n}】　{title}", 60),))
        rows += [row for one in group for row in _pair(one)]
    means = MeansStyle(
        years="R4年度",
        name="事業名\n（開始年度）",
        spent="予算額（執行額）",
        running="予算額",
        start="令和4年度",
        outline="事業の概要",
        review="事業番号",
        policy="合計",
    )
    blocks: list[Block] = [
        *titled(content, "【", "】"),
        Table(prose_rows(content, _LABELS)),
        Table(tuple(rows)),
        programme_table(content, means),
    ]
    parts = {
        "head": truth.head(content, _LABELS),
        "indicators": truth.indicators(
            content, primary=False, leave=["kind", "goal", "group", "baseline_text", "target_text"]
        ),
        "yearly": truth.yearly(content),
        "programmes": truth.programmes(content),
        "money": truth.programme_money(content),
        "cabinet": [],
    }
    return page(content, blocks, parts)


def _pair(one: Indicator) -> list[tuple[Cell, ...]]:
    base = f"{one.baseline.text}\n（{nendo(one.baseline_year or 0, 'R4年度')}）"
    goal = f"{one.target.text}\n（{nendo(one.target_year or 0, 'R4年度')}）"
    return [
        (
            middle(one.number, 2, 2),
            Cell(one.name, 15, 2),
            middle(base, 8, 2),
            label("目標値", 4),
            *(middle(year.target.text, 4) for year in one.years),
            middle(goal, 11, 2),
        ),
        (label("実績値", 4), *(middle(year.actual.text, 4) for year in one.years)),
    ]
