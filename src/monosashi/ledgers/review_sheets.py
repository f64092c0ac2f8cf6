"""Review sheets (行政事業レビューシート), one JSON object a line, of 2015 to 2022 and later: a file, or a folder of them.

Amounts are 百万円, as in the book. 翌年度へ繰越し is negative there (予算計 is the plain sum); it stays as it is written, and
so do the zeros of 2015 and 2016, whose sheets have no column for carrying over and reserve. Numbers that were printed as
texts (成果実績, 目標値) are texts, without the 「.0」 the file adds.

A project's id is of its edition: 2021-総務-20-0148 as printed from 2021 on; before, the year, the ministry and the printed
number (2019-総務省-0131, 2017-内閣官房-新27-0001), so that ``before`` names the past sheets by the same ids.

Source: judgit/data, 行政事業レビューシートLOD, CC BY 4.0.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from monosashi.ledgers.decoding import Wrong, amount, decode, objects, text, year
from monosashi.ledgers.faults import fault
from monosashi.ledgers.files import (
    LONGEST_LINE,
    BookUnreadable,
    Broken,
    TooLong,
    book_files,
    in_mib,
    lines,
    pieces,
    whole,
)
from monosashi.model.book import Book, BookFault, BookPlace, Project
from monosashi.model.nendo import Nendo

SUFFIXES: Final = (".jsonl", ".jsonl.xz", ".jsonl.gz", ".json", ".json.gz", ".json.xz")

_AMOUNTS: Final = (
    ("initial", "当初予算"),
    ("supplementary", "補正予算"),
    ("carried_in", "前年度から繰越し"),
    ("carried_out", "翌年度へ繰越し"),
    ("reserve", "予備費等"),
    ("total", "予算計"),
    ("executed", "執行額"),
    ("requested", "要求額"),
)
#: What a sheet holds; that which no noun takes (payees, methods) is known and left out.
_KNOWN: Final = frozenset(
    [
        "_file",
        "ID",
        "事業ID",
        "url",
        "公開年度",
        "事業名",
        "開始年度",
        "終了年度",
        "府省庁",
        "事業番号",
        "事業番号1",
        "事業番号2",
        "事業番号3",
        "事業番号4",
        "事業番号5",
        "担当部局庁",
        "担当課室",
        "作成責任者",
        "会計区分",
        "事業目的",
        "事業概要",
        "実施方法",
        "主要施策",
        "予算",
        "支出先",
        "アウトカム",
        "アウトプット",
        "関連する過去のレビューシート",
        "定量的な目標が設定できない理由",
    ]
)
#: How far after its edition a project may begin.
_AHEAD: Final = 10
#: From 2021 the printed number begins with its year and a short name of the ministry.
_WHOLE_NUMBER: Final = re.compile(r"(?P<year>\d{4})-(?P<ministry>[^-]+)-(?:(?P<since>\d{2})-)?(?P<number>.+)")
#: How a file begins that is one JSON text, not one a line.
_ONE_TEXT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[|\{\s*[\r\n])")
_NENDO: Final[dict[int, Nendo]] = {}


def projects(path: Path) -> Iterator[Project | BookFault]:
    """The projects of a file or of a folder's files, in their order, and what was wrong with a line, before it.

    Raises ``BookUnreadable`` where a file cannot be opened.
    """
    for file in book_files(path, SUFFIXES):
        name = file.relative_to(path).as_posix() if path.is_dir() else file.name
        yield from projects_of_file(file, name)


def projects_of_file(path: Path, name: str) -> Iterator[Project | BookFault]:
    """The projects of one file, under the name its places are to give."""
    try:
        opened = path.open("rb")
    except OSError as error:
        raise BookUnreadable(name) from error
    with opened as file:
        seen: set[str] = set()
        number = 0
        try:
            for number, line in enumerate(_sheets(file), 1):
                yield from _of_line(line, BookPlace(file=name, line=number), seen)
        except Broken as broken:
            yield fault(broken.code, BookPlace(file=name, line=number + 1), found=broken.found)


def _sheets(file: BinaryIO) -> Iterator[bytes | TooLong | dict[str, object]]:
    """A line is a sheet; a file that is a list of them, or one laid out over lines, is taken as such."""
    head = next(pieces(file), b"")
    file.seek(0)
    if not _ONE_TEXT.match(head):
        yield from lines(file)
        return
    decoded = decode(whole(file))
    for item in decoded if isinstance(decoded, list) else [decoded]:
        yield item if isinstance(item, dict) else {}


def _of_line(
    line: bytes | TooLong | dict[str, object], place: BookPlace, seen: set[str]
) -> Iterator[Project | BookFault]:
    if isinstance(line, TooLong):
        yield fault("line-too-long", place, found=in_mib(LONGEST_LINE))
        return
    if isinstance(line, bytes) and not line.strip():
        return
    try:
        decoded = decode(line) if isinstance(line, bytes) else line
        wrong: Wrong = []
        project = _project(decoded, place, wrong)
    except Broken as broken:
        yield fault(broken.code, place, broken.found, broken.found)
        return
    if isinstance(decoded, dict):
        for unknown in sorted(decoded.keys() - _KNOWN - seen):
            seen.add(unknown)
            yield fault("field-unknown", place, unknown[:100])
    for code, field, found in wrong:
        yield fault(code, place, field, found)
    yield project


def _project(sheet: object, place: BookPlace, wrong: Wrong) -> Project:
    """The sheet's project. Raises ``Broken`` where it has no name, no number or no year, without which it is none."""
    if type(sheet) is not dict:
        raise Broken("not-json")
    get = sheet.get
    edition = year(get("公開年度"), "公開年度", wrong)
    name = text(get("事業名"), "事業名", wrong)
    ministry = text(get("府省庁"), "府省庁", wrong)
    printed = _printed_number(sheet, wrong)
    for field, value in (("公開年度", edition), ("事業名", name), ("事業番号", printed), ("府省庁", ministry)):
        if not value:
            raise Broken("field-missing", field)
    url = get("url")
    return Project.model_validate(
        {
            "book": Book.REVIEW_SHEETS,
            "edition": edition,
            **_named(printed, ministry, edition or 0),
            "name": name,
            "ministry": ministry,
            "bureau": text(get("担当部局庁"), "担当部局庁", wrong),
            "division": text(get("担当課室"), "担当課室", wrong),
            "start": year(get("開始年度"), "開始年度", wrong, (edition or 0) + _AHEAD),
            "end": year(get("終了年度"), "終了年度", wrong),
            "accounts": _texts(get("会計区分"), "会計区分", wrong),
            "purpose": text(get("事業目的"), "事業目的", wrong),
            "outline": text(get("事業概要"), "事業概要", wrong),
            "years": _years(objects(get("予算"), "予算", wrong), wrong),
            "measures": [
                *_measures(objects(get("アウトカム"), "アウトカム", wrong), wrong),
                *_outputs(objects(get("アウトプット"), "アウトプット", wrong), wrong),
            ],
            "before": _before(sheet, wrong),
            "place": {"file": place.file, "line": place.line, "url": url if type(url) is str else ""} if url else place,
        }
    )


