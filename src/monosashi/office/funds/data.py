"""A fund's standing as a flat table."""

import csv
import io
from collections.abc import Iterator

from monosashi.model import FundStanding

#: ``what``: value (by the definition in force), milestone, authorised or executed (of an account).
COLUMNS = ("fund", "what", "of", "nendo", "value", "unit", "numerator", "denominator", "records", "reach", "short")


def fund_csv(standing: FundStanding) -> str:
    """Values, milestones and accounts, a line each; each account by itself."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(standing):
        writer.writerow([standing.fund.code, *("" if one is None else one for one in row)])
    return out.getvalue()


def _rows(standing: FundStanding) -> Iterator[tuple[object, ...]]:
    for kpi in standing.kpis:
        code, unit = kpi.kpi.code, kpi.kpi.unit
        for value in kpi.values:
            sums = (value.numerator, value.denominator)
            yield ("value", code, value.nendo.year, value.value, value.unit, *sums, value.records, None, None)
        for one in kpi.milestones:
            year, target = one.milestone.nendo.year, one.milestone.target
            yield ("milestone", code, year, target, unit, None, None, None, one.reach.value, one.short)
    for account in standing.accounts:
        for amounts in account.years:
            of, year = account.account.value, amounts.nendo.year
            for what, amount in (("authorised", amounts.authorised), ("executed", amounts.executed)):
                if amount is not None:
                    yield (what, of, year, amount, "百万円", None, None, None, None, None)
