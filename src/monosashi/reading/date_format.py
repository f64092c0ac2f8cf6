"""Days and times as a spreadsheet prints them: a serial number under ``[$-411]ggge"年"m"月"d"日"`` is 令和3年6月18日.

A serial number counts days from the end of 1899; its fraction is the time of day. The count knows a 29 February 1900
that never was, which is why the days before it are counted apart.

Source: ECMA-376 part 1, 18.17.4 (dates and times) and 18.8.31.
"""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from monosashi.model.date import ERA_FIRST_DAYS
from monosashi.model.nendo import ERAS
from monosashi.reading.format_code import Section, Token

#: The first serial number that is no day any more: 1 January 10000.
_END = 2958466
_DAY_ZERO = dt.date(1899, 12, 30)
_FALSE_LEAP_DAY = 60
_LETTERS = {"令和": "R", "平成": "H", "昭和": "S", "大正": "T", "明治": "M"}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_YOUBI = "月火水木金土日"


class Moment(NamedTuple):
    """A serial number taken apart. ``units`` is the time of day in ``1 / scale`` seconds."""

    days: int
    units: int
    scale: int

    @property
    def seconds(self) -> int:
        """Whole seconds since midnight."""
        return self.units // self.scale

    @property
    def day(self) -> tuple[int, int, int]:
        """Year, month and day; serial 0 is printed as 1900/1/0 and serial 60 as 1900/2/29."""
        if self.days in {0, _FALSE_LEAP_DAY}:
            return (1900, 1, 0) if self.days == 0 else (1900, 2, 29)
        date = self.date
        return date.year, date.month, date.day

    @property
    def date(self) -> dt.date:
        """The day; that of the next day for a day that never was."""
        return _DAY_ZERO + dt.timedelta(days=self.days + (self.days <= _FALSE_LEAP_DAY))


def serial_number(value: dt.date | dt.time | dt.timedelta) -> Decimal:
    """The serial number of a day, a moment, a time of day or a duration.

    >>> serial_number(dt.date(2021, 6, 18)), serial_number(dt.time(12))
    (Decimal('44365'), Decimal('0.5'))
    """
    if isinstance(value, dt.timedelta):
        past = value
    elif isinstance(value, dt.time):
        past = dt.timedelta(
            hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond
        )
    else:
        naive = value.replace(tzinfo=None) if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
        past = naive - dt.datetime.combine(_DAY_ZERO, dt.time())
        past -= dt.timedelta(days=dt.timedelta(0) <= past < dt.timedelta(days=_FALSE_LEAP_DAY + 1))
    return past.days + (past.seconds * 10**6 + past.microseconds) / Decimal(86400 * 10**6)


def default_code(value: dt.date | dt.time | dt.timedelta) -> str:
    """How a day or time is printed of which no format is known."""
    if isinstance(value, dt.timedelta):
        return "[h]:mm:ss"
    if isinstance(value, dt.time):
        return "h:mm:ss" if value.second else "h:mm"
    return "yyyy/m/d h:mm" if isinstance(value, dt.datetime) and value.time() != dt.time() else "yyyy/m/d"


