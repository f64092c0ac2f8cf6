"""Budget lines: one 事項 of the state's accounts over the years, with what it was given, spent and carried on, in yen.

A line is known by account, 所管, 組織, 項 and 事項, since the codes of 項 are given anew each year. A settled year's 歳出予算現額
is 歳出予算額 + 前年度繰越 + 予備費使用 + 流用等増減; the book does not tell the last two apart.

Source: 財政法第23条, 第31条, 第42条; 歳出決算報告書.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from monosashi.ledgers.section_names import pairs
from monosashi.model.book import Appropriation, AppropriationStage
from monosashi.model.folding import key
from monosashi.model.measuring.arithmetic import minus, total


@dataclass(frozen=True)
class BudgetLine:
    """One 事項. ``books``: its lines in the books, by year, settled last."""

    id: str
    account: str
    ministry: str
    organisation: str
    section: str
    item: str
    books: tuple[Appropriation, ...]

    @property
    def pairs(self) -> tuple[frozenset[str], frozenset[str]]:
        """The pairs of characters of 事項 and 項."""
        return pairs(self.item or self.section), pairs(self.section)

    @property
    def name(self) -> str:
        """総務本省 情報通信国際戦略推進費 ／ 情報通信技術の国際戦略に必要な経費."""
        return (
            f"{self.organisation} {self.section} ／ {self.item}" if self.item else f"{self.organisation} {self.section}"
        )

    def of(self, year: int, stage: AppropriationStage) -> Appropriation | None:
        """The line of a year's document: of several supplementary budgets the last."""
        found = [one for one in self.books if one.nendo.year == year and one.stage is stage]
        return max(found, key=lambda one: one.round, default=None)


def line_id(one: Appropriation) -> str:
    """How a line is known over the years."""
    return "|".join((one.account, one.ministry, one.organisation, one.section, one.item))


def budget_lines(appropriations: Iterable[Appropriation]) -> tuple[BudgetLine, ...]:
    """The lines of the books, each over its years. Entries of one document that agree in everything but the amount are
    added up, as where a 項 has two lines for one 事項."""
    found: dict[str, dict[tuple[int, str, int], Appropriation]] = {}
    names: dict[str, str] = {}
    for one in appropriations:
        known = names.setdefault(key(line_id(one)), line_id(one))
        books = found.setdefault(known, {})
        at = (one.nendo.year, one.stage.value, one.round)
        books[at] = _together(books[at], one) if at in books else one
    return tuple(_line(known, tuple(found[known][at] for at in sorted(found[known]))) for known in sorted(found))


def _line(known: str, books: tuple[Appropriation, ...]) -> BudgetLine:
    one = books[-1]
    return BudgetLine(known, one.account, one.ministry, one.organisation, one.section, one.item, books)


def _together(left: Appropriation, right: Appropriation) -> Appropriation:
    def both(a: Decimal | None, b: Decimal | None) -> Decimal | None:
        return total([a, b]) if a is not None and b is not None else a if b is None else b

    return left.model_copy(
        update={
            name: both(getattr(left, name), getattr(right, name))
            for name in ("amount", "previous", "current", "spent", "carried_out", "unused")
        }
    )


@dataclass(frozen=True)
class LineYear:
    """One year of several lines together, in yen; None: the books do not tell. ``kept``: 歳出予算現額 less 翌年度繰越;
    ``other``: what 歳出予算現額 holds beside budget and carry-over from the year before: 予備費 and 流用等."""

    initial: Decimal | None
    changed: Decimal | None
    amount: Decimal | None
    current: Decimal | None
    carried_out: Decimal | None
    spent: Decimal | None
    carried_in: Decimal | None
    initial_lines: tuple[Appropriation, ...]
    settled_lines: tuple[Appropriation, ...]

    @property
    def settled(self) -> bool:
        """Whether a settlement tells the year."""
        return self.current is not None

    @property
    def kept(self) -> Decimal | None:
        """What the sheets print as the budget of a settled year."""
        return minus(self.current, self.carried_out or Decimal(0)) if self.current is not None else None

    @property
    def other(self) -> Decimal | None:
        """予備費使用額 and 流用等増減額 together, where the settlement of the year before is there, too."""
        if self.current is None or self.amount is None or self.carried_in is None:
            return None
        return minus(minus(self.current, self.amount), self.carried_in)


@dataclass(frozen=True)
class BudgetBook:
    """The lines of the books that were given, and the years of which a settlement is among them."""

    lines: tuple[BudgetLine, ...]
    settled: frozenset[int]

    @classmethod
    def of(cls, appropriations: Iterable[Appropriation]) -> "BudgetBook":
        """The book of some lines."""
        lines = budget_lines(appropriations)
        settled = (one.nendo.year for line in lines for one in line.books if one.stage is AppropriationStage.SETTLED)
        return cls(lines, frozenset(settled))

    def year(self, lines: Iterable[BudgetLine], year: int) -> LineYear:
        """A year of some lines together. A line that the year's document does not name adds nothing."""
        given = list(lines)
        settled = _of(given, year, AppropriationStage.SETTLED)
        initial = _of(given, year, AppropriationStage.INITIAL)
        before = _of(given, year - 1, AppropriationStage.SETTLED)
        carried_in = _sum(one.carried_out for one in before)
        return LineYear(
            initial=_sum(one.amount for one in initial),
            changed=_sum(one.amount for one in _changed(given, year)),
            amount=_sum(one.amount for one in settled),
            current=_sum(one.current for one in settled),
            carried_out=_sum(one.carried_out for one in settled),
            spent=_sum(one.spent for one in settled),
            carried_in=Decimal(0) if carried_in is None and year - 1 in self.settled else carried_in,
            initial_lines=tuple(initial),
            settled_lines=tuple(settled),
        )


def _changed(lines: list[BudgetLine], year: int) -> list[Appropriation]:
    """Each line as the year's last supplementary budget left it; the initial budget's where none changed it."""
    last = (
        (line.of(year, AppropriationStage.SUPPLEMENTARY), line.of(year, AppropriationStage.INITIAL)) for line in lines
    )
    return [one for changed, initial in last if (one := changed or initial)]


def _of(lines: list[BudgetLine], year: int, stage: AppropriationStage) -> list[Appropriation]:
    return [one for line in lines if (one := line.of(year, stage))]


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    stated = [value for value in values if value is not None]
    return total(stated) if stated else None
