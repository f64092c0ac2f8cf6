"""Entries: the body of a table of indicators cut into its measures, each with its number, its group and its name.

An entry begins where its name begins and runs to the next. A number stands in a cell of its own beside the name, or leads
its text. Under one number a line without values may name a group, whose members carry sub-marks: ①, （ⅰ）, ア.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby, zip_longest

from monosashi.model.folding import fold
from monosashi.model.indicator import MeasureName
from monosashi.model.mark import CIRCLED, parse_number
from monosashi.reading.bands import LEADING_NUMBER
from monosashi.reading.body import Body
from monosashi.reading.grid import GridCell
from monosashi.reading.measure_head import VALUES
from monosashi.reading.table import Band, Table

#: 19①, （ⅱ）, ア: what tells members of a group apart.
SUB_MARK = re.compile(
    rf"\s*(?P<mark>[{CIRCLED}]|[(（][ⅰ-ⅻivx]{{1,4}}[)）]|[ⅰ-ⅻ]|[(（]?[ア-オ][)）]|[ア-オ](?=[\s\u3000.．、：:])|[a-eａ-ｅ][)）.．])"
    r"[\s\u3000.．、：:]*(?P<rest>\S.*)",
    re.S,
)
#: An id before a name: 指標１, 業績指標5-1-1-A：, ○［主要］政5-1-1-A-1：
ID = re.compile(
    r"\s*[○●◎■◆・]?\s*(?P<before>(?:[\[［【]主要[\]］】])?)\s*(?:参考|主要な|定[量性]的な?)?(?:測定|業績|評価|成果)?(?:指標)?\s*[\[［【(（]?\s*"
    r"(?P<n>[^\s\d０-９\[\]［］【】()（）:：]{0,3}[0-9０-９]{1,3}(?:[-－−―‐–][0-9０-９A-Za-zＡ-Ｚａ-ｚ]{1,3}){1,5})[\]］】)）]?[\s\u3000:：.．、]+(?P<rest>\S.*)",
    re.S,
)
WORD_AND_NUMBER = re.compile(
    rf"\s*[○●◎■◆・]?\s*(?:参考|主要な)?(?:測定|業績|評価|成果)?指標\s*(?P<n>[(（]?(?:[0-9０-９]{{1,3}}|[{CIRCLED}])[)）]?)(?:[\s\u3000:：.．、]+|(?=[^\s0-9０-９の]))(?P<rest>\S.*)?",
    re.S,
)


@dataclass(frozen=True)
class Line:
    """One of several members of a group that share their cells: its mark, its place among them (from 0), how many."""

    mark: str
    place: int
    many: int

    def of(self, text: str) -> str:
        """The line of a cell that is this member's; the whole text where the cell prints one for all."""
        lines = [line for line in text.split("\n") if line.strip()]
        marked = [match for line in lines if (match := SUB_MARK.fullmatch(line))]
        own = next((match["rest"] for match in marked if match["mark"] == self.mark), None)
        if own is not None:
            return own
        return lines[self.place] if len(lines) == self.many else text


@dataclass
class Entry(Band):
    """One measure's rows: beside its number and name, the cells its number is made of, the name of its group, the cell
    of an outer group that is marked as primary, and its line where members of a group share their cells."""

    numbers: list[GridCell] = field(default_factory=list)
    group: GridCell | None = None
    group_text: str = ""
    sub: str = ""
    has_values: bool = True
    marked: GridCell | None = None
    line: Line | None = None
    again: list[GridCell] = field(default_factory=list)


def entries(table: Table, body: Body) -> list[Entry]:
    """The measures of a table, in printed order."""
    column = _name_column(body)
    numbers = [cell for cell in column if _is_number(cell, column)]
    rest = [cell for cell in column if not _among(cell, numbers)]
    over = [cell for cell in rest if _names_a_group(cell, numbers, rest)]
    names = [cell for cell in rest if not _among(cell, over)]
    found = [_entry(name, numbers, over) for name in names]
    for n, entry in enumerate(found):
        entry.bottom = max(entry.top, found[n + 1].top - 1) if n + 1 < len(found) else _end(entry, body, table)
        entry.cells = [
            cell for cell in body.cells if cell.meets_rows(entry.top, entry.bottom) and not _is_heading(cell, body)
        ]
        entry.has_values = any(_is_value(cell, body) for cell in entry.cells)
    apart = [one for entry in _repeated(_grouped(found), body) for one in _members_of_one_cell(entry)]
    return _sharing_rows(apart, body)


