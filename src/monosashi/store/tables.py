"""Tables: what of the database is kept in a backup, and how a row is written, the same from SQLite and from PostgreSQL.

Everything is kept but what can be made again (projections, outside books) and what lasts only for a while (sessions, what the processes
remember together, counts of vain tries).
"""

import base64
import datetime as dt
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import connection, models

from monosashi.store.canonical import instant
from monosashi.store.models import KeptDocument, RecordRow
from monosashi.store.models.projection import Projection

#: Django's own tables, which hold nothing of an office's.
_APPS_APART = frozenset({"admin", "auth", "contenttypes", "sessions", "usersessions"})
_PASSING = frozenset({"store.tries", "store.remembered"})
_PROJECTED = frozenset({*(kind._meta.label_lower for kind in Projection.__subclasses__()), RecordRow._meta.label_lower})
#: What was imported of outside books: public, large, and there again after the same files are imported again. What a person
#: chose among their projects is kept.
_BOOKS = frozenset(
    {"store.ledgersource", "store.ledgerfault", "store.keptproject", "store.keptappropriation", "store.projectlink"}
)
#: Where the bytes of documents stand; in a backup they are files of their own.
DOCUMENTS = KeptDocument._meta.label_lower
BYTES = "data"
#: Rows may be long: so many at a time.
_AT_ONCE = 50

Model = type[models.Model]


def kept_tables(registry: Apps) -> tuple[Model, ...]:
    """The tables of a backup, by name."""
    return tuple(
        sorted(
            (
                kind
                for kind in registry.get_models(include_auto_created=True)
                if kind._meta.managed
                and not kind._meta.proxy
                and kind._meta.app_label not in _APPS_APART
                and kind._meta.label_lower not in _PASSING | _PROJECTED | _BOOKS
            ),
            key=lambda kind: kind._meta.label_lower,
        )
    )


def lines_of(kind: Model, using: str) -> Iterator[str]:
    """Every row of a table, in the order of its key, as a line of JSON. The bytes of documents are left out."""
    fields = [
        field for field in kind._meta.concrete_fields if (kind._meta.label_lower, field.attname) != (DOCUMENTS, BYTES)
    ]
    rows = kind._default_manager.using(using).order_by("pk").values_list(*(field.attname for field in fields))
    for row in rows.iterator(chunk_size=_AT_ONCE):
        said = {field.attname: _cell(field, value) for field, value in zip(fields, row, strict=True)}
        yield json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False) + "\n"


def row_of(kind: Model, line: str) -> models.Model:
    """The row that a line tells of, not saved yet. Raises ``ValueError`` for a line that is none."""
    said = json.loads(line)
    fields = {field.attname: field for field in kind._meta.concrete_fields}
    if not isinstance(said, dict) or not said.keys() <= fields.keys():
        raise ValueError(f"{kind._meta.label_lower}: {line[:80]!r}")
    return kind(**{name: fields[name].to_python(value) for name, value in said.items()})


def insert(kind: Model, rows: Sequence[models.Model]) -> None:
    """Put rows in exactly as they are: no clock and no default has a say."""
    if any(getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False) for field in kind._meta.fields):
        for row in rows:
            row.save_base(raw=True, force_insert=True)
    else:
        kind._default_manager.bulk_create(rows)


def go_on_counting(kinds: Sequence[Model]) -> None:
    """Let the numbers given to new rows go on after those that were put in."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(kinds)):
            cursor.execute(statement)


def _cell(field: "models.Field[Any, Any]", value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    if isinstance(value, dt.datetime):
        return instant(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value
