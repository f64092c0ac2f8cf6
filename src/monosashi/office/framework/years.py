"""Years as people type them, and the order of policy numbers.

>>> typed_year("令和6年度"), typed_year("R6"), typed_year("2024"), typed_year("いつか")
(2024, 2024, 2024, None)
>>> typed_years("R6、令和９年度 2030")
(2024, 2027, 2030)
>>> sorted(["10", "2", "Ⅹ-1", "Ⅱ-3", "2-1"], key=number_key)
['2', '2-1', 'Ⅱ-3', '10', 'Ⅹ-1']
"""

import re

from monosashi.model.folding import fold, key
from monosashi.model.nendo import parse_nendo, print_year

#: The years for which a framework is kept: the law on policy evaluation is of 2001.
EARLIEST, LATEST = 2001, 2100
_ROMAN = {chr(0x2160 + n): str(n + 1) for n in range(12)} | {chr(0x2170 + n): str(n + 1) for n in range(12)}


def typed_year(text: str) -> int | None:
    """The fiscal year a text means, western; None where it means none that a framework may have."""
    flat = re.sub(r"\s+", "", fold(text)).removesuffix("度").removesuffix("年")
    found = parse_nendo(f"{flat}年度")
    return found.year if found and EARLIEST <= found.year <= LATEST else None


def typed_years(text: str) -> tuple[int, ...] | None:
    """The years of a list, in order and each once; None where one of them is no year."""
    parts = [part for part in re.split(r"[\s、,，・/／;；]+", text.strip()) if part]
    found = [typed_year(part) for part in parts]
    known = {year for year in found if year is not None}
    return None if None in found else tuple(sorted(known))


def kept_years(text: str) -> tuple[int, ...]:
    """The years of a column that holds them by blank."""
    return tuple(int(part) for part in text.split())


def year_name(year: int) -> str:
    """令和6年度."""
    return f"{print_year(year)}年度"


def number_key(number: str) -> tuple[tuple[int, str], ...]:
    """What policy numbers are compared and ordered by: digits as numbers, Roman numerals as theirs, width aside."""
    plain = key("".join(_ROMAN.get(c, c) for c in number))
    return tuple((int(part), "") if part.isdigit() else (10**9, part) for part in re.findall(r"\d+|[^\d\W]+", plain))
