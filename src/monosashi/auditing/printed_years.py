"""Printed years: every year, month and day that a sheet prints where one is asked for, and which of them cannot be.

A year is read apart from what the model made of it, because an impossible one means nothing there: 「平成0年度」 has a text
and no year.

>>> [word.text for word in year_words("平成28年２月30日（令和元年６月一部改正）")]
['平成28年2月30日', '令和元年6月']
>>> [word.impossible for word in year_words("平成28年２月30日、平成34年度、平成０年度")]
[True, False, True]
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import get_args

from monosashi.model import Noun, PrintedDate, PrintedNendo, Sheet, StatementRole
from monosashi.model.date import ERA_FIRST_DAYS, parse_month
from monosashi.model.folding import fold
from monosashi.model.nendo import ERAS, era_year

_NAMES = "|".join(ERAS) + "|[㋿㍻㍼㍽㍾]"
_SHORT = "(?<![A-Za-z])[RHSTMrhstm](?=(?:元|[0-9]{1,2})(?![0-9]))"
_WORD = re.compile(
    rf"(?:(?P<era>{_NAMES}|{_SHORT})(?P<n>元|[0-9]{{1,4}})|(?<![0-9./])(?P<bare>[0-9]{{1,4}}))"
    r"(?:年(?P<m>[0-9]{1,2})月(?:(?P<d>[0-9]{1,2})日)?|(?P<dot>[./])(?P<m2>[0-9]{1,2})(?P=dot)(?P<d2>[0-9]{1,2})"
    r"|(?=年|事務年度|[~〜、,・)\]-]|$))"
)
#: The last day of each era that has ended, oldest last, by the western year before its first.
_LAST_DAYS = {ERAS[old]: first - dt.timedelta(days=1) for (_, first), (old, _) in pairwise(ERA_FIRST_DAYS.items())}


@dataclass(frozen=True)
class YearWord:
    """One year as printed (widths folded, blanks removed), with its month and day where printed. ``before``: the western
    year before its era's first; None where no era is printed."""

    text: str
    before: int | None
    year: int | None
    month: int | None
    day: int | None

    @property
    def impossible(self) -> bool:
        """Whether no calendar has it: a year 0 of an era, a 13th month, a 30th of February."""
        if self.before is not None and self.year is None:
            return True
        if self.month is None:
            return False
        if not 1 <= self.month <= 12:
            return True
        # a day of a year without an era is judged by a leap year, which has every day there can be
        year = self.year if self.year is not None and 1 <= self.year <= 9999 else 2000
        return self.day is not None and not 1 <= self.day <= calendar.monthrange(year, self.month)[1]

    @property
    def era_end(self) -> dt.date | None:
        """The last day of its era, where it lies after it; a year in which the era ended lies within."""
        last = _LAST_DAYS.get(self.before) if self.before is not None else None
        if last is None or self.year is None or self.impossible:
            return None
        after = self.year > last.year
        if self.year == last.year and self.month is not None:
            after = (self.month, self.day or 1) > (last.month, last.day)
        return last if after else None


@lru_cache(maxsize=1024)
def year_words(text: str) -> tuple[YearWord, ...]:
    """Every year in a text, in printed order. A number without an era counts only with a month, and, where dots part
    it, only with four digits: 1.2.30 is no date."""
    return tuple(_year_words(text))


def _year_words(text: str) -> Iterator[YearWord]:
    for match in _WORD.finditer(re.sub(r"\s+", "", fold(text))):
        dotted, bare = match["dot"], match["bare"]
        month, day = match["m"] or match["m2"], match["d"] or match["d2"]
        if bare and (not month or (dotted and len(bare) < 4)):
            continue
        era = match["era"]
        first = era_year(era, "元") if era else None
        yield YearWord(
            text=match.group() + _suffix(match),
            before=first - 1 if first is not None else None,
            year=era_year(era, match["n"]) if era else era_year(None, bare) if bare and len(bare) == 4 else None,
            month=int(month) if month else None,
            day=int(day) if day else None,
        )


def _suffix(match: re.Match[str]) -> str:
    """年度, which the word itself only looks ahead to."""
    after = re.match(r"事務年度|年度|年", match.string[match.end() :])
    return after.group() if after and match["m"] is None else ""


def dated_leaves(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Each text of the sheet that states a year or a day, with its path: the title, when the evaluation is, the years of
    values and heads, the years programmes began in, and the days of the cabinet's decisions."""
    yield "/title", sheet.title.text
    for n, statement in enumerate(sheet.policy.statements):
        if statement.role is StatementRole.EVALUATION_MONTH:
            yield f"/policy/statements/{n}/text", statement.text
    found: list[tuple[str, str]] = []
    _dated(sheet, "", found)
    yield from found
    for n, programme in enumerate(sheet.programmes):
        start = re.search(r"[(\[]([^()\[\]]*)[)\]]\s*$", fold(programme.name.text))
        if start:
            yield f"/programmes/{n}/name", start[1]


def _dated(noun: Noun, path: str, found: list[tuple[str, str]]) -> None:
    """Append each printed year and day under a noun."""
    if isinstance(noun, PrintedNendo | PrintedDate):
        found.append((path, noun.text))
        return
    for name in _dated_fields(type(noun)):
        value = getattr(noun, name)
        if isinstance(value, tuple):
            for step, one in enumerate(value):
                _dated(one, f"{path}/{name}/{step}", found)
        elif value is not None:
            _dated(value, f"{path}/{name}", found)


@cache
def _dated_fields(noun: type[Noun]) -> tuple[str, ...]:
    """The fields of a kind of noun under which a printed year or day can stand."""
    return tuple(name for name, field in noun.model_fields.items() if any(map(_is_dated, _nouns(field.annotation))))


@cache
def _is_dated(noun: type[Noun]) -> bool:
    return issubclass(noun, PrintedNendo | PrintedDate) or bool(_dated_fields(noun))


def _nouns(annotation: object) -> Iterator[type[Noun]]:
    """The kinds of nouns an annotation names: tuple[Actual, ...], Quantity | None."""
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        yield annotation
    for inside in get_args(annotation):
        yield from _nouns(inside)


def printed_since(sheet: Sheet) -> int | None:
    """A fiscal year in which the sheet cannot have been printed before: the title's, or that of the month in which the
    evaluation was done; the later. None where it prints neither, or only in an era that had ended by then."""
    found = [sheet.title.nendo.year] if sheet.title.nendo and _in_force(sheet.title.text) else []
    for statement in sheet.policy.statements:
        done = statement.role is StatementRole.EVALUATION_MONTH and "予定" not in statement.plain_label
        month = parse_month(statement.text) if done else None
        if month and _in_force(statement.text):
            found.append(month.nendo.year)
    return max(found, default=None)


def _in_force(text: str) -> bool:
    return not any(word.era_end or word.impossible for word in year_words(text))
