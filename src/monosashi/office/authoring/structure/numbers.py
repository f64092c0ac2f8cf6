"""Renumbering: indicators counted through from 1 as they stand, each number printed as it was (its circle, its brackets,
the width of its digits, its sub-mark); 関連する指標 of the programmes follows."""

import re
from collections.abc import Mapping

from monosashi.model import Number, Programme, Related, Sheet
from monosashi.model.folding import fold
from monosashi.model.mark import CIRCLED, parse_number, plain_number, print_number
from monosashi.model.programme import parse_related
from monosashi.office.authoring.structure.authored import Authored
from monosashi.office.reprinting.tree import put

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_N = re.compile(rf"\d{{1,3}}|[{CIRCLED}]")


def renumbered(one: Authored) -> Authored:
    """The sheet with its indicators numbered without a gap. Indicators that shared a number (two rows of one) share one
    again; a number that cannot be read keeps its print and takes none."""
    sheet, now, said = one.sheet, 0, dict[str, str]()
    last: int | None = None
    for path, indicator in one.sheet.indicators():
        value = indicator.number.value
        if value is None:
            continue
        if value != last or not indicator.number.sub:
            now += 1
        last = value
        number = reprinted_number(indicator.number, now)
        said.setdefault(plain_number(indicator.number), plain_number(number))
        sheet = put(sheet, f"{path}/number", number)
    programmes = tuple(_related(programme, said) for programme in sheet.programmes)
    return Authored(sheet.model_copy(update={"programmes": programmes}), one.identities)


def reprinted_number(number: Number, value: int) -> Number:
    """Another number in the print of this one.

    >>> reprinted_number(parse_number("（１０）"), 2).text
    '（２）'
    """
    match = _N.search(fold(number.text))
    if not match:
        return number
    printed = print_number(value, circled=number.circled)
    if re.search("[０-９]", number.text[match.start() : match.end()]):
        printed = printed.translate(_WIDE)
    return parse_number(number.text[: match.start()] + printed + number.text[match.end() :])


def _related(programme: Programme, said: Mapping[str, str]) -> Programme:
    """The programme with the numbers it names brought up to date; a list that names none stays as it is printed."""
    numbers = programme.related.numbers
    if all(said.get(plain_number(one), plain_number(one)) == plain_number(one) for one in numbers):
        return programme
    separator = next((c for c in programme.related.text if c in ",、・，"), ",")
    wide = bool(re.search("[０-９]", programme.related.text))
    told = [_named(one, said, wide=wide) for one in numbers]
    text = separator.join(dict.fromkeys(told))
    return programme.model_copy(update={"related": Related(text=text, numbers=parse_related(text))})


def _named(number: Number, said: Mapping[str, str], *, wide: bool) -> str:
    plain = said.get(plain_number(number), plain_number(number))
    read = parse_number(plain)
    if number.circled and read.value and not read.sub:
        return print_number(read.value, circled=True)
    return plain.translate(_WIDE) if wide else plain


def numbered_through(sheet: Sheet) -> bool:
    """Whether the indicators are numbered 1, 2, 3 ... already."""
    return renumbered(Authored(sheet, {})).sheet == sheet