def _printed_number(sheet: dict[str, object], wrong: Wrong) -> str:
    """The number as printed, else from its parts: 新27, 0001 is 新27-0001."""
    if whole_number := text(sheet.get("事業番号"), "事業番号", wrong):
        return whole_number
    return "-".join(filter(None, (text(sheet.get(f"事業番号{n}"), f"事業番号{n}", wrong) for n in range(1, 6))))


def _named(printed: str, ministry: str, edition: int) -> dict[str, str]:
    match = _WHOLE_NUMBER.fullmatch(printed)
    if match and match["year"] == str(edition):
        return {"id": printed, "number": match["number"]}
    return {"id": f"{edition}-{ministry}-{printed}", "number": printed}


def _texts(given: object, field: str, wrong: Wrong) -> list[str]:
    if given is None:
        return []
    if type(given) is not list:
        return [text(given, field, wrong)]
    return given if all(type(item) is str for item in given) else [text(item, field, wrong) for item in given]


def _nendo(given: object, field: str, wrong: Wrong) -> Nendo | None:
    """A fiscal year; each is made once."""
    if type(given) is int and given in _NENDO:
        return _NENDO[given]
    known = year(given, field, wrong)
    return None if known is None else _NENDO.setdefault(known, Nendo(year=known))


def _years(rows: object, wrong: Wrong) -> list[dict[str, object]]:
    """A year's money; the request for the next year stands in a row of its own."""
    taken: dict[Nendo, dict[str, object]] = {}
    for row in rows if isinstance(rows, list | tuple) else ():
        nendo = _nendo(row.get("年度"), "予算の年度", wrong)
        if nendo is None:
            if row.get("年度") is None:
                wrong.append(("year-impossible", "予算の年度", ""))
            continue
        money: dict[str, object] = {"nendo": nendo}
        for name, field in _AMOUNTS:
            if field in row:
                money[name] = amount(row[field], field, wrong)
        if nendo in taken:
            wrong.append(("year-repeated", "予算", str(nendo.year)))
        else:
            taken[nendo] = money
    return list(taken.values())


def _measures(rows: object, wrong: Wrong) -> Iterator[dict[str, object]]:
    for row in rows if isinstance(rows, list | tuple) else ():
        yield {
            "kind": "outcome",
            "goal": text(row.get("成果目標"), "成果目標", wrong),
            "name": text(row.get("成果指標"), "成果指標", wrong),
            "unit": text(row.get("単位"), "単位", wrong),
            "final_target": text(row.get("目標値"), "目標値", wrong),
            "final_year": _nendo(row.get("目標最終年度"), "目標最終年度", wrong),
            "values": _values(row.get("成果実績"), "成果実績", "目標値", wrong),
        }


def _outputs(rows: object, wrong: Wrong) -> Iterator[dict[str, object]]:
    for row in rows if isinstance(rows, list | tuple) else ():
        yield {
            "kind": "output",
            "name": text(row.get("活動指標"), "活動指標", wrong),
            "unit": text(row.get("単位"), "単位", wrong),
            "values": _values(row.get("活動実績"), "活動実績", "当初見込み", wrong),
        }


def _values(given: object, actual: str, target: str, wrong: Wrong) -> list[dict[str, object]]:
    values: list[dict[str, object]] = []
    for row in objects(given, actual, wrong):
        nendo = _nendo(row.get("年度"), f"{actual}の年度", wrong)
        if nendo is not None:
            values.append(
                {
                    "nendo": nendo,
                    "actual": text(row.get(actual), actual, wrong),
                    "target": text(row.get(target), target, wrong),
                }
            )
    return values


def _before(sheet: dict[str, object], wrong: Wrong) -> list[str]:
    """The ids of the sheets it names as its past; one named by half (no number) is left out."""
    ids = []
    for row in objects(sheet.get("関連する過去のレビューシート"), "関連する過去のレビューシート", wrong):
        past = year(row.get("年度"), "関連する過去のレビューシートの年度", wrong)
        ministry = text(row.get("府省庁"), "府省庁", wrong)
        printed = _printed_number(row, wrong)
        if past and ministry and printed:
            ids.append(_named(printed, ministry, past)["id"])
    return list(dict.fromkeys(ids))
