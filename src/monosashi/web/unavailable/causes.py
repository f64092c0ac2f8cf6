"""Causes: why the store cannot do what it was asked, told by the codes of SQLite and PostgreSQL.

SQLite: https://www.sqlite.org/rescode.html (the low eight bits are the primary code). PostgreSQL: the appendix on error
codes (SQLSTATE), of which the first two characters are the class.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import Error, InterfaceError, OperationalError

from monosashi.office.refusals import Unavailable

_KEPT_JA = "保存済みのものはそのまま残っています。今の操作は記録されていません。"
_KEPT_EN = "What was saved before is all there; what you did just now was not recorded."


class StoreAway(Unavailable):
    """The database cannot be reached or opened."""

    def __init__(self) -> None:
        super().__init__(
            "store-away",
            f"いま、データの保存先につながりません。{_KEPT_JA}しばらくしてから、もう一度操作してください。続くときは、管理者に知らせてください。",
            f"The place where data are kept cannot be reached now. {_KEPT_EN} Try again in a while; if it goes on, tell the "
            "keeper of the system.",
        )


class StoreFull(Unavailable):
    """There is no room left to write."""

    def __init__(self) -> None:
        super().__init__(
            "store-full",
            f"データの保存先に空きがなく、保存できません。読むことはできます。{_KEPT_JA}管理者に、空きを増やすよう頼んでから、もう一度操作してください。",
            f"There is no room left where data are kept, so nothing can be saved; reading goes on. {_KEPT_EN} Ask the keeper "
            "of the system to make room, then try again.",
        )


class StoreReadOnly(Unavailable):
    """The database may be read and not written."""

    def __init__(self) -> None:
        super().__init__(
            "store-read-only",
            f"データの保存先が、いまは読むことしかできません（点検中など）。{_KEPT_JA}書込みが再開されてから、もう一度操作してください。",
            f"The place where data are kept may only be read now (it may be under maintenance). {_KEPT_EN} Try again when "
            "writing has been allowed again.",
        )


class StoreBusy(Unavailable):
    """Others hold what is needed for longer than anyone should wait."""

    def __init__(self) -> None:
        super().__init__(
            "store-busy",
            f"ほかの処理が長く続いていて、保存の順番が来ませんでした。{_KEPT_JA}少し待ってから、もう一度操作してください。",
            f"Other work has been going on for long, and your turn to save did not come. {_KEPT_EN} Wait a little and try "
            "again.",
        )


#: SQLite's primary codes. 1 is "no such table": the file is not the office's (it was moved away and made anew, empty).
_SQLITE: dict[int, Callable[[], Unavailable]] = {
    **dict.fromkeys((3, 10, 11, 14, 26), StoreAway),  # PERM, IOERR, CORRUPT, CANTOPEN, NOTADB
    **dict.fromkeys((5, 6), StoreBusy),  # BUSY, LOCKED
    8: StoreReadOnly,
    13: StoreFull,
}
_SQLITE_IO_ERROR = 10
#: Less than this is no room: SQLite needs a few pages more than it is given to keep.
_ROOM = 256 * 1024
#: PostgreSQL's codes, the longest that fits.
_POSTGRESQL: dict[str, Callable[[], Unavailable]] = {
    "08": StoreAway,  # connection exceptions
    "57P": StoreAway,  # the server is shutting down, starting, or has crashed
    "58": StoreAway,  # input and output
    "53100": StoreFull,
    "53": StoreBusy,  # too many connections, out of memory
    "25006": StoreReadOnly,
    "55P03": StoreBusy,  # a lock was waited for too long
    "57014": StoreBusy,  # a statement took too long
    "40": StoreBusy,  # deadlock
}


def cause_of(error: BaseException | None) -> Unavailable | None:
    """What an error says about the store; None for an error that is not about its being available."""
    if not isinstance(error, Error):
        return None
    cause = error.__cause__
    number = getattr(cause, "sqlite_errorcode", None)
    if number is not None:
        return _of_sqlite(number, str(cause))
    state = getattr(cause, "sqlstate", None)
    if state:
        known = sorted((code for code in _POSTGRESQL if state.startswith(code)), key=len)
        return _POSTGRESQL[known[-1]]() if known else None
    # no code at all: the server hung up, or there is none
    return StoreAway() if isinstance(error, OperationalError | InterfaceError) else None


def _of_sqlite(number: int, said: str) -> Unavailable | None:
    primary = number & 0xFF
    if primary == _SQLITE_IO_ERROR and _no_room():
        return StoreFull()
    if said.startswith("no such table"):
        return StoreAway()
    kind = _SQLITE.get(primary)
    return kind() if kind else None


def _no_room() -> bool:
    """Whether the folder of the database has no room: SQLite tells some ways of a full disk as an error of its own."""
    folder = Path(os.fspath(settings.DATABASES["default"]["NAME"])).parent
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False
