"""``head``: the title, the number, and every labelled text of the head."""

from collections.abc import Iterator

from monosashi.model import Reading
from monosashi.publishing.tables.table import Row, Table, text


def rows(reading: Reading) -> Iterator[Row]:
    """標題 and 整理番号 (without its brackets), then the texts by the form's labels, as printed in order.

    A label that stands over others and has no text of its own is no field.
    """
    sheet = reading.sheet
    if sheet.title:
        yield {"field": "標題", "text": text(sheet.title.text)}
    if sheet.identifier:
        yield {"field": "整理番号", "text": text(sheet.identifier.plain)}
    for statement in sheet.policy.statements:
        if statement.text.strip():
            yield {"field": statement.plain_label, "text": text(statement.text)}


HEAD = Table("head", ("field", "text"), rows)
