"""Hostile web pages."""

from functools import partial

from tests.hostile.case import READS, ROWS, Cases

cases = Cases(".html")
_TABLE = "<table>" + "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in ROWS) + "</table>"
_BIG = ("too-big", "worker-time", "worker-memory")


def page(body: str = "", *, table: str = _TABLE, head: str = '<meta charset="utf-8">') -> bytes:
    """A page that shows the table, and a body after it."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{table}{body}</body></html>".encode()


cases.add("elements 100,000 deep", lambda: page("<div>" * 100_000 + "x"), READS, "too-big")
cases.add("spans 100,000 deep around it", lambda: page(table="<b>" * 100_000 + _TABLE), READS, "too-big")
cases.add("tables 20 deep", lambda: page(table="<table><tr><td>" * 20 + _TABLE + "</table>" * 20), READS)
cases.add("tables 10,000 deep", lambda: page("<table><tr><td>" * 10_000), READS, "too-big")
for _span in (
    'rowspan="1000000000"',
    'colspan="1000000000"',
    'rowspan="0" colspan="-1"',
    'colspan="x"',
    'rowspan="65534" colspan="1000"',
):
    cases.add(
        f"a cell of {_span}", partial(page, f"<table><tr><td {_span}>x</td><td>y</td></tr></table>"), READS, "too-big"
    )
cases.add(
    "1,000 cells over 1,000 rows each",
    lambda: page(f"<table>{'<tr><td rowspan=1000>x</td></tr>' * 1000}</table>"),
    READS,
    *_BIG,
)
cases.add("a million cells", lambda: page(f"<table>{('<tr>' + '<td>x' * 1000) * 1000}</table>"), *_BIG)
cases.add("300,000 rows of nothing", lambda: page(f"<table>{'<tr>' * 300_000}</table>"), READS, *_BIG)
cases.add(
    "nothing closed", lambda: page(_TABLE.replace("</td>", "").replace("</tr>", "").replace("</table>", "") * 3), READS
)
cases.add("all closed twice", lambda: page("</table></td></tr></body></html>" * 1000), READS)
cases.add(
    "entities without end", lambda: page("&#x202e;&amp;&nosuch;&#0;&#xD800;&#99999999999;&#x110000;" * 1000), READS
)
cases.add(
    "an attribute of five million characters", lambda: page(f'<p title="{"a" * 5_000_000}">x</p>'), READS, "too-big"
)
cases.add("a tag name of a million characters", lambda: page(f"<{'a' * 1_000_000}>x"), READS, "too-big")
cases.add("a comment that never ends", lambda: page("<!-- " + "x" * 100_000), READS)
cases.add("a comment that never ends, first", lambda: b"<html><!-- " + page(), "no-sheet", "unreadable", READS)
cases.add(
    "a script that writes the page",
    lambda: b"<html><script>document.write('x')</script></html>",
    "no-sheet",
    "unreadable",
)
cases.add(
    "things to fetch",
    lambda: page(
        '<base href="http://192.0.2.1/"><img src=x><iframe src="file:///etc/passwd"></iframe><link rel=stylesheet href=x>'
    ),
    READS,
    never="root:",
)
cases.add(
    "entities of its own",
    lambda: b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page("&x;"),
    READS,
    never="root:",
)
cases.add("hidden words", lambda: page('<p style="display:none">ひみつ</p><p hidden>ひみつ</p>'), READS)
cases.add("NUL between all letters", lambda: page().replace(b"<td>", b"<\x00td>"), READS, "no-sheet")
cases.add("UTF-16 with a mark", lambda: page(head="").decode().encode("utf-16"), READS)
cases.add("UTF-16 without a mark", lambda: page(head="").decode().encode("utf-16-le"), READS, "no-sheet", "unreadable")
cases.add("UTF-32", lambda: page(head="").decode().encode("utf-32"), READS, "no-sheet", "unreadable")
cases.add("cp932", lambda: page(head='<meta charset="Shift_JIS">').decode().encode("cp932"), READS)
cases.add("cp932 that says UTF-8", lambda: page().decode().encode("cp932"), READS)
cases.add("UTF-8 that says cp932", lambda: page(head='<meta charset="Shift_JIS">'), READS)
cases.add("an encoding nobody knows", lambda: page(head='<meta charset="utf-7"><meta charset="x-nonsense">'), READS)
cases.add(
    "cp932 with broken bytes",
    lambda: page("壊").decode().encode("cp932").replace("壊".encode("cp932"), b"\x81\xff\xfe"),
    READS,
    "unreadable",
)
cases.add("EUC-JP", lambda: page(head='<meta charset="EUC-JP">').decode().encode("euc-jp"), READS)
cases.add("ISO-2022-JP", lambda: page(head='<meta charset="ISO-2022-JP">').decode().encode("iso2022_jp"), READS)
cases.add("a page of one sign", lambda: b"<html>", "no-sheet", "unreadable")
cases.add("a frame set", lambda: b"<html><frameset><frame src=a.html></frameset></html>", "no-sheet", "unreadable")
cases.add(
    "a workbook saved as a page",
    lambda: page(head='<meta charset="utf-8"><xml><x:ExcelWorkbook/></xml>'),
    READS,
    file="in.xls",
)
