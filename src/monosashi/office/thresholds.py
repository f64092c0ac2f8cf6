"""Thresholds: the file in which an office sets what its rule leaves open: by whom, since when and why.

.. code-block:: toml

    [[settings]]
    name = "near"
    value = 80
    who = "政策評価室"
    when = 2024-04-01
    why = "前回の評価書で用いた水準"

``name``: a threshold of a rule (docs/rules lists them), ``about`` (by how many per cent a target with 程度 may be
missed), or ``basis`` with the value ``level`` or ``progress`` (which rate is meant). Whether a finding is made is
``true`` or ``false``.
"""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from monosashi.judging import asked_thresholds, refuse_incoherent
from monosashi.judging.settings import with_about
from monosashi.model import Terms, ThresholdSetting
from monosashi.model.error import MonosashiError
from monosashi.model.judgement import BasisSetting

_BASIS = "basis"
_TABLE = "settings"


def load_thresholds(path: Path) -> Terms:
    """The terms that an office's file sets. Raises ``MonosashiError`` (bad-thresholds) with what is wrong in it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _bad(str(path), f"{error}") from error
    return parse_thresholds(text, str(path))


def parse_thresholds(text: str, name: str = "TOML") -> Terms:
    """The terms that a text sets. ``name``: how the file is called in an error."""
    try:
        # as decimals: 92.5 must not pass through a float
        tree = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _bad(name, f"{error}") from error
    entries = tree.pop(_TABLE, [])
    if tree or not isinstance(entries, list):
        raise _bad(
            name, f"[[{_TABLE}]] のほかに {', '.join(sorted(tree)) or 'なし'} / only [[{_TABLE}]] may stand here"
        )
    terms = _terms(name, entries)
    refuse_incoherent(terms)
    return with_about(terms)


def _terms(name: str, entries: list[Any]) -> Terms:
    try:
        chosen = [one for one in entries if isinstance(one, Mapping) and one.get("name") == _BASIS]
        settings = tuple(ThresholdSetting.model_validate(_numbered(one)) for one in entries if one not in chosen)
        if len(chosen) > 1:
            raise _bad(name, "「basis」が二度あります / “basis” is set twice")
        basis = [BasisSetting.model_validate({key: one[key] for key in one if key != "name"}) for one in chosen]
    except ValidationError as error:
        raise _bad(name, _said(error)) from error
    return Terms(settings=settings, basis=basis[0] if basis else None)


def _numbered(entry: Any) -> Any:
    """Yes and no as the numbers a threshold holds."""
    if isinstance(entry, Mapping) and isinstance(entry.get("value"), bool):
        return {**entry, "value": Decimal(int(entry["value"]))}
    return entry


def _said(error: ValidationError) -> str:
    """Which fields are wrong, and how."""
    return "; ".join(f"{'.'.join(str(step) for step in one['loc']) or _TABLE}: {one['msg']}" for one in error.errors())


def _bad(name: str, why: str) -> MonosashiError:
    names = ", ".join(sorted([*asked_thresholds(), _BASIS]))
    return MonosashiError(
        "bad-thresholds",
        f"閾値のファイル「{name}」を使えません。判定はしていません。どの設定にも name、value、who（誰が）、when（いつ）、why（なぜ）"
        f"を書いてください。name は {names} のどれかです。（{why}）",
        f'The thresholds file "{name}" cannot be used; nothing was judged. Each setting needs name, value, who, when and'
        f" why; name is one of {names}. ({why})",
    )
