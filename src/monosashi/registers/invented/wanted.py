"""Wanted: the numbers that invented records are to yield. The defaults are the reference years that 総務省R3－⑭ prints."""

from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from monosashi.model import Noun

PerYear = tuple[int, ...]


class Wanted(Noun):
    """What each measure is to come to, a number for each of the years.

    ``political``: of the agreements. ``partners``: cumulative, each company once. ``partner_links``: over the year's fund
    cases, one company in two cases twice: 9 over 4 cases is 2.25 a case. ``ratio``: induced private money over the fund's
    own, cumulative.
    """

    years: PerYear = (2018, 2019, 2020)
    consultations: PerYear = (56, 50, 17)
    conferences: PerYear = (31, 29, 25)
    agreements: PerYear = (67, 55, 13)
    political: PerYear = (33, 19, 5)
    seminars: PerYear = (25, 35, 38)
    studies: PerYear = (12, 19, 10)
    orders: PerYear = (8, 4, 3)
    fund_cases: PerYear = (4, 3, 1)
    partners: PerYear = (9, 16, 16)
    partner_links: PerYear = (9, 7, 1)
    ratio: tuple[Decimal, ...] = Field(
        default=(Decimal("6.4"), Decimal("5.9"), Decimal("5.5")), description="To one decimal, above zero"
    )

    def of(self, register: str) -> PerYear:
        """The numbers of a register's own measure."""
        found: PerYear = getattr(self, register)
        return found

    @model_validator(mode="after")
    def _possible(self) -> Self:
        given = {name: getattr(self, name) for name in type(self).model_fields}
        if any(len(numbers) != len(self.years) for numbers in given.values()):
            raise ValueError("a number for each year is wanted of each measure")
        if list(self.years) != list(range(self.years[0], self.years[0] + len(self.years))):
            raise ValueError("the years follow one another")
        if any(number < 0 for name, numbers in given.items() if name != "ratio" for number in numbers):
            raise ValueError("nothing counts less than nothing")
        if any(part > whole for part, whole in zip(self.political, self.agreements, strict=True)):
            raise ValueError("political agreements are agreements")
        if any(ratio <= 0 or ratio != ratio.quantize(Decimal("0.1")) for ratio in self.ratio):
            raise ValueError("a ratio is above zero, to one decimal")
        self._possible_fund()
        return self

    def _possible_fund(self) -> None:
        before, ratio = 0, None
        for cases, partners, links, wanted in zip(
            self.fund_cases, self.partners, self.partner_links, self.ratio, strict=True
        ):
            if not partners - before <= links <= partners:
                raise ValueError("the year's partners are the new ones, and some of those before")
            if before > partners or (cases == 0) is not (links == 0) or links < cases:
                raise ValueError("every case has a partner, every partner a case, and a sum of them never falls")
            if cases == 0 and ratio not in (None, wanted):
                raise ValueError("without a case the ratio stays")
            before, ratio = partners, wanted if cases or ratio is not None else None
