"""The same workbook in the same bytes: no clock in the file, and a fixed order and date of its parts."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The first date a zip archive can name.
_DATE = (1980, 1, 1, 0, 0, 0)
_CLOCK = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_MERGED = re.compile(rb"(?:<mergeCell [^>]*/>)+")
_ONE_MERGED = re.compile(rb"<mergeCell [^>]*/>")
_SHEET = "xl/worksheets/sheet1.xml"


#: The first font of a workbook is its default: column widths are counted in its digits. openpyxl's own follows the
#: theme, which every language edition of Excel sets in another font.
_FIRST_FONT = re.compile(rb"<font>.*?</font>", re.DOTALL)


def settled(data: bytes, area: str, default_font: bytes) -> bytes:
    """The archive without times. ``area``: the range in which numbers stored as text are meant to be so, and a program
    need not warn of them. ``default_font``: the element that describes the workbook's default font."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = ZipInfo(name, _DATE)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, _part(name, given.read(name), area, default_font))
    return out.getvalue()


def _part(name: str, content: bytes, area: str, default_font: bytes) -> bytes:
    if name == "docProps/core.xml":
        return _CLOCK.sub(b"", content)
    if name == _SHEET:
        meant = f'<ignoredErrors><ignoredError sqref="{area}" numberStoredAsText="1"/></ignoredErrors>'
        content = content.replace(b"</worksheet>", meant.encode() + b"</worksheet>")
        # openpyxl keeps merged ranges in a set, whose order changes from one run of Python to the next
        return _MERGED.sub(lambda found: b"".join(sorted(_ONE_MERGED.findall(found.group()))), content)
    if name == "xl/styles.xml":
        return _FIRST_FONT.sub(default_font, content, count=1)
    return content
