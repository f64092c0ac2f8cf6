"""The RS system's projects, put together from its tables: 1-2 (what it is), 2-1 (money by year), 2-2 (by 項 and 目), 3-1
(outputs and outcomes).

Yen become 百万円, to the last digit. A year's money is the row without 会計区分 (the sum over accounts); 翌年度要求額 is of the
year after. The id is of the edition (rs-2024-123), the number is the RS system's own, which stays from edition to edition.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from monosashi.ledgers.decoding import Wrong, year
from monosashi.ledgers.faults import fault
from monosashi.ledgers.rs_csv import RsRow, rows, rows_of_files
from monosashi.ledgers.rs_files import RsFile
from monosashi.ledgers.rs_layout import layout_of
from monosashi.model.book import Book, BookFault, BookPlace, Project
from monosashi.model.folding import fold

_TABLES: Final = frozenset({"1-2", "2-1", "2-2", "3-1"})
_MONEY: Final = ("initial", "supplementary", "carried_in", "carried_out", "reserve", "total", "executed")
_AHEAD: Final = 10
#: 2023-総務-22-0148, in any dash and width; what is written otherwise (「政策：15」) names no sheet.
_OLD: Final = re.compile(r"(20\d\d)\s*[-ー]\s*([^\W\d_]+?)\s*[-ー]\s*(新?\d\d)\s*[-ー]\s*(\d{4}(?:-\d{1,2})?)")

Parts = dict[str, object]
#: Which columns a part of a project is taken from.
Takes = Mapping[str, tuple[str, ...]]


class _Gathered:
    """What the tables say of one project, as far as they have been read."""

    def __init__(self) -> None:
        self.head: Parts = {}
        self.years: dict[int, Parts] = {}
        self.told: set[int] = set()
        self.accounts: dict[str, None] = {}
        self.items: list[Parts] = []
        self.measures: dict[tuple[str, ...], Parts] = {}


def projects(path: Path, name: str = "") -> Iterator[Project | BookFault]:
    """The projects of the files at a path, by number, after everything that was wrong with a row.

    Raises ``BookUnreadable`` where the path cannot be opened.
    """
    yield from _put_together(rows(path, _TABLES, name), name or path.name)


def projects_of_files(files: Iterable[RsFile], name: str) -> Iterator[Project | BookFault]:
    """The projects of these tables; ``name``: of them all together."""
    yield from _put_together(rows_of_files(files, _TABLES), name)


def _put_together(read: Iterable[RsRow | BookFault], name: str) -> Iterator[Project | BookFault]:
    gathered: dict[tuple[int, int], _Gathered] = {}
    for row in read:
        if isinstance(row, BookFault):
            yield row
        else:
            yield from _take(row, gathered)
    for (edition, number), one in sorted(gathered.items()):
        if not one.head:
            yield fault("project-unknown", BookPlace(file=name, line=0), found=str(number))
            continue
        yield Project.model_validate(
            {
                "book": Book.RS_SYSTEM,
                "edition": edition,
                "id": f"rs-{edition}-{number}",
                "number": str(number),
                **one.head,
                "accounts": list(one.accounts),
                "years": [{"nendo": {"year": nendo}, **money} for nendo, money in sorted(one.years.items())],
                "measures": [_measure(parts) for parts in one.measures.values()],
                "items": one.items,
            }
        )


def _take(row: RsRow, gathered: dict[tuple[int, int], _Gathered]) -> Iterator[BookFault]:
    number = row.number("予算事業ID")
    if number is None or number != int(number):
        yield fault("field-missing", row.place, "予算事業ID")
        return
    one = gathered.setdefault((row.edition, int(number)), _Gathered())
    wrong: Wrong = []
    _TAKING[row.table](row, layout_of(row.edition).table(row.table).takes, one, wrong)
    yield from (fault(code, row.place, field, found) for code, field, found in wrong)


def _head(row: RsRow, takes: Takes, one: _Gathered, wrong: Wrong) -> None:
    name = row.text(*takes["name"])
    if not name:
        wrong.append(("field-missing", takes["name"][0], ""))
        return
    if one.head:
        wrong.append(("line-repeated", "", f"{takes['id'][0]} {row.text(*takes['id'])}"))
        return
    one.head = {part: row.text(*takes[part]) for part in ("ministry", "bureau", "division", "purpose", "outline")} | {
        "name": name,
        "start": _year(row, takes["start"], wrong, row.edition + _AHEAD),
        "end": _year(row, takes["end"], wrong, None),
        "before": old_numbers(row.text(*takes["before"])),
        "place": row.place.model_copy(update={"url": row.text(*takes["url"])}),
    }


def _money(row: RsRow, takes: Takes, one: _Gathered, wrong: Wrong) -> None:
    account = row.text(*takes["account_kind"], *takes["account"], *takes["sub_account"])
    nendo = _year(row, takes["nendo"], wrong, None)
    if account:
        one.accounts[account] = None
        return
    if nendo is None:
        return
    if nendo in one.told:
        wrong.append(("year-repeated", takes["nendo"][0], str(nendo)))
        return
    one.told.add(nendo)
    money = {part: _millions(row.number(takes[part][0])) for part in _MONEY}
    if any(value is not None for value in money.values()):
        one.years.setdefault(nendo, {}).update(money)
    if (requested := _millions(row.number(takes["requested"][0]))) is not None:
        one.years.setdefault(nendo + 1, {})["requested"] = requested


def _item(row: RsRow, takes: Takes, one: _Gathered, wrong: Wrong) -> None:
    nendo = _year(row, takes["nendo"], wrong, None)
    if nendo is None or not row.text(*takes["section"], *takes["subsection"]):
        return
    texts = {part: row.text(*takes[part]) for part in ("stage", "ministry", "organisation", "section", "subsection")}
    one.items.append(
        {
            "nendo": {"year": nendo},
            "account": row.text(*takes["account_kind"], *takes["account"], *takes["sub_account"]),
            **texts,
            "amount": _millions(row.number(takes["amount"][0])),
            "requested": _millions(row.number(takes["requested"][0])),
        }
    )


def _value(row: RsRow, takes: Takes, one: _Gathered, wrong: Wrong) -> None:
    """A cell of 3-1: a measure's target, actual, or the mark at the year its target is for."""
    kind = row.text(*takes["kind"])
    if "アクティビティ" in kind or not kind:
        return
    parts = ("number", "kind", "term", "goal", "name")
    measure = one.measures.setdefault(
        tuple(row.text(*takes[part]) for part in parts),
        {
            "kind": "output" if "アウトプット" in kind else "outcome",
            "goal": row.text(*takes["goal"]),
            "name": row.text(*takes["name"]),
            "unit": row.text(*takes["unit"]),
            "final": 0,
            "actual": {},
            "target": {},
        },
    )
    said = row.text(*takes["said"])
    if row.nendo is None or "達成率" in said or not said:
        return
    if "目標年度" in said:
        measure["final"] = row.nendo
    elif "実績" in said or "目標" in said or "見込" in said:
        values = measure["actual" if "実績" in said else "target"]
        if isinstance(values, dict):
            values.setdefault(row.nendo, row.value)
    else:
        wrong.append(("value-unknown", takes["said"][0], said[:100]))


