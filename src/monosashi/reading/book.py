"""The parts of an .xlsx: which worksheets a book has, under what names, and in which parts of the package they lie.

Source: ECMA-376 part 1, 18.2 (workbook); part 2 (packages and relations).
"""

from collections.abc import Iterator
from posixpath import join, normpath
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree


class BookSheet(NamedTuple):
    """A worksheet of the book: its name, whether it is hidden, and the part of the package that holds it."""

    name: str
    hidden: bool
    part: str


class Book(NamedTuple):
    """What the book says of its worksheets, the part that holds its styles, and the year its dates count from."""

    sheets: tuple[BookSheet, ...] = ()
    styles: str = ""
    epoch_1904: bool = False


def read_book(package: ZipFile) -> Book:
    """What the book's own part says. Raises what the zip and the parser of XML raise."""
    path = _office_document(package)
    root = parse_part(package.read(path))
    folder, _, name = path.rpartition("/")
    relations = list(elements(parse_part(package.read(join(folder, "_rels", f"{name}.rels"))), "Relationship"))
    parts = {r.get("Id", ""): normpath(join("/" + folder, r.get("Target", ""))).lstrip("/") for r in relations}
    styles = (parts[r.get("Id", "")] for r in relations if r.get("Type", "").endswith("/styles"))
    sheets = tuple(
        BookSheet(sheet.get("name", ""), sheet.get("state", "visible") != "visible", parts.get(relation_id(sheet), ""))
        for sheet in elements(root, "sheet")
    )
    properties = first_element(root, "workbookPr")
    epoch_1904 = properties is not None and properties.get("date1904", "") in {"1", "true"}
    return Book(sheets, next(styles, ""), epoch_1904)


def _office_document(package: ZipFile) -> str:
    if "_rels/.rels" not in package.namelist():
        return "xl/workbook.xml"
    relations = elements(parse_part(package.read("_rels/.rels")), "Relationship")
    found = (r.get("Target", "") for r in relations if r.get("Type", "").endswith("/officeDocument"))
    return next(found, "xl/workbook.xml").lstrip("/")


def relation_id(sheet: etree._Element) -> str:
    """The sheet's r:id, whichever of the two namespaces of relations the file uses."""
    return next((sheet.get(name, "") for name in sheet.keys() if str(name).endswith("}id")), "")  # noqa: SIM118


def parse_part(data: bytes) -> etree._Element:
    """The root of a part. Refuses a document type declaration: no part of a workbook has one."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    refuse_doctype(root)
    return root


def refuse_doctype(element: etree._Element) -> None:
    """That the tree an element stands in has no document type declaration. Raises ``ValueError``."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise ValueError("DOCTYPE")


def elements(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """All elements of that name, in whatever namespace."""
    return root.iter(f"{{*}}{name}")


def first_element(root: etree._Element, name: str) -> etree._Element | None:
    """The first of them."""
    return next(elements(root, name), None)
