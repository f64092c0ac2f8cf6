"""Hostile Word files."""

from functools import partial

from tests.hostile.case import READS, Cases
from tests.hostile.package_maker import (
    HEAD,
    LAUGHS,
    XXE,
    docx,
    docx_cell,
    docx_parts,
    docx_table,
    lying,
    paragraph,
    zipped,
)

cases = Cases(".docx")
_PART = "word/document.xml"
_GOOD = docx_parts()


def _with_doctype(doctype: str, entity: str) -> bytes:
    text = str(docx_parts(docx_table() + paragraph(f"&{entity};"))[_PART])
    return docx(parts={_PART: text.replace(HEAD, HEAD + doctype)})


def _cut(share: float) -> bytes:
    data = zipped(_GOOD)
    return data[: int(len(data) * share)]


def _nested(depth: int) -> bytes:
    inner = docx_table()
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    return docx(inner)


cases.add("a billion laughs", lambda: _with_doctype(LAUGHS, "a11"), "unsafe-markup")
cases.add("a file of this machine", lambda: _with_doctype(XXE, "x"), "unsafe-markup")
cases.add(
    "a declaration in UTF-16",
    lambda: docx(
        parts={_PART: str(_GOOD[_PART]).replace(HEAD, f'<?xml version="1.0" encoding="UTF-16"?>{XXE}').encode("utf-16")}
    ),
    "unsafe-markup",
)
cases.add(
    "a declaration in its styles",
    lambda: docx(parts={"word/styles.xml": f"{HEAD}{XXE}<w:styles>&x;</w:styles>"}),
    READS,
    "unsafe-markup",
    never="root:",
)
cases.add("a part of 60 MB in 60 KB", lambda: docx(parts={"word/media/a.bin": bytes(60_000_000)}), "too-big")
cases.add("a text larger than it says", lambda: lying(_GOOD, _PART, 40), "unreadable")
for _share in (0.3, 0.7, 0.99):
    cases.add(f"cut at {_share:.0%}", partial(_cut, _share), "unreadable")
cases.add("without its text", lambda: zipped({k: v for k, v in _GOOD.items() if k != _PART}), "unreadable")
cases.add("cut in its markup", lambda: docx(parts={_PART: str(_GOOD[_PART])[:-60]}), "unreadable")
cases.add("of noise", lambda: docx(parts={_PART: bytes(range(256)) * 40}), "unreadable")
cases.add("an empty text", lambda: docx(paragraph("")), "no-sheet", "unreadable", "no-text")
cases.add("tables 20 deep", lambda: _nested(20), READS)
cases.add("tables 5,000 deep", lambda: _nested(5000), "too-big", "unreadable")
cases.add(
    "elements 100,000 deep",
    lambda: docx(docx_table() + "<w:p>" * 100_000 + "</w:p>" * 100_000),
    "too-big",
    "unreadable",
)
cases.add(
    "a cell over a billion columns",
    lambda: docx(docx_table(properties='<w:gridSpan w:val="1000000000"/>')),
    READS,
    "too-big",
    "unreadable",
)
cases.add("a cell over -5 columns", lambda: docx(docx_table(properties='<w:gridSpan w:val="-5"/>')), READS)
cases.add("a cell over x columns", lambda: docx(docx_table(properties='<w:gridSpan w:val="x"/>')), READS)
cases.add(
    "a merge that never began",
    lambda: docx(docx_table() + docx_table([("下", "だけ")], '<w:vMerge w:val="continue"/>')),
    READS,
)
cases.add("25,000 cells", lambda: docx(docx_table() + docx_table([("あ",) * 50] * 500)), READS, "too-big")
cases.add("30,000 paragraphs", lambda: docx(docx_table() + paragraph("行") * 30_000), READS, "too-big")
cases.add(
    "a paragraph of a million characters", lambda: docx(docx_table() + paragraph("長" * 1_000_000)), READS, "too-big"
)
cases.add(
    "a field that calls out",
    lambda: docx(
        docx_table()
        + '<w:p><w:fldSimple w:instr="DDEAUTO c:\\\\cmd.exe &quot;/k calc&quot;"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
    ),
    READS,
)
cases.add("rows without cells", lambda: docx("<w:tbl><w:tr/><w:tr/></w:tbl>" + docx_table()), READS)
cases.add("a cell without a text", lambda: docx(docx_table() + "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"), READS)
cases.add(
    "cells that turn the line",
    lambda: docx(docx_table() + f"<w:tbl><w:tr>{docx_cell(chr(0x202E) + 'よこ')}</w:tr></w:tbl>"),
    READS,
)
