"""How each look is drawn: font, alignment, fill, borders, as the named cell styles of the workbook."""

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from monosashi.publishing.excel.paper import Paper
from monosashi.publishing.printing.box import AT_TOP, Look

#: The form's own font (Noto Sans CJK JP) is rarely installed where Excel is used, and Excel would put its default in
#: its place: 游ゴシック, whose lines are 1.7 em high and would be cut in rows made for 1.45. ＭＳ Ｐゴシック is the Gothic
#: of the ministries' own workbooks, is there with every Japanese Excel, and is narrower and lower than what the rows
#: are made for; programs without it (LibreOffice on Linux) put a CJK Gothic in its place, which fits as well.
FONT = "ＭＳ Ｐゴシック"
#: The character set of Japanese fonts in the file format: by it a program without the font chooses a Japanese one.
_SHIFT_JIS = 128

#: The styles by the names that a user of the workbook sees.
NAMES = {
    Look.TITLE: "標題",
    Look.IDENTIFIER: "整理番号",
    Look.LABEL: "見出し",
    Look.TEXT: "文",
    Look.RUNNING: "長い文",
    Look.VALUE: "値",
    Look.NOTE: "注",
    Look.UNIT: "単位",
}
_UNRULED = frozenset({Look.TITLE, Look.IDENTIFIER, Look.NOTE, Look.UNIT})
_HORIZONTAL = {Look.TEXT: "left", Look.RUNNING: "left", Look.NOTE: "left", Look.IDENTIFIER: "right", Look.UNIT: "right"}


def cell_styles(paper: Paper) -> tuple[NamedStyle, ...]:
    """A style for each look. Every cell is a text (format ``@``), whatever it looks like."""
    line = Side(style="thin", color="FF000000")
    return tuple(
        NamedStyle(
            name=name,
            font=Font(name=FONT, size=paper.size_of(look), charset=_SHIFT_JIS, family=3),
            alignment=Alignment(
                horizontal=_HORIZONTAL.get(look, "center"),
                vertical="top" if look in AT_TOP else "center",
                wrap_text=True,
            ),
            border=Border() if look in _UNRULED else Border(left=line, right=line, top=line, bottom=line),
            fill=PatternFill("solid", fgColor="FFE7E6E6") if look is Look.LABEL else PatternFill(),
            number_format="@",
        )
        for look, name in NAMES.items()
    )
