"""What can be wrong with a line of a book: a stable code and a sentence in both languages.

A fault never stops the reading: the line (or only the value that is wrong) is left out, and the rest is taken.

>>> fault("not-a-number", BookPlace(file="a.jsonl", line=3), field="予算計", found="不明").message.en
'The field 予算計 holds 不明, which is no amount; it was left empty and the rest of the line was taken.'
"""

from monosashi.model.book import BookFault, BookPlace
from monosashi.model.message import Message

#: As much of what was found as a sentence quotes.
_QUOTED = 40

#: code: Japanese, English. ``{field}`` and ``{found}`` are what the line says.
SENTENCES = {
    "book-cut": (
        "ファイルがここで壊れているか、途中で切れています。ここまでの行は取り込みました。元のファイルを入手し直してください。",
        "The file is damaged or cut short here. The lines before were taken; get the file anew.",
    ),
    "book-too-large": (
        "広げた大きさが上限（{found}）を超えたため、ここで読むのをやめました。ここまでの行は取り込みました。",
        "Unpacked, the file is larger than the limit ({found}); reading stopped here. The lines before were taken.",
    ),
    "line-too-long": (
        "1行が上限（{found}）を超えるため、この行を取り込みませんでした。",
        "The line is longer than the limit ({found}); it was not taken.",
    ),
    "not-json": (
        "JSONとして読めないため、この行を取り込みませんでした。",
        "The line is not JSON; it was not taken.",
    ),
    "too-deep": (
        "入れ子が深すぎるため、この行を取り込みませんでした。",
        "The line is nested too deeply; it was not taken.",
    ),
    "holds-nul": (
        "文字でない符号（NUL）が入っているため、この行を取り込みませんでした。",
        "The line holds a NUL, which is no character; it was not taken.",
    ),
    "not-text": (
        "文字コード（{found}）として読めないため、この行を取り込みませんでした。",
        "The line is not text in {found}; it was not taken.",
    ),
    "field-missing": (
        "「{field}」がないため、この行を取り込みませんでした。",
        "The field {field} is missing; the line was not taken.",
    ),
    "field-unknown": (
        "知らない項目「{field}」があります。これを除いて取り込みました（このファイルで最初の行だけを示します）。",
        "There is a field {field} that is not known; the rest was taken (told once for the file).",
    ),
    "not-a-number": (
        "「{field}」の「{found}」は金額として読めないため空にし、行の残りを取り込みました。",
        "The field {field} holds {found}, which is no amount; it was left empty and the rest of the line was taken.",
    ),
    "not-a-text": (
        "「{field}」が文字ではない（{found}）ため空にし、行の残りを取り込みました。",
        "The field {field} is no text ({found}); it was left empty and the rest of the line was taken.",
    ),
    "not-a-list": (
        "「{field}」が一覧ではない（{found}）ため空にし、行の残りを取り込みました。",
        "The field {field} is no list ({found}); it was left empty and the rest of the line was taken.",
    ),
    "year-impossible": (
        "「{field}」の「{found}」は、あり得ない年です。空にし、行の残りを取り込みました。",
        "The field {field} holds {found}, an impossible year; it was left empty and the rest of the line was taken.",
    ),
    "year-repeated": (
        "「{field}」に同じ年度（{found}）が2回あります。初めのものを取り込みました。",
        "The field {field} has the year {found} twice; the first was taken.",
    ),
    "value-unknown": (
        "「{field}」の「{found}」を知らないため、この行を取り込みませんでした。",
        "The field {field} holds {found}, which is not known; the line was not taken.",
    ),
    "line-repeated": (
        "「{found}」は、この帳簿の前の行にもあります。初めのものを残し、この行を取り込みませんでした。",
        "{found} stands in an earlier line of this book; the first was kept and this line was not taken.",
    ),
    "column-unknown": (
        "知らない列「{field}」があります。これを除いて取り込みました。",
        "There is a column {field} that is not known; the rest was taken.",
    ),
    "column-missing": (
        "列「{field}」がありません。空として取り込みました。",
        "The column {field} is missing; it was taken as empty.",
    ),
    "row-length": (
        "列の数（{found}）が見出しと合わないため、この行を取り込みませんでした。",
        "The row has {found} columns, not as many as the heading; it was not taken.",
    ),
    "row-broken": (
        "CSVの行として読めないため、この行を取り込みませんでした（引用符を確かめてください）。",
        "The line cannot be read as CSV; it was not taken (look at its quotation marks).",
    ),
    "project-unknown": (
        "予算事業ID「{found}」が事業の一覧にないため、この行は事業に付けませんでした。",
        "The project id {found} is in no list of projects; the line was put to none.",
    ),
    "too-many-faults": (
        "取り込めない行が {found} を超えたため、ここで読むのをやめました。ここまでの行は取り込みました。ファイルを確かめてください。",
        "More than {found} lines could not be taken; reading stopped here. The lines before were taken; look at the file.",
    ),
    "file-unknown": (
        "何の帳簿か分からないため、このファイルを取り込みませんでした。",
        "It is not known which book this file is; it was not taken.",
    ),
}


def fault(code: str, place: BookPlace, field: str = "", found: str = "") -> BookFault:
    """The fault by its code; what was found is quoted up to a length, with its line breaks as spaces."""
    ja, en = SENTENCES[code]
    quoted = " ".join(found.replace("\x00", " ").split())
    quoted = quoted if len(quoted) <= _QUOTED else quoted[:_QUOTED] + "…"
    named = {"field": field, "found": _writable(quoted)}
    return BookFault(place=place, code=code, message=Message(ja=ja.format(**named), en=en.format(**named)))


def _writable(text: str) -> str:
    """Half a surrogate is no character, and no file or database holds it."""
    return text.encode("utf-8", "replace").decode()
