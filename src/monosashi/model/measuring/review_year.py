"""Review year: the fiscal year of the 行政事業レビュー whose numbers a sheet prints for its means.

The head of the column says it (「令和３年度行政事業レビュー事業番号」); where it does not, it is the sheet's own year.
"""

from monosashi.model import Nendo, Sheet
from monosashi.model.policy import title_nendo


def review_year(sheet: Sheet) -> Nendo | None:
    """The year of the printed review numbers; None where neither head nor title tells a year."""
    own = title_nendo(sheet.label("programmes.review_number")) or sheet.title.nendo or sheet.identifier.nendo
    return Nendo(year=own.year) if own else None
