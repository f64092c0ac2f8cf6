"""``programmes``: a row for each programme (達成手段)."""

from collections.abc import Iterator

from monosashi.model import Reading
from monosashi.model.mark import plain_number
from monosashi.publishing.tables.table import Row, Table, listed, text, year


def rows(reading: Reading) -> Iterator[Row]:
    """One row a programme, in printed order."""
    for programme in reading.sheet.programmes:
        yield {
            "number": plain_number(programme.number),
            "name": text(programme.name.name),
            "start_nendo": year(programme.start),
            "related": listed(map(plain_number, programme.related.numbers)),
            "review_number": text(programme.review_number),
            "outline": text(programme.outline),
        }


PROGRAMMES = Table("programmes", ("number", "name", "start_nendo", "related", "review_number", "outline"), rows)
