"""Hypertext: a form as HTML of exact measures, to be printed by Chromium."""

from dataclasses import dataclass
from html import escape

from tests.variations.table import Form, Line, Slot, Table
from tests.variations.truth import Truth, anywhere, on_one_page

#: How a border may be drawn, as CSS writes it.
BORDERS = {
    "thin": "0.5pt solid #000",
    "hair": "0.25pt solid #000",
    "thick": "2pt solid #000",
    "dotted": "1pt dotted #000",
    "dashed": "0.75pt dashed #000",
    "double": "2.25pt double #000",
    "coloured": "0.75pt solid #36c",
    "groove": "1.5pt groove #888",
    "grey": "0.5pt solid #b0b0b0",
}


@dataclass(frozen=True)
class Hypertext:
    """How the page is set. ``build``: a table with collapsed borders, one with separate ones, or boxes on a grid."""

    border: str = "thin"
    build: str = "collapse"
    frame: str = "full"
    font: str = "Noto Sans CJK JP"
    css: str = ""
    scale: float = 1.0
    flow: bool = False


def hypertext(form: Form, style: Hypertext) -> tuple[str, Truth]:
    """The HTML of a form, and what is on it when it is printed. What flows over pages is in unknown places."""
    tables = "".join(_table(x, y, table, style) for x, y, table in form.tables)
    lines = "" if style.flow else "".join(_line(line) for line in form.lines)
    page = (
        f"@page{{size:{form.width}pt {form.height}pt;margin:{'30pt' if style.flow else '0'}}}"
        "*{box-sizing:border-box}body{margin:0}"
        f".page{{position:relative;transform:scale({style.scale});transform-origin:0 0;"
        f"{'' if style.flow else f'width:{form.width}pt;height:{form.height - 2}pt'}}}"
        f".page,td,th{{font:{form.size}pt/{form.size + 1}pt '{style.font}'}}"
        "table{border-spacing:0;table-layout:fixed}td,th{padding:1pt;vertical-align:top;overflow-wrap:anywhere;"
        f"font-weight:inherit;{style.css}}}"
    )
    if style.scale == 1.0:
        page = page.replace("transform:scale(1.0);transform-origin:0 0;", "")
    text = f'<!doctype html><html lang="ja"><meta charset="utf-8"><style>{page}</style><div class="page">{lines}{tables}</div>'
    truth = on_one_page(form, style.scale)
    return text, anywhere(truth) if style.flow else truth


def _line(line: Line) -> str:
    place = f"position:absolute;left:{line.x}pt;top:{line.y - line.size}pt;white-space:nowrap;font-size:{line.size}pt"
    return f'<div style="{place}">{escape(line.text)}</div>'


def _table(x: float, y: float, table: Table, style: Hypertext) -> str:
    if style.build == "grid":
        return _grid(x, y, table, style)
    place = "" if style.flow else f"position:absolute;left:{x}pt;top:{y}pt;"
    spacing = "border-collapse:separate;" if style.build == "separate" else "border-collapse:collapse;"
    columns = "".join(f'<col style="width:{width:.3f}pt">' for width in table.widths)
    rows = []
    for row, height in enumerate(table.heights):
        slots = sorted((slot for slot in table.slots if slot.row == row), key=lambda slot: slot.column)
        cells = "".join(_cell(slot, table, style) for slot in slots)
        rows.append(f'<tr style="height:{height:.3f}pt">{cells}</tr>')
    head = f"<thead>{''.join(rows[: table.header])}</thead>" if table.header else ""
    return (
        f'<table style="{place}{spacing}width:{sum(table.widths):.3f}pt"><colgroup>{columns}</colgroup>'
        f"{head}<tbody>{''.join(rows[table.header :])}</tbody></table>"
    )


def _cell(slot: Slot, table: Table, style: Hypertext) -> str:
    spans = f'rowspan="{slot.rows}" colspan="{slot.columns}"'
    return f'<td {spans} style="{_looks(slot, table, style)}">{_written(slot)}</td>'


def _looks(slot: Slot, table: Table, style: Hypertext) -> str:
    border = BORDERS[style.border]
    sides = {
        "top": (slot.row == 0, style.frame == "none"),
        "bottom": (slot.end_row == len(table.heights), style.frame == "none"),
        "left": (slot.column == 0, style.frame != "full"),
        "right": (slot.end_column == len(table.widths), style.frame != "full"),
    }
    drawn = "".join(f"border-{side}:{'none' if outer and bare else border};" for side, (outer, bare) in sides.items())
    if style.build == "separate":
        drawn = f"border:{border};"
    return f"{drawn}text-align:{slot.align};"


def _written(slot: Slot) -> str:
    text = escape(slot.text).replace("\n", "<br>")
    if slot.vertical:
        return f'<div style="writing-mode:vertical-rl;text-orientation:upright;margin:auto">{text}</div>'
    return text


def _grid(x: float, y: float, table: Table, style: Hypertext) -> str:
    """Boxes on a grid; the lines between them are the ground that shows through the gaps."""
    xs, ys = table.xs, table.ys
    boxes = [
        f'<div style="position:absolute;left:{x + xs[0]:.3f}pt;top:{y:.3f}pt;width:{xs[-1]:.3f}pt;height:{ys[-1]:.3f}pt;'
        'background:#333"></div>'
    ]
    for slot in table.slots:
        room = table.room(slot)
        boxes.append(
            f'<div style="position:absolute;left:{x + room.x0 + 0.4:.3f}pt;top:{y + room.top + 0.4:.3f}pt;'
            f"width:{room.width - 0.8:.3f}pt;height:{room.height - 0.8:.3f}pt;background:#fff;padding:1pt;"
            f'text-align:{slot.align};overflow-wrap:anywhere;{style.css}">{_written(slot)}</div>'
        )
    return "".join(boxes)
