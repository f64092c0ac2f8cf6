"""Hostile workbooks: bombs, lies, damaged packages, markup that asks for files, cells that no paper holds."""

from functools import partial
from zipfile import ZIP_BZIP2, ZIP_LZMA

from tests.hostile.case import READS, ROWS, Cases
from tests.hostile.package_maker import (
    HEAD,
    LAUGHS,
    XXE,
    cell,
    flagged,
    lying,
    overlapping,
    rows_xml,
    styles_xml,
    twice,
    workbook_parts,
    worksheet,
    xlsx,
    zipped,
)

cases = Cases(".xlsx")
_GOOD = workbook_parts(worksheet())
_SHEET = "xl/worksheets/sheet1.xml"
_BOOK = "xl/workbook.xml"


def _sheet(data: str, after: str = "") -> bytes:
    return xlsx(worksheet(rows_xml() + data, after))


def _merges(count: int) -> str:
    inner = "".join(f'<mergeCell ref="A1:B{n}"/>' for n in range(2, count))
    return f"<mergeCells>{inner}</mergeCells>"


def _with_doctype(doctype: str, entity: str) -> bytes:
    text = worksheet(rows_xml() + f'<row r="9"><c r="A9" t="inlineStr"><is><t>&{entity};</t></is></c></row>')
    return xlsx(text.replace(HEAD, HEAD + doctype))


def _cut(share: float) -> bytes:
    data = zipped(_GOOD)
    return data[: int(len(data) * share)]


# the package
cases.add("a part of 60 MB in 60 KB", lambda: xlsx(parts={"xl/media/a.bin": bytes(60_000_000)}), "too-big")
cases.add(
    "many parts that are too much together",
    lambda: xlsx(parts={f"xl/media/{n}.bin": bytes(190_000) for n in range(300)}),
    "too-big",
)
cases.add("70,000 parts", lambda: xlsx(parts={f"x/{n}": b"" for n in range(70_000)}), "too-big")
cases.add(
    "zips in zips in a zip",
    lambda: xlsx(parts={"xl/embeddings/a.zip": zipped({"b.zip": zipped({"c": bytes(9_000_000)}), "d.zip": b"PK"})}),
    READS,
    "too-big",
)
cases.add("parts that overlap", lambda: overlapping(_GOOD, 500), "unreadable", "too-big")
cases.add(
    "a part larger than it says",
    lambda: lying({**_GOOD, "xl/media/a.bin": bytes(30_000_000)}, "xl/media/a.bin", 100),
    "unreadable",
)
cases.add("a worksheet larger than it says", lambda: lying(_GOOD, _SHEET, 40), "unreadable")
cases.add("a worksheet smaller than it says", lambda: lying(_GOOD, _SHEET, 9000), "unreadable")
cases.add("a part of 4 GB, it says", lambda: lying(_GOOD, _SHEET, 0xFFFFFFF0), "too-big", "unreadable")
for _share in (0.02, 0.2, 0.5, 0.8, 0.98, 0.999):
    cases.add(f"cut at {_share:.1%}", partial(_cut, _share), "unreadable")
cases.add("a zip with a password", lambda: flagged(_GOOD, 1), "encrypted")
cases.add("two worksheets of one name", lambda: twice(_GOOD, _SHEET, worksheet(rows_xml([("偽", "物")]))), "unreadable")
cases.add("packed by bzip2", lambda: zipped(_GOOD, ZIP_BZIP2), "unreadable")
cases.add("packed by lzma", lambda: zipped(_GOOD, ZIP_LZMA), "unreadable")
cases.add("an empty zip", lambda: zipped({}), "unreadable")
cases.add("without its index", lambda: zipped({k: v for k, v in _GOOD.items() if k != _BOOK}), "unreadable")
cases.add(
    "without its worksheet", lambda: zipped({k: v for k, v in _GOOD.items() if k != _SHEET}), "unreadable", "no-sheet"
)
cases.add(
    "without its relations",
    lambda: zipped({k: v for k, v in _GOOD.items() if "workbook.xml.rels" not in k}),
    "unreadable",
    "no-sheet",
)
cases.add(
    "after a megabyte of something else", lambda: bytes(1_000_000) + zipped(_GOOD), READS, "no-sheet", "unreadable"
)

# markup
cases.add("a billion laughs", lambda: _with_doctype(LAUGHS, "a11"), READS, "unreadable", "unsafe-markup", never="haha")
cases.add(
    "a file of this machine", lambda: _with_doctype(XXE, "x"), READS, "unreadable", "unsafe-markup", never="root:"
)
cases.add(
    "a billion laughs in its shared strings",
    lambda: xlsx(parts={"xl/sharedStrings.xml": f"{HEAD}{LAUGHS}<sst><si><t>&a11;</t></si></sst>"}),
    READS,
    "unreadable",
    "unsafe-markup",
    never="haha",
)
cases.add(
    "a billion laughs in its styles",
    lambda: _styled(styles_xml("&a11;").replace(HEAD, HEAD + LAUGHS), "1"),
    READS,
    "unreadable",
    "unsafe-markup",
    never="haha",
)
cases.add(
    "a file of this machine in its styles",
    lambda: _styled(styles_xml("&x;").replace(HEAD, HEAD + XXE), "1"),
    READS,
    "unreadable",
    "unsafe-markup",
    never="root:",
)
cases.add(
    "a declaration elsewhere",
    lambda: xlsx(worksheet().replace(HEAD, f"{HEAD}<!DOCTYPE x SYSTEM 'http://192.0.2.1/x.dtd'>")),
    READS,
    "unreadable",
    "unsafe-markup",
)
cases.add("elements 100,000 deep", lambda: _sheet("<row>" * 100_000 + "</row>" * 100_000), READS, "unreadable")
cases.add("a worksheet cut in its markup", lambda: xlsx(worksheet()[:-40]), READS, "unreadable")
cases.add("a worksheet of noise", lambda: xlsx("\x01\x02\x03" * 999), "unreadable", "no-sheet")
cases.add(
    "relations that lead out of the package",
    lambda: xlsx(
        parts={
            "xl/_rels/workbook.xml.rels": str(_GOOD["xl/_rels/workbook.xml.rels"]).replace(
                "worksheets/sheet1.xml", "../../../../../../etc/passwd"
            )
        }
    ),
    "unreadable",
    "no-sheet",
    never="root:",
)
cases.add(
    "a character that is none",
    lambda: _sheet('<row r="9"><c r="A9" t="inlineStr"><is><t>a&#xD800;&#0;b</t></is></c></row>'),
    READS,
    "unreadable",
)


