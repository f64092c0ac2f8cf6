"""Damage in workbooks: what calamine raises, and what it does where it meets what its authors did not foresee."""

from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile

from python_calamine import CalamineError

from monosashi.reading.errors import Encrypted, UnreadableDocument


@contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Whatever calamine stumbles over inside becomes ``UnreadableDocument``, or ``Encrypted`` for a password.

    A panic of its Rust code is no ``Exception``, and its class cannot be imported; it is known by its name.
    """
    try:
        yield
    except (CalamineError, BadZipFile, OSError) as error:
        if "password" in str(error).lower():
            raise Encrypted(name) from error
        raise _damaged(name, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(name, error) from error


def _damaged(name: str, error: BaseException) -> UnreadableDocument:
    return UnreadableDocument(name, f"ブックの中身が壊れています（{error}）。", f"the workbook is damaged ({error}).")
