"""Programme (達成手段): a project, law or investment by which the policy acts, with its money and the indicators it serves.

>>> ProgrammeName.model_validate("国際電気通信連合（ITU）分担金・拠出金(昭和24年度)").start.year
1949
"""

import re
from typing import Any, ClassVar

from pydantic import Field

from monosashi.model.folding import fold, unbroken
from monosashi.model.mark import Number, parse_number
from monosashi.model.money import MoneyCell
from monosashi.model.nendo import ERA, Nendo, PrintedNendo, parse_nendo
from monosashi.model.noun import Noun, Printed

_START = re.compile(rf"[(\[]\s*+((?:{ERA})?\s*+(?:元|\d{{1,4}})\s*+(?:年\s*+度|年)?)\s*+(?:開始)?\s*+[)\]]\s*+$")
#: The longest list of numbers; a text that is longer is no list.
_LONGEST_LIST = 400


def _name_meaning(text: str) -> dict[str, Any]:
    # fold keeps offsets, so the bracket's place in the folded text is its place in the printed one
    match = _START.search(fold(text))
    printed = re.sub(r"\s", "", match[1]) if match else ""
    start = parse_nendo(printed) or parse_nendo(printed + "年度") if printed else None
    if not match or not start:
        return {"name": unbroken(text), "start": None}
    return {"name": unbroken(text[: match.start()]), "start": Nendo(year=start.year)}


class ProgrammeName(Printed):
    """A programme's name cell: the name, and the year it started in (開始年度)."""

    name: str = ""
    start: Nendo | None = None

    meant: ClassVar[frozenset[str]] = frozenset({"name", "start"})
    meaning: ClassVar[Any] = staticmethod(_name_meaning)


class Related(Printed):
    """関連する指標: the numbers of the indicators a programme serves; none where a dash is printed."""

    numbers: tuple[Number, ...] = ()

    meant: ClassVar[frozenset[str]] = frozenset({"numbers"})
    meaning: ClassVar[Any] = staticmethod(lambda text: {"numbers": parse_related(text)})


def parse_related(text: str) -> tuple[Number, ...]:
    """The numbers in 「1,2,6」, 「１，２」, 「①、3」 or 「1～3」; none where something else is printed.

    >>> [n.value for n in parse_related("①～3、6")]
    [1, 2, 3, 6]
    """
    found: list[Number] = []
    if len(text) > _LONGEST_LIST:
        return ()
    for part in re.split(r"[,、・/\s]+", fold(text).strip()):
        ends = [parse_number(end) for end in re.split(r"[~〜]", part)]
        if len(ends) > 2 or any(end.value is None for end in ends):
            return ()
        first, last = ends[0].value or 0, ends[-1].value or 0
        between = range(first + 1, last + 1) if len(ends) == 2 else ()
        found += [ends[0], *(parse_number(str(n)) for n in between)]
    return tuple(found)


class Programme(Noun):
    """One row of the table of means."""

    number: Number
    name: ProgrammeName
    started: PrintedNendo = Field(
        default=PrintedNendo(text=""), description="開始年度, where it has a column of its own"
    )
    money: tuple[MoneyCell, ...] = ()
    related: Related = Related(text="")
    outline: str = ""
    review_number: str = Field(default="", description="行政事業レビュー事業番号")

    @property
    def start(self) -> Nendo | None:
        """The year it started in, printed under its name or in a column of its own."""
        return self.name.start or self.started.nendo
