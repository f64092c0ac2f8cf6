"""Cabinet links: the cabinet's decisions and the speeches that the policy serves.

They stand in a table of three columns, or line by line under their label, name and day in one line:
「○「…基本方針2018」（平成30年６月15日閣議決定）」. A dash or 該当なし where there is none is no link.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator

from monosashi.forms import Form, label_key
from monosashi.model import CabinetLink, PrintedDate
from monosashi.model.date import parse_date
from monosashi.model.folding import fold, is_dash, unbroken
from monosashi.model.nendo import ERA
from monosashi.reading.bands import bands, joined, own_cells
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.labels import statement_labels
from monosashi.reading.table import Band, Table

_DAY = re.compile(
    rf"(?:{ERA})\s*(?:元|\d{{1,2}})\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|\d{{4}}年\d{{1,2}}月\d{{1,2}}日"
)
#: 該当なし, 特になし, （なし）: words for none.
_NONE = re.compile(
    r"[\s(（「・○]*(?:(?:該当|特に|特段|関連)[はのもす]?(?:る(?:もの|文書|決定)は?)?)?(?:なし|無し|ない|無い|ありません)[\s)）」。.]*"
)
_BULLET = re.compile(r"^\s*[○●◯◎・◇◆□■▪•－-]\s*")
#: Name, then in brackets the day and who decided, then what else is said.
_LINE = re.compile(
    r"\s*(?P<open>[「『])?(?P<name>.+?)(?(open)[」』])\s*[(（](?P<when>[^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）]\s*(?P<rest>.*)",
    re.S,
)


def read_cabinet(grid: Grid, tables: Iterable[Table], claims: Claims) -> tuple[CabinetLink, ...]:
    """The documents named in tables, in printed order."""
    found: list[CabinetLink] = []
    for table in tables:
        for band in bands(grid, table, "name"):
            if _is_none(band.name.text):
                claims.furnish(cell for cell in band.cells if _is_none(cell.text))
            else:
                found.append(_link(table, band, f"/cabinet/{len(found)}", claims))
    return tuple(found)


def _link(table: Table, band: Band, path: str, claims: Claims) -> CabinetLink:
    dates, excerpts = own_cells(table, band, "date"), own_cells(table, band, "excerpt")
    if not dates and (line := _parsed(band.name.text)) and line.date.date:
        claims.take(f"{path}/name", [band.name])
        claims.take(f"{path}/date", [band.name])
        claims.take(f"{path}/excerpt", excerpts)
        return line.model_copy(update={"excerpt": joined(excerpts) or line.excerpt})
    claims.take(f"{path}/name", [band.name])
    claims.take(f"{path}/date", dates)
    claims.take(f"{path}/excerpt", excerpts)
    return CabinetLink(name=band.name.text, date=PrintedDate.model_validate(joined(dates)), excerpt=joined(excerpts))


def read_cabinet_lines(
    grid: Grid, form: Form, taken: Callable[[GridCell], bool], before: int, claims: Claims
) -> tuple[CabinetLink, ...]:
    """The documents named line by line beside or below their label, where no table holds them.

    ``taken``: whether a cell stands in a table; ``before``: how many links the tables gave.
    """
    spec = form.table("cabinet") if form.has("cabinet") else None
    keys = spec.side.keys if spec and spec.side else frozenset[str]()
    found: list[CabinetLink] = []
    for label in grid.cells:
        if label_key(label.text) not in keys or taken(label):
            continue
        claims.furnish([label])
        for cell in _values(grid, label, form, taken):
            links = list(_links(cell.text))
            if not links:
                claims.furnish([cell])
            for link in links:
                path = f"/cabinet/{before + len(found)}"
                for part in ("name", "date", "excerpt"):
                    claims.take(f"{path}/{part}", [cell] if part == "name" or getattr(link, part) else [])
                found.append(link)
    return tuple(found)


def _values(grid: Grid, label: GridCell, form: Form, taken: Callable[[GridCell], bool]) -> Iterator[GridCell]:
    """The cells beside a label; where there are none, the lines below it up to the next label or table."""
    beside = [cell for cell in grid.right_of(label) if cell.top >= label.top]
    if beside:
        yield from sorted(beside, key=lambda cell: (cell.top, cell.left))
        return
    row = label.bottom + 1
    while len(cells := list(grid.in_rows(row, row))) == 1:
        labels = statement_labels(form)
        if taken(cells[0]) or labels.named(cells[0].text) or labels.leading(cells[0].text):
            return
        yield cells[0]
        row = cells[0].bottom + 1


def _links(text: str) -> Iterator[CabinetLink]:
    """Each document a cell names: one a line, or one a bullet; none where a dash is printed."""
    for entry in _entries(text):
        if not _is_none(entry):
            yield _parsed(entry) or CabinetLink(name=_BULLET.sub("", entry).strip())


def _entries(text: str) -> list[str]:
    """A cell's text cut at its bullets; without bullets at its lines, a bracket that a line broke kept whole."""
    lines = [line for line in text.splitlines() if line.strip()]
    bulleted = any(_BULLET.match(line) and not is_dash(line) for line in lines)
    found: list[str] = []
    for line in lines:
        whole = bool(_BULLET.match(line)) if bulleted else not (found and _is_open(found[-1]))
        if whole or not found:
            found.append(line)
        else:
            found[-1] += f"\n{line}"
    return found


def _is_none(text: str) -> bool:
    """Whether a cell says that there is no document: a dash, or words."""
    return is_dash(text) or _NONE.fullmatch(_BULLET.sub("", text)) is not None


def _is_open(text: str) -> bool:
    folded = fold(text)
    return folded.count("(") > folded.count(")") or text.count("「") > text.count("」")


def _parsed(entry: str) -> CabinetLink | None:
    """Name and day of one line; None where no day stands in brackets."""
    line = unbroken(_BULLET.sub("", entry))
    for match in re.finditer(r"[(（]", line):
        cut = _LINE.fullmatch(line) if match.start() == line.find(match.group()) else None
        day = _DAY.search(fold(cut["when"])) if cut else None
        if cut and day:
            date = PrintedDate(text=cut["when"], date=parse_date(day.group()))
            return CabinetLink(name=cut["name"], date=date, excerpt=cut["rest"].strip())
    return _with_period(line)


def day_in(words: str) -> dt.date | None:
    """The day that words name, as a line of one cell has it: 平成30年６月15日閣議決定."""
    day = _DAY.search(fold(words))
    return parse_date(day.group()) if day else None


def _with_period(line: str) -> CabinetLink | None:
    """A name that ends in brackets of its own, the day in the brackets after them: …計画（平成26年度～30年度）（平成25年12月17日…）."""
    match = re.fullmatch(
        r"(?P<open>[「『])?(?P<name>.+)(?(open)[」』])\s*[(（](?P<when>[^()（）]+)[)）]\s*(?P<rest>.*)", line
    )
    day = _DAY.search(fold(match["when"])) if match else None
    if not match or not day:
        return None
    date = PrintedDate(text=match["when"], date=parse_date(day.group()))
    return CabinetLink(name=match["name"].strip(), date=date, excerpt=match["rest"].strip())
