"""JSON of a book, decoded without losing a digit: amounts as Decimal, never float; and the values in it, checked.

>>> decode(b'{"a": 114.69999999999999}')
{'a': Decimal('114.69999999999999')}
"""

import json
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Final, NoReturn

from monosashi.ledgers.files import Broken
from monosashi.model.folding import fold

#: Amounts beyond this, or finer than this, are no amounts of a state: 10^18 in any unit, and its twentieth decimal.
_LARGEST: Final = Decimal(10) ** 18
_FINEST: Final = -20
#: Project years and the years of targets: the first fiscal year of the Meiji era, and as far as plans go.
FIRST_YEAR: Final = 1868
LAST_YEAR: Final = 2150

#: What was wrong with a line's values: (code of the fault, field, what was found).
Wrong = list[tuple[str, str, str]]


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


_DECODER: Final = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_constant)


def decode(line: bytes) -> object:
    """The line as Python objects. Raises ``Broken`` with what is wrong with it."""
    try:
        text = line.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        raise Broken("not-text", "UTF-8") from error
    if "\x00" in text:
        raise Broken("holds-nul")
    try:
        decoded: object = _DECODER.decode(text)
    except RecursionError as error:
        raise Broken("too-deep") from error
    except (ValueError, InvalidOperation) as error:
        raise Broken("not-json") from error
    if "\\u0000" in text or "\\ud" in text or "\\uD" in text:
        _only_characters(decoded)
    return decoded


def _only_characters(decoded: object) -> None:
    """An escape can name what is no character: NUL, and half of a surrogate pair. No database holds them."""
    left = [decoded]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            left += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            left += one
        elif isinstance(one, str):
            if "\x00" in one:
                raise Broken("holds-nul")
            if not one.isascii() and any("\ud800" <= character <= "\udfff" for character in one):
                raise Broken("not-text", "UTF-8")


def amount(given: object, field: str, wrong: Wrong) -> Decimal | None:
    """An amount as the book gives it; None where it gives none (null, blank, a dash). Words are ``not-a-number``."""
    if given is None:
        return None
    if type(given) is Decimal:
        number: Decimal | None = given
    elif type(given) is int:
        number = Decimal(given)
    else:
        if type(given) is str and not given.strip(" \t\n\u3000-－―‐–—ー"):
            return None
        number = _written(given)
    if number is not None and -_LARGEST < number < _LARGEST and (not number or number.adjusted() > _FINEST):
        return number
    wrong.append(("not-a-number", field, shown(given)))
    return None


def _written(given: object) -> Decimal | None:
    """「１，２３４」 and 「△5」 are amounts; 「未定」 is none."""
    if type(given) is not str or len(given) > 40:
        return None
    plain = fold(given).strip().replace(",", "")
    for minus in "△▲−":
        plain = plain.replace(minus, "-")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def year(given: object, field: str, wrong: Wrong, last: int = LAST_YEAR) -> int | None:
    """A Western year; None where the book gives none. One before Meiji or after ``last`` is ``year-impossible``."""
    if given is None or given == "":
        return None
    if type(given) is str:
        given = int(given) if given.isascii() and given.isdigit() and len(given) == 4 else given
    elif type(given) is Decimal and given.adjusted() < 6 and given == int(given):
        given = int(given)
    if type(given) is int and FIRST_YEAR <= given <= last:
        return given
    wrong.append(("year-impossible", field, shown(given)))
    return None


def text(given: object, field: str, wrong: Wrong) -> str:
    """A text as it stands; empty where there is none. A number is its digits."""
    if type(given) is str:
        return given
    if given is None:
        return ""
    if type(given) in (int, Decimal):
        return digits(given)
    wrong.append(("not-a-text", field, shown(given)))
    return ""


def digits(given: object) -> str:
    """A number as it is read: 3.0 is 3, 4e-06 is 0.000004."""
    written = str(given)
    if written.endswith(".0"):
        return written[:-2]
    if "E" in written and type(given) is Decimal and abs(given.adjusted()) <= -_FINEST:
        written = f"{given:f}"
        return written.rstrip("0").rstrip(".") if "." in written else written
    return written


def objects(given: object, field: str, wrong: Wrong) -> Sequence[dict[str, object]]:
    """The objects of a list; what is no object in it is told and left out."""
    if given is None:
        return ()
    if type(given) is not list:
        wrong.append(("not-a-list", field, shown(given)))
        return ()
    for item in given:
        if type(item) is not dict:
            wrong.append(("not-a-list", field, shown(item)))
            return tuple(one for one in given if type(one) is dict)
    return given


def shown(given: object) -> str:
    """What was found, for a sentence; never more than it quotes."""
    if isinstance(given, str | Decimal):
        return str(given)[:100]
    if isinstance(given, dict | list):
        return "{…}" if isinstance(given, dict) else "[…]"
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)[:100] if abs(given) < 10**100 else "…"
    return str(given)
