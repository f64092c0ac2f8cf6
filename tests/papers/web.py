"""A paper as a web page: paragraphs and tables with rowspan and colspan."""

import itertools
from html import escape

from tests.papers.paper import WIDTH, Block, Break, Line, Paper, Placed, Table

_STYLE = """
@page { size: A4 %s; margin: 10mm }
body { font: 8pt "Noto Sans CJK JP", sans-serif }
table { border-collapse: collapse; width: 100%%; table-layout: fixed; margin: 4pt 0 }
td, th { border: 0.6pt solid #000; padding: 2pt; font-weight: normal; overflow-wrap: anywhere }
.open { border: 0 } th { background: #ddebf7 } .down { writing-mode: vertical-rl }
.center { text-align: center } .right { text-align: right } p { margin: 2pt 0 } .strong { font-size: 12pt; font-weight: bold }
section + section { break-before: page }
"""


def paper_to_html(paper: Paper) -> bytes:
    """The page's bytes, UTF-8."""
    sections = "".join("<section>" + "".join(map(_block, page.blocks)) + "</section>\n" for page in paper.pages)
    style = _STYLE % ("portrait" if paper.portrait else "landscape")
    title = escape(paper.name)
    return (
        f'<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8"><title>{title}</title><style>{style}</style>'
        f"</head><body>\n{sections}</body></html>\n"
    ).encode()


def _block(block: Block) -> str:
    if isinstance(block, Break):
        return '<div style="break-after: page"></div>\n'
    return _line(block) if isinstance(block, Line) else _table(block)


def _line(line: Line) -> str:
    return f'<p class="{line.across}{" strong" if line.strong else ""}">{_text(line.text)}</p>\n'


def _table(table: Table) -> str:
    placed = table.placed()
    cuts = sorted({edge for one in placed for edge in (one.left, one.right)})
    columns = "".join(f'<col style="width:{100 * (b - a) / WIDTH:.3f}%">' for a, b in itertools.pairwise(cuts))
    rows = "".join(
        "<tr>" + "".join(_cell(one, cuts) for one in placed if one.row == row) + "</tr>\n"
        for row in range(len(table.rows))
    )
    return f"<table><colgroup>{columns}</colgroup>\n{rows}</table>\n"


def _cell(one: Placed, cuts: list[int]) -> str:
    wide = cuts.index(one.right) - cuts.index(one.left)
    spans = (f' colspan="{wide}"' if wide > 1 else "") + (f' rowspan="{one.cell.down}"' if one.cell.down > 1 else "")
    classes = " ".join(
        name
        for name, yes in (
            (one.cell.across, one.cell.across != "left"),
            ("down", one.cell.vertical),
            ("open", not one.cell.ruled),
        )
        if yes
    )
    tag = "th" if one.cell.label else "td"
    return f"<{tag}{spans}" + (f' class="{classes}"' if classes else "") + f">{_text(one.cell.text)}</{tag}>"


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
