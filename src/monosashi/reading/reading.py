"""The steps of reading, in order: bytes -> words with places -> sheets -> parts -> what is left over."""

import hashlib
from collections.abc import Iterator

from monosashi.forms import Form, forms
from monosashi.model import Document, Finding, Message, Reading, Severity
from monosashi.reading.document import PLAIN_TEXT, media_type, open_book
from monosashi.reading.errors import NoSheetFound
from monosashi.reading.excel import Book
from monosashi.reading.plain import plain_sheets
from monosashi.reading.ruled import read_ruled, ruled_sheets


def read(data: bytes, name: str = "", blank: Form | None = None) -> tuple[Reading, ...]:
    """The sheets of a document, 1 or more. ``blank``: the form to read by; without it, the one whose labels fit best.

    Raises ``UnreadableDocument`` where the bytes are of no kind that is read, ``NoSheetFound`` where no form's labels
    stand on the paper.
    """
    kind = media_type(data, name)
    document = Document(name=name, sha256=hashlib.sha256(data).hexdigest(), media_type=kind)
    candidates = (blank,) if blank else forms()
    if kind == PLAIN_TEXT:
        readings = plain_sheets(data, candidates, document)
    else:
        readings = _book_sheets(open_book(data, name), candidates, document)
    if not readings:
        raise NoSheetFound(name)
    return readings


def _book_sheets(book: Book, candidates: tuple[Form, ...], document: Document) -> tuple[Reading, ...]:
    found = [
        read_ruled(part, form, document, ordinal)
        for ordinal, (part, form) in enumerate(ruled_sheets(book, candidates), 1)
    ]
    if found:
        found[0] = found[0].model_copy(update={"findings": tuple(_findings(book))})
    return tuple(found)


def _findings(book: Book) -> Iterator[Finding]:
    """What of a workbook could not be read as printed."""
    for name in book.hidden:
        words = Message(
            ja=f"非表示のワークシート「{name}」は、紙面に出ないため読んでいません。表示に直して読み直せば含まれます。",
            en=f"The hidden worksheet {name!r} is not on the paper and was not read; unhide it and read again to include it.",
        )
        yield _finding("hidden-worksheet", Severity.NOTE, name, words)
    if book.problem:
        yield _finding("number-formats-unread", Severity.WARNING, "", book.problem)


def _finding(code: str, severity: Severity, found: str, message: Message) -> Finding:
    return Finding(code=code, severity=severity, path="", expected="", found=found, message=message)
