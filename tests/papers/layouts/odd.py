"""Odd printing: the same page with full-width digits, letter-spaced labels, words broken by line ends, a cover.

Each gives the page as another office would type it; the truth stays what it is.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from tests.papers.paper import WIDE, Block, Break, Cell, Line, Page, Table

#: Labels of so many characters are letter-spaced.
_SPACED = range(2, 6)
#: A line of a cell that is broken by hand.
_LINE = 9


def wide_digits(page: Page) -> Page:
    """Full-width digits everywhere but in the title and the sheet's number."""
    return _each(page, lambda cell: replace(cell, text=cell.text.translate(WIDE)))


def spaced_labels(page: Page) -> Page:
    """Short labels letter-spaced, long ones broken in the middle of a word."""
    return _each(page, lambda cell: replace(cell, text=_spaced(cell.text)) if cell.label else cell)


def _spaced(text: str) -> str:
    if "\n" in text or re.search(r"[\d（(「：]", text):
        return text
    return "　".join(text) if len(text) in _SPACED else "\n".join(text[n : n + 6] for n in range(0, len(text), 6))


def broken_words(page: Page) -> Page:
    """Prose and years broken by hand wherever a line of the cell was full, never inside a number."""
    return _each(page, lambda cell: cell if cell.label or "\n" in cell.text else replace(cell, text=_broken(cell.text)))


def _broken(text: str) -> str:
    found = ""
    for n, letter in enumerate(text):
        last = found.rpartition("\n")[2]
        if len(last) >= _LINE and not re.match(r"[\d,.．，、。）)％%]", letter) and n < len(text) - 1:
            found += "\n"
        found += letter
    return found


def with_cover(page: Page) -> Page:
    """A cover and a list of contents before the sheet."""
    cover: tuple[Block, ...] = (
        Line("政　策　評　価　資　料　集", "center", strong=True),
        Line("令和６年８月", "center"),
        Table(
            (
                (Cell("番号", 10, label=True), Cell("名称", 50, label=True)),
                (Cell("１", 10), Cell("本編に収めた施策の一覧", 50)),
            )
        ),
        Break(),
    )
    return replace(page, blocks=(*cover, *page.blocks))


def _each(page: Page, change: Callable[[Cell], Cell]) -> Page:
    blocks: list[Block] = []
    for block in page.blocks:
        if isinstance(block, Table):
            blocks.append(Table(tuple(tuple(map(change, row)) for row in block.rows)))
        else:
            blocks.append(block)
    return replace(page, blocks=tuple(blocks))


def one_frame(page: Page) -> Page:
    """Tables that follow one another as one table: no row between them, as most offices draw the sheet."""
    blocks: list[Block] = []
    for block in page.blocks:
        before = blocks[-1] if blocks else None
        if isinstance(block, Table) and isinstance(before, Table):
            blocks[-1] = Table((*before.rows, *block.rows))
        else:
            blocks.append(block)
    return replace(page, blocks=tuple(blocks))


def with_headings(page: Page) -> Page:
    """A line of heading directly over every table, and a remark under it that is no ※ note."""
    blocks: list[Block] = []
    count = 0
    for block in page.blocks:
        if isinstance(block, Table):
            count += 1
            blocks += [
                Line(f"第{count}　{_HEADINGS[count % len(_HEADINGS)]}"),
                block,
                Line("（注）四捨五入のため、合計が合わないことがある。"),
            ]
        else:
            blocks.append(block)
    return replace(page, blocks=tuple(blocks))


#: What the headings say: nothing that is a label of any form.
_HEADINGS = ("あらまし", "数でみる歩み", "これまでの取組", "裏付けとなる資料")
