"""Which kind of file the bytes are, by what they hold and not by their name."""

import re
from io import BytesIO
from zipfile import ZipFile

from monosashi.reading.package import DAMAGED

PLAIN_TEXT = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOC = "application/msword"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
IMAGE = "image/*"
#: A workbook or a Word file behind a password: a compound file that holds an encrypted package.
ENCRYPTED = "application/vnd.ms-office.encrypted"

#: How far into a file a sign of its kind is looked for.
_HEAD = 1024
_OLE = b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"
#: A package begins with its first part, or, without parts, with its end.
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|table)\b", re.I)
#: A part that only one kind of package holds.
_PARTS = {"xl/workbook.xml": XLSX, "word/document.xml": DOCX}
#: The names of streams in a compound file, as it writes them.
_STREAMS = {"EncryptedPackage": ENCRYPTED, "WordDocument": DOC, "Workbook": XLS, "Book": XLS}


def kind_of(data: bytes, name: str = "") -> str:
    """The media type of a file by its bytes; an unknown package is what its name says, all else is plain text."""
    if b"%PDF-" in data[:_HEAD]:
        return PDF
    if data.startswith(_OLE):
        return next((kind for stream, kind in _STREAMS.items() if stream.encode("utf-16-le") in data), XLS)
    if data.startswith(_ZIP):
        return _package_kind(data, name)
    if data.startswith((_RTF, *_IMAGES)):
        return RTF if data.startswith(_RTF) else IMAGE
    if _HTML.search(data[:_HEAD].replace(b"\x00", b"")):
        return HTML
    return XLSX if name.lower().endswith((".xlsx", ".xlsm")) else PLAIN_TEXT


def _package_kind(data: bytes, name: str) -> str:
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = set(package.namelist())
            if "mimetype" in parts:
                with package.open("mimetype") as part:
                    stated = part.read(len(ODS)).decode("ascii", "replace").strip()
                    if stated in (ODS, ODT):
                        return stated
    except (*DAMAGED, ValueError):
        parts = set()
    by_name = DOCX if name.lower().endswith((".docx", ".docm", ".dotx", ".dotm")) else XLSX
    return next((kind for part, kind in _PARTS.items() if part in parts), by_name)
