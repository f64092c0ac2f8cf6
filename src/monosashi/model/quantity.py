"""A quantity as a sheet prints it: 「年度ごとに45件程度（うち政務レベル19件程度）」.

The number keeps its printed digits (Decimal, never float); beside it stand the unit, the words that bound or soften
it, and what the brackets say: parts, the mean of which years, an earlier target, the two amounts of a ratio.
The grammar that reads it is in ``quantity_grammar``; ``print_quantity`` is its inverse.

>>> parse_quantity("累計16社（目標値：12社）").earlier_target.value
Decimal('12')
>>> print_quantity(parse_quantity("４５件程度（うち政務レベル１９件程度）"))
'45件程度（うち政務レベル19件程度）'
"""

from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import Field, field_validator

from monosashi.model.nendo import Nendo, print_nendo, print_nendo_span
from monosashi.model.noun import Noun, Printed


class Comparator(StrEnum):
    """How a printed number bounds the value."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOVE = "above"
    BELOW = "below"


BOUNDS = {
    Comparator.EXACTLY: "",
    Comparator.AT_LEAST: "以上",
    Comparator.AT_MOST: "以下",
    Comparator.ABOVE: "超",
    Comparator.BELOW: "未満",
}


class Amount(Noun):
    """A number with its unit and the words that bound it."""

    value: Decimal
    unit: str = ""
    comparator: Comparator = Comparator.EXACTLY
    approximate: bool = Field(default=False, description="程度, 約, おおむね")


class Part(Noun):
    """A named part of a quantity: うち政務レベル19件. ``subset``: printed with うち, so parts need not add up.

    うち is the word that makes it a part, so no name begins with it.
    """

    name: str
    amount: Amount
    subset: bool = False

    @field_validator("name")
    @classmethod
    def _without_uchi(cls, name: str) -> str:
        if not name or name.startswith("うち"):
            raise ValueError(
                f"内訳の名前 {name!r} に「うち」は含めません / a part's name is not empty and leaves うち out"
            )
        return name


class Ratio(Noun):
    """The two amounts a ratio is made of, by name."""

    numerator: str
    denominator: str


class Quantity(Amount):
    """Everything a value cell says about its number."""

    label: str = Field(default="", description="A leading label: 政策協議等")
    cumulative: bool = Field(default=False, description="累計")
    each_year: bool = Field(default=False, description="年度ごとに: the same for each year")
    parts: tuple[Part, ...] = ()
    ratio: Ratio | None = None
    earlier_target: Amount | None = Field(
        default=None, description="The target of the earlier period: （目標値：12社）"
    )
    mean_of: tuple[Nendo, ...] = Field(default=(), description="The years whose mean this is")
    as_of: Nendo | None = Field(default=None, description="The year in brackets: that of the latest actual")
    provisional: bool = Field(default=False, description="暫定値, 速報値, 見込み")
    rate: Decimal | None = Field(default=None, description="A rate of achievement in brackets, in per cent")
    remarks: tuple[str, ...] = Field(default=(), description="Other words in brackets")

    @property
    def amount(self) -> Amount:
        """The number alone."""
        return Amount(value=self.value, unit=self.unit, comparator=self.comparator, approximate=self.approximate)

    def part(self, name: str) -> Part | None:
        """The part of that name."""
        return next((part for part in self.parts if part.name == name), None)


def print_amount(amount: Amount) -> str:
    """45件以上程度: number with thousands separated, unit, bound, 程度."""
    return f"{amount.value:,f}{amount.unit}{BOUNDS[amount.comparator]}{'程度' if amount.approximate else ''}"


def _print_part(part: Part) -> str:
    bare = part.subset and not any(c.isdigit() for c in part.name)
    return f"{'うち' if part.subset else ''}{part.name}{'' if bare else '：'}{print_amount(part.amount)}"


def print_quantity(quantity: Quantity) -> str:
    """The canonical print; ``parse_quantity`` gives the same quantity back."""
    head = (
        "年度ごとに" * quantity.each_year + f"{quantity.label}：" * bool(quantity.label) + "累計" * quantity.cumulative
    )
    brackets = [
        *([f"目標値：{print_amount(quantity.earlier_target)}"] if quantity.earlier_target else []),
        *(["　".join(map(_print_part, quantity.parts))] if quantity.parts else []),
        *([f"{quantity.ratio.numerator}/{quantity.ratio.denominator}"] if quantity.ratio else []),
        *([f"{print_nendo_span(quantity.mean_of)}の平均"] if quantity.mean_of else []),
        *([print_nendo(quantity.as_of)] if quantity.as_of else []),
        *(["暫定値"] if quantity.provisional else []),
        *([f"{quantity.rate:,f}%"] if quantity.rate is not None else []),
        *quantity.remarks,
    ]
    return head + print_amount(quantity) + "".join(f"（{words}）" for words in brackets)


def parse_quantity(text: str) -> Quantity | None:
    """The quantity a cell prints; None where it prints words, or more than one number.

    The rule: every character must be accounted for. A text of which only a part is a number is a text.
    """
    from monosashi.model.quantity_grammar import read_quantity  # noqa: PLC0415  the grammar needs these nouns

    return read_quantity(text)


class Value(Printed):
    """One value cell: what it prints, and the quantity it means (None: words, or nothing)."""

    quantity: Quantity | None = None

    meant: ClassVar[frozenset[str]] = frozenset({"quantity"})
    meaning: ClassVar[Any] = staticmethod(lambda text: {"quantity": parse_quantity(text)})
