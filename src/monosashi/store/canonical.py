"""Canonical JSON: the one way in which a record is written before it is hashed.

Keys sorted, no blanks, UTF-8 as it is (no escapes but those JSON demands), decimals as text, times in UTC with
microseconds and a Z. Floats are refused: their text depends on who prints them.

>>> canonical({"b": Decimal("1.50"), "a": "港"})
'{"a":"港","b":"1.50"}'
"""

import datetime as dt
import hashlib
import json
from decimal import Decimal
from typing import Any


def canonical(record: Any) -> str:
    """The canonical JSON of a record. Raises ``TypeError`` for what has no canonical form (a float, a
    naive time, a key that is no text)."""
    return json.dumps(_plain(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256_of(text: str) -> str:
    """The sha256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def instant(time: dt.datetime) -> str:
    """A time as it is written in the log: 2026-04-01T00:00:00.000000Z."""
    if time.tzinfo is None:
        raise TypeError(f"a time without a zone has no canonical form: {time}")
    return time.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        raise TypeError(f"a float has no canonical form: {value!r}")
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dt.datetime):
        return instant(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {_key(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key that is no text has no canonical form: {key!r}")
    return key
