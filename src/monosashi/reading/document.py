"""The doors to the parsers: a document of each kind becomes a paper."""

from collections.abc import Callable

from python_calamine import CalamineError

from monosashi.reading import kind
from monosashi.reading.errors import UnreadableDocument
from monosashi.reading.excel import read_workbook
from monosashi.reading.limits import Limits
from monosashi.reading.package import check_package
from monosashi.reading.paper import Paper

#: Kinds that no reader stands behind, by what people call them.
_NOT_READ = {kind.DOC: "Word 97-2003", kind.XLS: "Excel 97-2003", kind.IMAGE: "画像 / a picture"}


def media_type(data: bytes, name: str) -> str:
    """What the bytes are. Raises ``UnreadableDocument`` for a kind that is not read."""
    found = kind.kind_of(data, name)
    if found != kind.PLAIN_TEXT and found not in READERS:
        called = _NOT_READ.get(found, found)
        raise UnreadableDocument(
            name, f"{called} はまだ読めません。", f"{called} is not read yet.", code="kind-not-read"
        )
    return found


def open_paper(data: bytes, name: str, media_type: str, limits: Limits) -> Paper:
    """The cells of a document. Raises ``UnreadableDocument``."""
    return READERS[media_type](data, name, limits)


def _read_xlsx(data: bytes, name: str, limits: Limits) -> Paper:
    check_package(data, name, limits, "xl/workbook.xml")
    try:
        return read_workbook(data)
    except CalamineError as error:
        raise UnreadableDocument(
            name, f"ブックの中身が壊れています（{error}）。", f"the workbook is damaged ({error})."
        ) from error


#: The reader of each kind of file.
READERS: dict[str, Callable[[bytes, str, Limits], Paper]] = {kind.XLSX: _read_xlsx}
