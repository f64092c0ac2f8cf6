"""Which kind of file the bytes are, by what they hold and not by their name; and the door to its parser."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError

from monosashi.reading.errors import UnreadableDocument
from monosashi.reading.excel import Book, read_book

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: The most a workbook may unpack to, and the most its parts may be pressed together.
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 200


def open_book(data: bytes, name: str) -> tuple[str, Book]:
    """The media type and the cells. Raises ``UnreadableDocument``."""
    _check_package(data, name)
    try:
        return XLSX, read_book(data)
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
