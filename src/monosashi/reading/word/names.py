"""Names in a Word file's markup. Strict and transitional files use different namespaces for the same words.

Source: ECMA-376 part 1 (strict) and part 4 (transitional).
"""

from collections.abc import Iterator

from lxml import etree

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}


def name_of(element: etree._Element) -> str:
    """An element's name with the usual prefix (w:tbl); only the local name in any other namespace.

    >>> name_of(etree.fromstring('<p xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'))
    'w:p'
    """
    tag = element.tag
    if not isinstance(tag, str):  # an entity that was not resolved
        return ""
    namespace, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:], "")
    return f"{prefix}:{local}" if prefix else local


def attribute(element: etree._Element, local: str) -> str | None:
    """An attribute by its local name, whatever its namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == local:
            return str(value)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of that name, and of it the next of the path: ``child(tc, "w:tcPr", "w:gridSpan")``."""
    here = element
    for step in path:
        here = next((one for one in here if name_of(one) == step), None) if here is not None else None
    return here


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that name."""
    return (one for one in element if name_of(one) == name)


def value(element: etree._Element | None, *path: str) -> str | None:
    """The ``w:val`` of what stands at a path."""
    found = child(element, *path)
    return attribute(found, "val") if found is not None else None


def number(text: str | None, default: int = 0) -> int:
    """A whole number in an attribute; the default where there is none."""
    return int(text) if text is not None and text.isdecimal() and len(text) < 10 else default


def is_on(element: etree._Element | None, *path: str) -> bool:
    """Whether a switch is set: present, and not said to be off."""
    found = child(element, *path)
    return found is not None and attribute(found, "val") not in {"0", "false", "off"}
