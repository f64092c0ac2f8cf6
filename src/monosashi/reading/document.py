"""Which kind of file the bytes are, by what they hold and not by their name; and the door to its parser."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError

from monosashi.reading.errors import UnreadableDocument
from monosashi.reading.excel import Book, read_book

PLAIN_TEXT = "text/plain"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: The most a workbook may unpack to, and the most its parts may be pressed together.
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 200


#: How files begin that are opened by other programs, and what they are.
_OTHERS = {b"%PDF": "PDF", b"\xd0\xcf\x11\xe0": "Word / Excel 97-2003"}


def media_type(data: bytes, name: str) -> str:
    """What the bytes are, by how they begin. Raises ``UnreadableDocument`` for a kind that is not read, and for a
    workbook by name that is none."""
    if data[:2] == b"PK" or name.lower().endswith((".xlsx", ".xlsm")):
        return XLSX
    for start, kind in _OTHERS.items():
        if data.startswith(start):
            raise UnreadableDocument(
                name, f"{kind} はまだ読めません。", f"{kind} is not read yet.", code="kind-not-read"
            )
    return PLAIN_TEXT


def open_book(data: bytes, name: str) -> Book:
    """The cells of a workbook. Raises ``UnreadableDocument``."""
    _check_package(data, name)
    try:
        return read_book(data)
    except CalamineError as error:
        raise UnreadableDocument(
            name, f"ブックの中身が壊れています（{error}）。", f"the workbook is damaged ({error})."
        ) from error


def _check_package(data: bytes, name: str) -> None:
    """That the bytes are a workbook's zip of a sane size, before anything is unpacked."""
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableDocument(
            name,
            "Excel ブック（.xlsx）ではないか、途中で切れています。",
            "it is no Excel workbook (.xlsx), or is cut short.",
        ) from error
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise UnreadableDocument(name, "Excel ブックの目次（workbook.xml）がありません。", "it holds no workbook.xml.")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED or any(part.file_size > MAX_RATIO * max(part.compress_size, 1000) for part in parts):
        raise UnreadableDocument(
            name,
            f"展開すると {unpacked:,} バイトになり、安全な大きさを超えます。",
            f"it unpacks to {unpacked:,} bytes, more than is safe.",
            code="too-big",
        )
