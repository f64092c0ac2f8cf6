"""Groups of entries: under one number a line without values may name a group, whose members carry sub-marks.

Groups nest (②, under it （ⅰ） and （ⅱ）); members may be lines of one cell, and may share rows printed below the last.
"""

import re
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from monosashi.model.folding import fold
from monosashi.model.indicator import MeasureName
from monosashi.model.mark import CIRCLED
from monosashi.reading.body import Body
from monosashi.reading.entry import SUB_MARK, Entry, Line


def grouped(found: list[Entry]) -> list[Entry]:
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


def members_of_one_cell(entry: Entry) -> list[Entry]:
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


def sharing_rows(found: list[Entry], body: Body) -> list[Entry]:
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
