"""The doors to the parsers: a document of each kind becomes a paper."""

from collections.abc import Callable

from monosashi.reading import kind
from monosashi.reading.convert import read_doc, read_odt, read_rtf
from monosashi.reading.errors import Encrypted
from monosashi.reading.excel import read_xlsx
from monosashi.reading.html import read_html
from monosashi.reading.limits import Limits
from monosashi.reading.ods import read_ods
from monosashi.reading.paper import Paper
from monosashi.reading.scan import read_any_pdf, read_image
from monosashi.reading.word import read_word
from monosashi.reading.xls import read_xls


def media_type(data: bytes, name: str) -> str:
    """What the bytes are. Raises ``Encrypted`` for a file behind a password."""
    found = kind.kind_of(data, name)
    if found == kind.ENCRYPTED:
        raise Encrypted(name)
    return found


def open_paper(data: bytes, name: str, media_type: str, limits: Limits) -> Paper:
    """The cells of a document. Raises ``UnreadableDocument``."""
    return READERS[media_type](data, name, limits)


#: The reader of each kind of file.
READERS: dict[str, Callable[[bytes, str, Limits], Paper]] = {
    kind.XLSX: read_xlsx,
    kind.XLS: read_xls,
    kind.ODS: read_ods,
    kind.PDF: read_any_pdf,
    kind.IMAGE: read_image,
    kind.DOCX: read_word,
    kind.DOC: read_doc,
    kind.RTF: read_rtf,
    kind.ODT: read_odt,
    kind.HTML: read_html,
}
