"""Markup: the parts of a package as trees, read without obeying what they ask for.

No part of a Word file or a workbook has a document type declaration. One that has may name files of this machine (XXE)
or entities that unfold without end, and is refused before anything is parsed.
"""

from lxml import etree

from monosashi.reading.errors import UnreadableDocument

_DOCTYPE = b"<!DOCTYPE"


def parse_markup(data: bytes, name: str, part: str) -> etree._Element:
    """The root of a part. Raises ``UnreadableDocument``: ``unsafe-markup`` for a DOCTYPE, else where it is damaged."""
    if _DOCTYPE in data or _DOCTYPE in data.replace(b"\x00", b""):
        raise _unsafe(name, part)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(
            name, f"中身の一部（{part}）が壊れています（{error}）。", f"a part of it ({part}) is damaged ({error})."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _unsafe(name, part)
    return root


def _unsafe(name: str, part: str) -> UnreadableDocument:
    return UnreadableDocument(
        name,
        f"中身の一部（{part}）に文書型宣言（DOCTYPE）があります。外のファイルを読ませる仕掛けになりうるため開きません。",
        f"a part of it ({part}) has a document type declaration, which can make a reader fetch other files; "
        "it is not opened.",
        code="unsafe-markup",
        next_ja="出所を確かめ、信頼できるなら、元のプログラムで開いて保存し直したファイルを読んでください。",
        next_en="Check where it comes from; if you trust it, open it in its own program, save it again and read that.",
    )
