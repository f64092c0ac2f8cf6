"""A day as people type it -> ISO: in eras, with slashes, as a program exports it, in English.

>>> [day_of(text) for text in ("令和３年６月１８日（金）", "R3.6.18", "2021/6/18", "2021-06-18 00:00:00", "18 June 2021")]
['2021-06-18', '2021-06-18', '2021-06-18', '2021-06-18', '2021-06-18']

A day that is not said in full, or of which the order of month and day is not certain (6/18/2021), is refused, not guessed.
"""

import datetime as dt
import re

from monosashi.model.date import parse_date, parse_month
from monosashi.model.folding import fold
from monosashi.model.nendo import ERA, era_year
from monosashi.registers.not_entered import NotEntered, quoted

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = "月火水木金土日"
_WEEKDAY = re.compile(rf"\(?(?P<day>[{WEEKDAYS}])(?:曜日?)?\)?$")
_CLOCK = re.compile(r"[T ]\s*0{1,2}:00(?::00(?:\.0+)?)?Z?$")
_DASHED = re.compile(rf"(?P<era>{ERA})?(?P<y>元|\d{{1,4}})[-/.年](?P<m>\d{{1,2}})[-/.月](?P<d>\d{{1,2}})日?")
_EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_ENGLISH = re.compile(
    r"(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?[ -]+(?P<m>[A-Za-z]{3,9})\.?|(?P<m2>[A-Za-z]{3,9})\.? +(?P<d2>\d{1,2})(?:st|nd|rd|th)?)"
    r",?[ -]+(?P<y>\d{4})"
)
_NO_YEAR = re.compile(r"\d{1,2}[月/.-]\d{1,2}日?")
_DOUBTFUL = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_SERIAL = re.compile(r"[1-6]\d{4}(?:\.0+)?")
_RANGE = re.compile(r"\d.*(?:~|〜|から|―).*\d|日\s*[-・、]\s*\d")
#: The day that spreadsheet programs count from; and the first year a record may be of, when Japan took the western calendar.
_SERIAL_ZERO = dt.date(1899, 12, 30)
_FIRST_YEAR = 1873


def day_of(typed: str) -> str:
    """The day in ISO form. Raises ``NotEntered``."""
    flat = _CLOCK.sub("", fold(typed).strip()).strip()
    weekday = _WEEKDAY.search(flat) if re.search(r"日\s*\(?[月火水木金土日](?:曜日?)?\)?$|\)$|曜日?$", flat) else None
    bare = flat[: weekday.start()].strip() if weekday else flat
    day = _read(bare)
    if day is None or day.year < _FIRST_YEAR:
        raise _refused(typed, bare, day)
    if weekday and WEEKDAYS[day.weekday()] != weekday["day"]:
        right = WEEKDAYS[day.weekday()]
        raise NotEntered(
            "weekday-differs",
            f"「{quoted(typed)}」の曜日が合いません（{day.isoformat()}は{right}曜日です）",
            f"The weekday of {quoted(typed)!r} is another ({day.isoformat()} is a {day:%A})",
            "日と曜日のどちらが正しいかを確かめて書き直してください",
            "See which of the two is right and write it again",
        )
    return day.isoformat()


def _read(bare: str) -> dt.date | None:
    if found := parse_date(bare):
        return found
    flat = re.sub(r"\s+", "", bare)
    if match := _DASHED.fullmatch(flat):
        return _date(era_year(match["era"], match["y"]), int(match["m"]), int(match["d"]))
    if match := _EIGHT.fullmatch(flat):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _ENGLISH.fullmatch(bare):
        month = _month(match["m"] or match["m2"])
        return _date(int(match["y"]), month, int(match["d"] or match["d2"])) if month else None
    return None


def _month(word: str) -> int:
    """The month an English word or its first three letters name; 0 for none."""
    small = word.lower()
    known = (
        n
        for n, name in enumerate(MONTHS, 1)
        if small in {name.lower(), name[:3].lower()} or small == "sept" == name[:4].lower()
    )
    return next(known, 0)


def _date(year: int | None, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year or 0, month, day)
    except ValueError:
        return None


def _refused(typed: str, bare: str, day: dt.date | None) -> NotEntered:
    """Why a text is no day, as precisely as can be told."""
    shown, flat = quoted(typed), re.sub(r"\s+", "", bare)
    write_ja, write_en = (
        "令和3年6月18日、R3.6.18、2021/6/18 のように書いてください",
        "Write it as 2021-06-18 or 令和3年6月18日",
    )
    if _SERIAL.fullmatch(flat):
        guess = (_SERIAL_ZERO + dt.timedelta(days=int(float(flat)))).isoformat()
        return NotEntered(
            "day-serial",
            f"「{shown}」は日付ではなく数です（表計算ソフトの日付の番号なら{guess}です）",
            f"{shown!r} is a number, no day (as a spreadsheet's day it would be {guess})",
            write_ja,
            write_en,
        )
    if _RANGE.search(bare):
        return NotEntered(
            "day-range",
            f"「{shown}」は一日ではありません",
            f"{shown!r} is more than one day",
            "初日と最終日を、それぞれの欄に分けて書いてください",
            "Write the first and the last day each in its own field",
        )
    if _DASHED.fullmatch(flat) or _EIGHT.fullmatch(flat) or day:
        return NotEntered(
            "day-impossible",
            f"「{shown}」という日はないか、明治6年より前の日です",
            f"There is no such day as {shown!r}, or it is before 1873",
            "日付を確かめて書き直してください",
            "Check the day and write it again",
        )
    if _NO_YEAR.fullmatch(flat) or parse_month(bare):
        return NotEntered(
            "day-unfinished",
            f"「{shown}」では、年・月・日のどれかが分かりません",
            f"{shown!r} lacks the year or the day",
            write_ja,
            write_en,
        )
    if _DOUBTFUL.fullmatch(flat):
        return NotEntered(
            "day-doubtful",
            f"「{shown}」は、月と日のどちらが先か分かりません",
            f"{shown!r} does not tell which of its numbers is the month",
            write_ja,
            write_en,
        )
    return NotEntered("no-day", f"「{shown}」は日付として読めません", f"{shown!r} is no day", write_ja, write_en)
