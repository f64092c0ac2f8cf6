"""The limits of this machine: the defaults, with what the environment sets."""

import os
import re
from collections.abc import Mapping
from dataclasses import fields

from monosashi.model.error import MonosashiError
from monosashi.reading.limits import DEFAULT_LIMITS, Limits

_AMOUNT = re.compile(r"([1-9][0-9]{0,17})([KMG]?)", re.I)
_TIMES = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


class BadLimit(MonosashiError):
    """A limit of the environment that is no number."""

    def __init__(self, setting: str, given: str) -> None:
        super().__init__(
            "bad-limit",
            f"環境変数 {setting} の値「{given}」は数ではありません。何も読んでいません。200、200K、200M、2G のように書いてください。",
            f'The environment variable {setting} is "{given}", which is no number. Nothing was read. '
            "Write it as 200, 200K, 200M or 2G.",
        )


def limits_here(environment: Mapping[str, str] = os.environ) -> Limits:
    """The limits that hold on this machine. Raises ``BadLimit``.

    >>> limits_here({"MONOSASHI_MAX_PAGES": "50", "MONOSASHI_MAX_FILE_BYTES": "5M"}).file_bytes
    5242880
    """
    given = {field.name: environment.get(Limits.setting(field.name), "") for field in fields(DEFAULT_LIMITS)}
    return Limits(
        **{name: _amount(Limits.setting(name), text) if text else _default(name) for name, text in given.items()}
    )


def _default(name: str) -> int:
    return int(getattr(DEFAULT_LIMITS, name))


def _amount(setting: str, text: str) -> int:
    found = _AMOUNT.fullmatch(text.strip())
    if not found:
        raise BadLimit(setting, text)
    return int(found[1]) * _TIMES[found[2].upper()]
