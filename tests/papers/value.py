"""Value: what a value cell prints and what a person would take it to mean. Independent of the project's own grammar.

>>> value("約1,200件程度（うち島しょ64件）").number, value("集計中").state(2015, 2016)
('1200', 'compiling')
"""

import re
from dataclasses import dataclass

_NUMBER = re.compile(
    r"(?P<before>約|おおむね|累計|累積)?(?P<digits>[▲△-]?\s?[\d,]+(?:\.\d+)?)(?P<unit>[^\d（）以程未超]*(?:／\d+\w+)?)"
    r"(?P<after>以上|以下|以内|未満|超)?(?P<about>程度)?(?P<below>[（(][^（）()]*[）)])?"
)
_PART = re.compile(r"（うち(?P<name>[^\d（）]+?)(?P<digits>[\d,.]+)[^\d（）]*）")
_MEAN = re.compile(r"（(?P<years>[^（）]+)の平均）")
_WORDS = {"集計中": "compiling", "調査中止": "not_surveyed", "未公表": "not_published", "該当なし": "not_applicable"}
_PROVISIONAL = ("（暫定値）", "（速報値）", "（見込み）")
DASHES = ("－", "-", "―", "—", "ー", "–")


@dataclass(frozen=True)
class Value:
    """A value cell. ``digits`` is empty where the cell prints words, a dash or nothing."""

    text: str = ""
    digits: str = ""
    unit: str = ""
    bare: str = ""
    approximate: bool = False
    cumulative: bool = False
    provisional: bool = False
    part_name: str = ""
    part: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def number(self) -> str:
        """The number without commas, ▲ as a minus."""
        return re.sub(r"[,\s]", "", self.digits).replace("▲", "-").replace("△", "-")

    @property
    def is_dash(self) -> bool:
        """Whether the cell prints a dash only."""
        return self.text in DASHES

    @property
    def ratio(self) -> bool:
        """Whether the unit is a share or a quotient."""
        return self.unit in ("％", "%", "‰", "割")

    def state(self, nendo: int, title_year: int | None) -> str:
        """The state of an actual; empty where the contract leaves it open (a dash without a year in the title)."""
        if self.digits:
            return "reported"
        if not self.text or self.is_dash:
            return "not_yet" if title_year and nendo >= title_year else ""
        return next((state for word, state in _WORDS.items() if word in self.text), "reported")


def value(text: str) -> Value:
    """A value from what is printed; ``_`` stands for a line break, ``.`` for an empty cell."""
    printed = "" if text == "." else text.replace("_", "\n")
    flat = printed.replace("\n", "")
    match = _NUMBER.fullmatch(flat)
    if not match:
        return Value(printed)
    below = match["below"] or ""
    part = _PART.fullmatch(below)
    head = printed[: len(printed) - len(below)].rstrip("\n") if below else printed
    unit = match["unit"].strip()
    return Value(
        printed,
        match["digits"],
        unit,
        (match["before"] or "")
        + match["digits"]
        + (match["after"] or "")
        + (match["about"] or "")
        + printed[len(head) :],
        approximate=match["before"] in ("約", "おおむね") or bool(match["about"]),
        cumulative=match["before"] in ("累計", "累積"),
        provisional=below in _PROVISIONAL,
        part_name=part["name"] if part else "",
        part=part["digits"].replace(",", "") if part else "",
    )


BLANK = Value()