def format_serial(serial: Decimal, section: Section) -> str | None:
    """The serial number as the section prints it; None where it is no day (negative, or past the year 9999)."""
    places = max((len(t.text.partition(".")[2]) for t in section.tokens if t.kind == "date"), default=0)
    scale = 10 ** min(places, 9)
    if not 0 <= serial < _END:
        return None
    units = int((serial * 86400 * scale).to_integral_value(ROUND_HALF_UP))
    days, time_of_day = divmod(units, 86400 * scale)
    moment = Moment(days, time_of_day, scale)
    if moment.days >= _END:
        return None
    twelve = any(token.kind == "date" and "/" in token.text for token in section.tokens)
    minutes = _minute_tokens(section.tokens)
    out = []
    for n, token in enumerate(section.tokens):
        if token.kind == "elapsed":
            out.append(_elapsed(moment, token.text.lower()))
        elif token.kind != "date":
            out.append(token.text)
        elif n in minutes:
            out.append(_padded(moment.seconds // 60 % 60, token.text, section))
        else:
            out.append(_part(moment, token.text, section, twelve=twelve))
    return "".join(out)


def _minute_tokens(tokens: tuple[Token, ...]) -> set[int]:
    """Where m means minutes: next after hours, or next before seconds."""
    clock = [n for n, token in enumerate(tokens) if token.kind in {"date", "elapsed"} and "/" not in token.text]
    found = set()
    for place, n in enumerate(clock):
        before = tokens[clock[place - 1]].text.lower() if place else ""
        after = tokens[clock[place + 1]].text.lower() if place + 1 < len(clock) else ""
        if tokens[n].text.lower() in {"m", "mm"} and (before.startswith("h") or after.startswith("s")):
            found.add(n)
    return found


def _elapsed(moment: Moment, letters: str) -> str:
    seconds = moment.days * 86400 + moment.seconds
    return str(seconds // {"h": 3600, "m": 60, "s": 1}[letters[0]]).zfill(len(letters))


def _part(moment: Moment, letters: str, section: Section, *, twelve: bool) -> str:
    code = letters.lower()
    if "/" in code:
        return _half_day(moment, letters, section)
    if code[0] in "ger":
        return _era_part(moment, code, section)
    if code[0] in "hs":
        return _clock_part(moment, code, section, twelve=twelve)
    return _calendar_part(moment, code, section)


def _clock_part(moment: Moment, code: str, section: Section, *, twelve: bool) -> str:
    if code[0] == "h":
        hours = moment.seconds // 3600
        return _padded((hours + 11) % 12 + 1 if twelve else hours, code, section)
    letters, _, places = code.partition(".")
    fraction = f".{moment.units % moment.scale * 10 ** len(places) // moment.scale:0{len(places)}d}" if places else ""
    return _padded(moment.seconds % 60, letters, section) + fraction


def _calendar_part(moment: Moment, code: str, section: Section) -> str:
    year, month, day = moment.day
    weekday = moment.date.weekday()
    if code[0] == "y":
        return _padded(year % 100, "yy", section) if len(code) <= 2 else _digits(f"{year:04d}", section)
    if code[0] == "a":
        return _YOUBI[weekday] + "曜日" * (len(code) > 3)
    if len(code) <= 2:
        return _padded(month if code[0] == "m" else day, code, section)
    name = _MONTHS[month - 1] if code[0] == "m" else _WEEKDAYS[weekday]
    return {3: name[:3], 5: name[0] if code[0] == "m" else name}.get(len(code), name)


def _half_day(moment: Moment, letters: str, section: Section) -> str:
    words = letters.split("/")
    if section.locale.startswith(("411", "ja")) and letters.upper() == "AM/PM":
        words = ["午前", "午後"]
    return words[moment.seconds >= 12 * 3600]


def _era_part(moment: Moment, code: str, section: Section) -> str:
    """g, gg, ggg: R, 令, 令和; e and ee: the year of the era; r is ee, rr is gggee."""
    era = next((name for name, first in ERA_FIRST_DAYS.items() if moment.date >= first), "明治")
    number = moment.day[0] - ERAS[era]
    if code[0] == "g":
        return {1: _LETTERS[era], 2: era[0]}.get(len(code), era)
    if "gannen" in section.locale and number == 1:
        return era * (code == "rr") + "元"
    return era * (code == "rr") + _padded(number, "ee" if code[0] == "r" else code, section)


def _padded(number: int, letters: str, section: Section) -> str:
    """The number, with a leading zero where two letters ask for it; kanji numbers carry tens, not zeros (十八)."""
    kanji = _KANJI.get(section.digits[:1], "")
    if kanji and section.digits[:1] != "3" and number >= 10:
        tens, ones = divmod(number, 10)
        return (kanji[tens] if tens > 1 else "") + kanji[10] + (kanji[ones] if ones else "")
    return _digits(f"{number:02d}" if len(letters) >= 2 else str(number), section)


#: Digits of [DBNum1], [DBNum2], [DBNum3], and the sign for ten.
_KANJI = {"1": "〇一二三四五六七八九十", "2": "〇壱弐参四伍六七八九拾", "3": "０１２３４５６７８９十"}


def _digits(text: str, section: Section) -> str:
    kanji = _KANJI.get(section.digits[:1])
    return "".join(kanji[int(c)] for c in text) if kanji else text


def drawn_digits(text: str, section: Section) -> str:
    """A printed number in the digits the section asks for: [DBNum3] is full-width."""
    kanji = _KANJI.get(section.digits[:1])
    return "".join(kanji[int(c)] if c in "0123456789" else c for c in text) if kanji else text