def _repeated(found: list[Entry], body: Body) -> list[Entry]:
    """The entries, those of one measure joined where its name is printed again beside each year."""
    kept: list[Entry] = []
    for entry in found:
        last = kept[-1] if kept else None
        same = last and (last.number_text, last.name_text) == (entry.number_text, entry.name_text)
        if last and same and any(year.meets_rows(entry.top, entry.bottom) for year in body.years):
            last.bottom, last.cells = entry.bottom, [*last.cells, *(c for c in entry.cells if c is not entry.name)]
            last.numbers += entry.numbers
            last.again.append(entry.name)
        else:
            kept.append(entry)
    return kept


def _members_of_one_cell(entry: Entry) -> list[Entry]:
    """The members of a group whose names, and whose values, are lines of one cell."""
    lines = entry.name_text.split("\n")
    matches = [(n, match) for n, line in enumerate(lines) if (match := SUB_MARK.fullmatch(line))]
    ends = [n for n, _ in matches[1:]] + [len(lines)]
    if entry.sub or len(matches) < 2 or len({match["mark"] for _, match in matches}) < len(matches) or not entry.number:
        return [entry]
    group = "\n".join(lines[: matches[0][0]])
    found = []
    for place, ((n, match), end) in enumerate(zip(matches, ends, strict=True)):
        line = Line(match["mark"], place, len(matches))
        name = "\n".join([match["rest"], *lines[n + 1 : end]])
        cell = entry.name if group else entry.group
        found.append(replace(entry, sub=line.mark, name_text=name, group=cell, group_text=group, line=line))
    return found


def _among(cell: GridCell, others: Iterable[GridCell]) -> bool:
    return any(cell is other for other in others)


def _name_column(body: Body) -> list[GridCell]:
    """The cells that hold numbers, names and groups: those under their label, else those to the left of every head."""
    header = body.header
    roles = ("indicator", "number") if header.has("indicator") or header.has("number") else ()
    labels = [*body.row_labels, *body.years]
    goals = [head.right for head in (*header.heads("goal"), *header.heads("lever"))]
    found = []
    for cell in body.cells:
        if _among(cell, labels) or _is_heading(cell, body):
            continue
        role = header.role_of(cell)
        if (
            role in roles
            or (not role and cell.right < header.left and not goals)
            or (not role and _is_bare_number(cell))
        ):
            found.append(cell)
    return found


def _is_bare_number(cell: GridCell) -> bool:
    return parse_number(cell.text).value is not None


def _is_heading(cell: GridCell, body: Body) -> bool:
    """Whether a line runs over the names and the values: it belongs to no measure."""
    header = body.header
    over = [label for label in header.labels if label.cell.left >= cell.left and label.cell.right <= cell.right]
    return len({label.role for label in over}) > 2 and "indicator" in {label.role for label in over}


def _is_number(cell: GridCell, column: list[GridCell]) -> bool:
    if not _is_bare_number(cell):
        return False
    beside = (other for other in column if other is not cell and other.meets_rows(cell.top, cell.bottom))
    return any(not _is_bare_number(other) for other in beside)


def _names_a_group(cell: GridCell, numbers: list[GridCell], rest: list[GridCell]) -> bool:
    """Whether the name stands to the left of numbers that have names of their own."""
    inner = [number for number in numbers if number.left > cell.right and number.meets_rows(cell.top, cell.bottom)]
    if any(
        name.left > number.right and name.meets_rows(number.top, number.bottom) for number in inner for name in rest
    ):
        return True
    members = [name for name in rest if name.left > cell.right and name.meets_rows(cell.top, cell.bottom)]
    return bool(members) and all(SUB_MARK.fullmatch(name.text) for name in members)


def _entry(name: GridCell, numbers: list[GridCell], over: list[GridCell]) -> Entry:
    own = sorted((n for n in numbers if n.meets_rows(name.top, name.bottom)), key=lambda n: n.left)
    here = [n for n in own if n.top == name.top] or own
    entry = Entry(name.top, name.bottom, name, name_text=name.text)
    if here:
        left = here[0] if len(own) == 1 else own[0]
        entry.number, entry.number_text, entry.numbers = left, left.text, [left]
        inner = next((n for n in own if n is not left and n.left > left.right), None)
        if inner and parse_number(inner.text).circled:
            entry.sub, entry.numbers = inner.text.strip(), [left, inner]
    entry.group = next((cell for cell in over if cell.meets_rows(name.top, name.bottom)), None)
    entry.group_text = entry.group.text if entry.group else ""
    if not entry.number:
        take_leading_number(entry)
    return entry


