"""Special pages: what one producer or another does now and then, drawn by hand."""

from tests.variations.fonts import Font
from tests.variations.letters import Fonts, written
from tests.variations.pdf_file import PdfFile
from tests.variations.rules import BORDERS, edges
from tests.variations.table import Box, Slot, Table
from tests.variations.truth import Seen, TrueCell, Truth

WIDTH, HEIGHT = 595.0, 842.0
SIZE = 9.0


class Sheet:
    """A page that is written on from its top left, with the truth beside it."""

    def __init__(self, kind: str = "ucs2") -> None:
        self.fonts = Fonts(kind)
        self.ink: list[str] = []
        self.cells: list[TrueCell] = []
        self.loose: list[tuple[int, str]] = []
        self.hidden: list[str] = []

    def frame(self, x: float, y: float, table: Table) -> None:
        """The borders of a table."""
        for x0, y0, x1, y1 in edges(table, 0, len(table.heights)):
            self.ink.append(BORDERS["thin"]((x + x0, HEIGHT - y - y0, x + x1, HEIGHT - y - y1)))

    def write(self, text: str, x: float, y: float, how: str = "line", setting: str = "") -> None:
        """A line from x on a baseline, under a setting of the graphics state."""
        self.ink.append(f"q {setting} {written(text, x, HEIGHT - y, SIZE, self.fonts, how)} Q")

    def table(self, x: float, y: float, table: Table, number: int = 0) -> None:
        """A table with one line of text in each slot, and its truth."""
        self.frame(x, y, table)
        for slot in table.slots:
            room = table.room(slot)
            if slot.text:
                self.write(slot.text, x + room.x0 + 2, y + room.top + 11)
                self.expect(x, y, table, slot, number)

    def expect(self, x: float, y: float, table: Table, slot: Slot, number: int = 0) -> None:
        """A cell is to be read there."""
        room = table.room(slot)
        box = Box(x + room.x0, y + room.top, x + room.x1, y + room.bottom)
        rows, columns = (slot.row, slot.end_row), (slot.column, slot.end_column)
        self.cells.append(TrueCell(slot.text, number, rows, columns, (Seen(1, box),)))

    @property
    def truth(self) -> Truth:
        """What is on the page."""
        return Truth(tuple(self.cells), tuple(self.loose), tuple(self.hidden))

    def printed(self, more: str = "", before: str = "") -> bytes:
        """The PDF; ``more`` stands in the page's dictionary, ``before`` comes before the content."""
        file = PdfFile()
        names = " ".join(f"/{name} {font.write(file)} 0 R" for name, font in self.fonts.used.items())
        image = file.stream(
            "/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray", bytes(range(64))
        )
        content = file.stream("", before + "\n" + "\n".join(self.ink))
        tree = file.reserve()
        page = file.add(
            f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {WIDTH:g} {HEIGHT:g}]{more}"
            f"/Resources<</Font<<{names}>>/XObject<</Im {image} 0 R>>>>/Contents {content} 0 R>>"
        )
        file.set(tree, f"<</Type/Pages/Count 1/Kids[{page} 0 R]>>")
        return file.bytes(file.add(f"<</Type/Catalog/Pages {tree} 0 R>>"))


def grid(widths: tuple[float, ...], heights: tuple[float, ...], *rows: tuple[str, ...]) -> Table:
    """A table of single cells."""
    slots = tuple(Slot(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Table(widths, heights, slots)


def across(font: Font, texts: list[tuple[str, float]], y: float) -> str:
    """Texts of several cells in one TJ: the pen jumps from cell to cell inside a single string array."""
    start, pen, parts = texts[0][1], texts[0][1], ""
    for text, x in texts:
        parts += f" {-(x - pen) / SIZE * 1000:.1f} <{font.encode(text)}>"
        pen = x + len(text) * SIZE
    return f"BT /F1 {SIZE:g} Tf {start:.3f} {HEIGHT - y:.3f} Td [{parts}] TJ ET"