_TAKING: Final = {"1-2": _head, "2-1": _money, "2-2": _item, "3-1": _value}


def _measure(parts: Parts) -> Parts:
    """The measure with its years in order; its final target is what stands at its target year."""
    actual, target, final = parts["actual"], parts["target"], parts["final"]
    if not isinstance(actual, dict) or not isinstance(target, dict):
        return {}
    return {
        **{part: parts[part] for part in ("kind", "goal", "name", "unit")},
        "final_target": target.get(final, ""),
        "final_year": {"year": final} if final else None,
        "values": [
            {"nendo": {"year": nendo}, "actual": actual.get(nendo, ""), "target": target.get(nendo, "")}
            for nendo in sorted(actual.keys() | target.keys())
        ],
    }


def _year(row: RsRow, columns: tuple[str, ...], wrong: Wrong, last: int | None) -> int | None:
    found = row.cells.get(columns[0])
    return year(found, columns[0], wrong) if last is None else year(found, columns[0], wrong, last)


def _millions(yen: Decimal | None) -> Decimal | None:
    """Yen as 百万円, exact: 1,234,500 is 1.2345."""
    if yen is None:
        return None
    scaled = yen.scaleb(-6)
    return scaled.quantize(Decimal(1)) if scaled == scaled.to_integral_value() else scaled.normalize()


def old_numbers(printed: str) -> list[str]:
    """The ids of the review sheets that 旧事業番号 names, where it names any.

    >>> old_numbers("2023－総務－22－0148、2023ー総務ー新23ー0001")
    ['2023-総務-22-0148', '2023-総務-新23-0001']
    """
    folded = fold(printed).replace("−", "-").replace("–", "-").replace("—", "-").replace("―", "-").replace("－", "-")
    return ["-".join(match.groups()) for match in _OLD.finditer(folded)]