def take_leading_number(entry: Entry) -> None:
    """The number that leads the name's own text."""
    for pattern in (LEADING_NUMBER, ID, WORD_AND_NUMBER):
        match = pattern.fullmatch(entry.name_text)
        if match and match["rest"]:
            before = match.groupdict().get("before") or ""
            entry.number, entry.numbers = entry.name, [entry.name]
            entry.number_text, entry.name_text = match["n"], before + match["rest"]
            return


def _is_value(cell: GridCell, body: Body) -> bool:
    """Whether a cell holds a value of a measure, or its label."""
    return body.header.role_of(cell) in _VALUE_ROLES or _among(cell, body.row_labels)


_VALUE_ROLES = VALUES | {"met"}


def _grouped(found: list[Entry]) -> list[Entry]:
    """The entries with their groups: a line without values under whose number others with sub-marks follow.

    Groups nest: ② may itself stand over （ⅰ） and （ⅱ）.
    """
    kept: list[Entry] = []
    groups: list[_Group] = []
    for entry, following in zip_longest(found, found[1:]):
        mark = SUB_MARK.fullmatch(_own_text(entry))
        if mark and groups and _goes_on(entry, groups[0].entry):
            while len(groups) > 1 and groups[-1].style not in ("", _style(mark["mark"])):
                groups.pop()
            _join(entry, groups, mark)
        elif mark and _shares_number(entry, found):
            groups = []
            entry.sub, entry.name_text = mark["mark"], mark["rest"]
        else:
            groups = []
        if (
            following
            and not entry.has_values
            and SUB_MARK.fullmatch(_own_text(following))
            and _goes_on(following, entry)
        ):
            groups.append(_Group(entry, entry.sub))
        else:
            kept.append(entry)
    return kept


def _sharing_rows(found: list[Entry], body: Body) -> list[Entry]:
    """The members of a group, each with the rows that are printed once below the last: 年度ごとの目標値."""
    for _, run in groupby(found, key=lambda entry: id(entry.group) if entry.group else id(entry)):
        members = list(run)
        last = members[-1]
        labels = [label for label in body.row_labels if label.meets_rows(members[0].top, last.bottom)]
        if len(members) > 1 and labels and all(label.top > last.top for label in labels):
            shared = [c for c in last.cells if any(label.top <= c.top and c.bottom <= label.bottom for label in labels)]
            for member in members[:-1]:
                member.cells = [*member.cells, *shared]
    return found


def _shares_number(entry: Entry, found: list[Entry]) -> bool:
    """Whether the cell of its number stands over other names too, or the name of a group stands beside it."""
    own = entry.number
    if own is None or own is entry.name or entry.sub:
        return False
    return entry.group is not None or any(other.number is own for other in found if other is not entry)


@dataclass
class _Group:
    """A line that names a group, with the marks that lead to it and the style of its members' marks."""

    entry: Entry
    marks: str
    style: str = ""


def _join(entry: Entry, groups: list[_Group], mark: re.Match[str]) -> None:
    """Make an entry a member of the innermost group."""
    inner = groups[-1]
    inner.style = _style(mark["mark"])
    entry.number, entry.number_text = groups[0].entry.number, groups[0].entry.number_text
    entry.numbers = [*groups[0].entry.numbers, *([] if inner is groups[0] else [inner.entry.name]), entry.name]
    entry.sub, entry.name_text = inner.marks + mark["mark"], mark["rest"]
    entry.group, entry.group_text = inner.entry.name, inner.entry.name_text
    outer = groups[0].entry
    entry.marked = (
        outer.name if inner is not groups[0] and MeasureName.model_validate(outer.name_text).primary else None
    )


def _own_text(entry: Entry) -> str:
    """What the name's cell prints, a leading mark included."""
    return entry.name.text if entry.number is entry.name else entry.name_text


def _goes_on(entry: Entry, group: Entry) -> bool:
    """Whether an entry stands under the same number: its cell spans both, or only a mark leads the name."""
    return entry.number is None or entry.number is entry.name or entry.number is group.number


def _style(mark: str) -> str:
    """What kind of mark it is: ①, （ⅰ）, ア."""
    bare = fold(mark).strip("()")
    return "circled" if bare in CIRCLED else "roman" if bare[:1] in "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻivx" else "letter"


def _end(entry: Entry, body: Body, table: Table) -> int:
    """Where the last entry ends: with its merged name, or its number's, else with the last row that goes on without a
    gap and without a line over the whole table."""
    merged = [cell.bottom for cell in (entry.name, *entry.numbers) if cell.bottom > cell.top]
    if merged:
        return max(merged)
    row = entry.name.bottom
    while any(c.top == row + 1 for c in body.cells) and not any(
        c.top == row + 1 and _is_heading(c, body) for c in body.cells
    ):
        row += 1
    return min(row, table.last)
