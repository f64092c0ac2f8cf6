"""``reasons``: a row for each rationale (選定理由), with the numbers of the indicators it speaks of."""

from collections.abc import Iterator

from monosashi.model import Reading
from monosashi.model.mark import plain_number
from monosashi.publishing.tables.table import Row, Table, listed, text


def rows(reading: Reading) -> Iterator[Row]:
    """One row a rationale; a number that stands for several of its measures is named once."""
    numbers = {path: plain_number(indicator.number) for path, indicator, _ in reading.sheet.measures()}
    for rationale in reading.sheet.rationales:
        spoken = (numbers[path] for path in rationale.measures if path in numbers)
        yield {
            "numbers": listed(dict.fromkeys(spoken)),
            "text": text(rationale.text),
            "reference_text": text(rationale.reference_text),
        }


REASONS = Table("reasons", ("numbers", "text", "reference_text"), rows)
