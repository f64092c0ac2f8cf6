"""An entry of a table of indicators: one measure's rows with its number, its group and its name, and the marks that lead
a name: a number (1, 指標１, 業績指標5-1-1-A) or the sub-mark of a member of a group (①, （ⅰ）, ア).
"""

import re
from dataclasses import dataclass, field

from monosashi.model.mark import CIRCLED
from monosashi.reading.bands import LEADING_NUMBER
from monosashi.reading.grid import GridCell
from monosashi.reading.table import Band

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


def take_leading_number(entry: Entry) -> None:
    """The number that leads the name's own text."""
    for pattern in (LEADING_NUMBER, ID, WORD_AND_NUMBER):
        match = pattern.fullmatch(entry.name_text)
        if match and match["rest"]:
            before = match.groupdict().get("before") or ""
            entry.number, entry.numbers = entry.name, [entry.name]
            entry.number_text, entry.name_text = match["n"], before + match["rest"]
            return
