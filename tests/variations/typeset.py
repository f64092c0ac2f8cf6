"""Typeset: a form as Typst source of exact measures."""

from dataclasses import dataclass

from tests.variations.table import Form, Line, Slot, Table
from tests.variations.truth import Truth, anywhere, on_one_page

#: How a border may be drawn, as Typst writes it.
BORDERS = {
    "thin": "0.5pt",
    "hair": "0.1pt",
    "thick": "2pt",
    "dotted": '(paint: black, thickness: 0.75pt, dash: "dotted")',
    "densely-dotted": '(paint: black, thickness: 0.5pt, dash: "densely-dotted")',
    "dashed": '(paint: black, thickness: 0.5pt, dash: "dashed")',
    "coloured": '0.75pt + rgb("#3366cc")',
}


@dataclass(frozen=True)
class Typeset:
    """How the page is set; ``rules`` is Typst source before it."""

    border: str = "thin"
    frame: str = "full"
    font: str = "Noto Sans CJK JP"
    rules: str = ""
    flow: bool = False


def typeset(form: Form, style: Typeset) -> tuple[str, Truth]:
    """The Typst source of a form, and what is on it when it is printed."""
    margin = "30pt" if style.flow else "0pt"
    head = (
        f"#set page(width: {form.width}pt, height: {form.height}pt, margin: {margin})\n"
        f'#set text(font: "{style.font}", size: {form.size}pt, lang: "ja", top-edge: 0.86em, bottom-edge: -0.14em)\n'
        f"#set par(leading: 1pt)\n{style.rules}\n"
    )
    lines = "" if style.flow else "\n".join(map(_line, form.lines))
    tables = "\n".join(_table(x, y, table, style) for x, y, table in form.tables)
    truth = on_one_page(form)
    return head + lines + "\n" + tables + "\n", anywhere(truth) if style.flow else truth


def _line(line: Line) -> str:
    return f"#place(dx: {line.x}pt, dy: {line.y - line.size}pt, text(size: {line.size}pt)[{_escaped(line.text)}])"


def _table(x: float, y: float, table: Table, style: Typeset) -> str:
    columns = ", ".join(f"{width:.3f}pt" for width in table.widths)
    rows = "auto" if style.flow else ", ".join(f"{height:.3f}pt" for height in table.heights)
    stroke = BORDERS[style.border]
    if style.frame != "full":
        last, end = len(table.widths), len(table.heights)
        sides = f"left: if x > 0 {{ {stroke} }}, right: if x < {last - 1} {{ {stroke} }}"
        ends = f"top: if y > 0 {{ {stroke} }}, bottom: if y < {end - 1} {{ {stroke} }}"
        full = f"top: {stroke}, bottom: {stroke}"
        stroke = f"(x, y) => ({sides}, {ends if style.frame == 'none' else full})"
    ordered = sorted(table.slots, key=lambda slot: (slot.row, slot.column))
    heads = "".join(_cell(slot, style) for slot in ordered if slot.row < table.header)
    body = "".join(_cell(slot, style) for slot in ordered if slot.row >= table.header)
    head = f"table.header(repeat: true,{heads})," if table.header else ""
    source = f"table(columns: ({columns},), rows: ({rows},), inset: 1.5pt, stroke: {stroke},{head}{body})"
    return f"#{source}" if style.flow else f"#place(dx: {x}pt, dy: {y}pt, {source})"


def _cell(slot: Slot, style: Typeset) -> str:
    text = _escaped(slot.text)
    if slot.vertical:
        text = "#stack(dir: ttb, " + ", ".join(f"[{_escaped(char)}]" for char in slot.text) + ")"
    spans = f"x: {slot.column}, y: {slot.row}, colspan: {slot.columns}, rowspan: {slot.rows}"
    spans += ", breakable: false" if style.flow else ""
    align = slot.align if slot.align in ("left", "center", "right") else "left"
    return f"table.cell({spans}, align: {align})[{text}],"


def _escaped(text: str) -> str:
    return "".join(
        rf"\u{{{ord(char):x}}}" if char.isascii() and not char.isalnum() and char != " " else char for char in text
    )