def _styled(styles: str, value: str) -> bytes:
    row = f'<row r="9"><c r="A9" s="1"><v>{value}</v></c></row>'
    return xlsx(worksheet(rows_xml() + row), parts={"xl/styles.xml": styles})


def _day(value: str) -> bytes:
    return _styled(styles_xml("[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"), value)


# cells
cases.add(
    "the last cell there is",
    lambda: _sheet(f'<row r="1048576">{cell("XFD1048576", "端")}</row>'),
    READS,
    "too-big",
    "worker-memory",
)
cases.add(
    "a row past the last",
    lambda: _sheet(f'<row r="99999999999">{cell("A99999999999", "x")}</row>'),
    READS,
    "unreadable",
    "worker-died",
    "worker-memory",
    "too-big",
)
cases.add(
    "a column past the last",
    lambda: _sheet(f'<row r="9">{cell("ZZZZZZZZZ9", "x")}</row>'),
    READS,
    "unreadable",
    "worker-died",
    "worker-memory",
    "too-big",
)
cases.add(
    "a cell without a place", lambda: _sheet('<row><c t="inlineStr"><is><t>x</t></is></c></row>'), READS, "unreadable"
)
cases.add(
    "the whole sheet merged",
    lambda: _sheet("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    READS,
    "too-big",
    "worker-memory",
    "worker-time",
)
cases.add(
    "20,000 merges over one another",
    lambda: _sheet("", _merges(20_000)),
    READS,
    "too-big",
    "unreadable",
)
cases.add(
    "a million rows of nothing",
    lambda: _sheet("".join(f'<row r="{n}"/>' for n in range(9, 1_000_000))),
    READS,
    "too-big",
)
cases.add(
    "more cells than are allowed",
    lambda: _sheet("".join(f'<row r="{n}">{cell(f"A{n}", "x")}{cell(f"B{n}", "x")}</row>' for n in range(9, 30_000))),
    "too-big",
)
cases.add(
    "a cell of a million characters",
    lambda: _sheet(f'<row r="9">{cell("A9", "長" * 1_000_000)}</row>'),
    READS,
    "too-big",
)
cases.add(
    "formulas without values",
    lambda: _sheet('<row r="9"><c r="A9"><f>1+1</f></c><c r="B9" t="str"><f>A9</f></c></row>'),
    READS,
)
cases.add("#REF!", lambda: _sheet('<row r="9"><c r="A9" t="e"><f>#REF!+1</f><v>#REF!</v></c></row>'), READS)
cases.add(
    "formulas that call out",
    lambda: _sheet(
        '<row r="9"><c r="A9" t="str"><f>WEBSERVICE("http://192.0.2.1")</f><v>=cmd|\'/C calc\'!A0</v></c></row>'
    ),
    READS,
)
for _value in ("1e9", "-1", "1e308", "1e999", "nan", "inf", "", "abc", "9" * 400):
    cases.add(
        f"a day of {_value[:9]}",
        partial(_day, _value),
        READS,
        "unreadable",
    )
cases.add(
    "a shared string that is not there",
    lambda: _sheet('<row r="9"><c r="A9" t="s"><v>999999999</v></c></row>'),
    READS,
    "unreadable",
)
cases.add("a style that is not there", lambda: _sheet('<row r="9"><c r="A9" s="99999"><v>1</v></c></row>'), READS)
cases.add(
    "a number format of 100,000 signs", lambda: _styled(styles_xml("0&quot;" * 30_000 + "#,##0;" * 5000), "41"), READS
)
cases.add("a number format of brackets", lambda: _styled(styles_xml("[" * 50_000), "41"), READS)
cases.add("300 worksheets", lambda: xlsx(worksheet(), *[worksheet(rows_xml([("空", "白")]))] * 299), READS, "too-big")
cases.add("all worksheets hidden", lambda: zipped(workbook_parts(worksheet(), state=' state="veryHidden"')), "no-sheet")
cases.add(
    "a worksheet with a name of marks",
    lambda: zipped(workbook_parts(worksheet(), names=["&#x202E;x&#x2028;\u200f"])),
    READS,
)
cases.add("a worksheet without a name", lambda: zipped(workbook_parts(worksheet(), names=[""])), READS, "unreadable")
cases.add(
    "texts that turn the line",
    lambda: xlsx(worksheet(rows_xml([*ROWS, ("\u202eよこしま\u2066", "\ufeff\u200b")]))),
    READS,
)
cases.add(
    "with macros", lambda: xlsx(parts={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(9000)}), READS, file="in.xlsm"
)
