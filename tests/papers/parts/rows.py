"""Label and prose rows, and the cabinet's decisions."""

from collections.abc import Sequence

from tests.papers.content import Content
from tests.papers.paper import Cell, Line, Table, label


def prose_rows(content: Content, labels: dict[str, str], wide: int = 12) -> tuple[tuple[Cell, ...], ...]:
    """A row a text: its label left, the prose right over the whole width."""
    return tuple(
        (label(name, wide), Cell(content.head[what], 60 - wide))
        for what, name in labels.items()
        if content.head.get(what)
    )


def titled(content: Content, opening: str = "（", closing: str = "）", *, together: bool = False) -> list[Line]:
    """The title and the number: on two lines, or in one."""
    number = f"{opening}{content.identifier}{closing}"
    if together:
        return [Line(f"{content.title}　{number}", "center", strong=True)]
    return [Line(content.title, "center", strong=True), Line(number, "right")]


def cabinet_table(
    content: Content,
    side: str = "施策に関係する内閣の重要政策（施政方針演説等のうち主なもの）",
    heads: Sequence[str] = ("施政方針演説等の名称", "年月日", "関係部分（抜粋）"),
) -> Table:
    """Three columns beside their label."""
    entries = [(one.name, one.day, one.excerpt) for one in content.cabinet] or [("－", "－", "－")]
    widths = (18, 9, 21)
    rows = [(label(side, 12, len(entries) + 1), *(label(h, w) for h, w in zip(heads, widths, strict=True)))]
    rows += [tuple(Cell(text, w) for text, w in zip(entry, widths, strict=True)) for entry in entries]
    return Table(tuple(rows))
