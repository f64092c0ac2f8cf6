"""``cabinet``: a row for each decision of the cabinet that the policy serves."""

from collections.abc import Iterator

from monosashi.model import Reading
from monosashi.publishing.tables.table import Row, Table, text


def rows(reading: Reading) -> Iterator[Row]:
    """One row a decision, its day in ISO form; empty where no calendar has the printed day."""
    for link in reading.sheet.cabinet:
        yield {
            "name": text(link.name),
            "date": link.date.date.isoformat() if link.date.date else "",
            "excerpt": text(link.excerpt),
        }


CABINET = Table("cabinet", ("name", "date", "excerpt"), rows)
