"""The state's budget and its settlement (予算書・決算書) by 事項, in yen: one JSON text a fiscal year.

``{"metadata": {"fiscalYear": 2021}, "items": [...]}``; an item's place counts from 1. Initial budget, supplementary budgets
and settlement are documents of their own and are never added to one another; only the general account's settlement is
divided by 事項. The organisation of a special account is the account itself and its 勘定.

Source: 財務省 予算書・決算書データベース, by igomuni/marumie-rssystem (MIT).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from monosashi.ledgers.decoding import Wrong, amount, decode, text, year
from monosashi.ledgers.faults import fault
from monosashi.ledgers.files import BookUnreadable, Broken, book_files, whole
from monosashi.model.book import Appropriation, AppropriationStage, BookFault, BookPlace
from monosashi.model.nendo import Nendo

SUFFIXES: Final = (".json", ".json.gz", ".json.xz")

_ACCOUNTS: Final = frozenset({"general", "special", "agency"})
_SUPPLEMENTARY: Final = re.compile(r"補正予算(?:（(?:第|特第|機第)?(\d{1,2})号）)?")
_STAGES: Final = {"当初予算": AppropriationStage.INITIAL, "決算": AppropriationStage.SETTLED}
_AMOUNTS: Final = (
    ("amount", "amount"),
    ("previous", "previousAmount"),
    ("current", "currentAmount"),
    ("spent", "spent"),
    ("carried_out", "carriedOver"),
    ("unused", "unused"),
)


def appropriations(path: Path) -> Iterator[Appropriation | BookFault]:
    """The lines of a file, or of a folder's files, in their order, and what was wrong with one, before it.

    Raises ``BookUnreadable`` where a file cannot be opened.
    """
    for file in book_files(path, SUFFIXES):
        name = file.relative_to(path).as_posix() if path.is_dir() else file.name
        yield from appropriations_of_file(file, name)


def appropriations_of_file(path: Path, name: str) -> Iterator[Appropriation | BookFault]:
    """The lines of one file, under the name its places are to give."""
    start = BookPlace(file=name, line=0)
    try:
        with path.open("rb") as file:
            document = decode(whole(file))
    except OSError as error:
        raise BookUnreadable(name) from error
    except Broken as broken:
        yield fault(broken.code, start, found=broken.found)
        return
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        yield fault("field-missing", start, "items")
        return
    head = document.get("metadata")
    wrong: Wrong = []
    known = year(head.get("fiscalYear"), "fiscalYear", wrong) if isinstance(head, dict) else None
    yield from (fault(code, start, field, found) for code, field, found in wrong)
    if known is None:
        yield fault("field-missing", start, "fiscalYear")
        return
    nendo = Nendo(year=known)
    for number, item in enumerate(document["items"], 1):
        yield from _of_item(item, nendo, BookPlace(file=name, line=number))


def _of_item(item: object, nendo: Nendo, place: BookPlace) -> Iterator[Appropriation | BookFault]:
    wrong: Wrong = []
    try:
        line = _appropriation(item, nendo, place, wrong)
    except Broken as broken:
        yield fault(broken.code, place, *broken.found.split("=", 1))
        return
    for code, field, found in wrong:
        yield fault(code, place, field, found)
    yield line


def _appropriation(item: object, nendo: Nendo, place: BookPlace, wrong: Wrong) -> Appropriation:
    """The item's line. Raises ``Broken`` where it has no 項 or is of no known account or document."""
    if not isinstance(item, dict):
        raise Broken("not-json")

    def said(field: str) -> str:
        return text(item.get(field), field, wrong)

    stage, turn = _stage(said("budgetType"))
    if said("accountType") not in _ACCOUNTS:
        raise Broken("value-unknown", f"accountType={said('accountType')}")
    if not said("sectionName"):
        raise Broken("field-missing", "sectionName")
    money = {name: amount(item[field], field, wrong) for name, field in _AMOUNTS if item.get(field) is not None}
    return Appropriation.model_validate(
        {
            "nendo": nendo,
            "stage": stage,
            "round": turn,
            "account": said("accountType"),
            "ministry": said("ministry") or said("agency"),
            "organisation": said("organization")
            or "　".join(filter(None, (said("specialAccount") or said("agency"), said("subAccount")))),
            "section_code": said("sectionCode"),
            "section": said("sectionName"),
            "item": said("name"),
            **money,
            "place": BookPlace(file=place.file, line=place.line, url=said("sourceUrl")),
        }
    )


def _stage(printed: str) -> tuple[AppropriationStage, int]:
    """Which document, and of a supplementary budget its number; without one it is the first."""
    if printed in _STAGES:
        return _STAGES[printed], 0
    match = _SUPPLEMENTARY.fullmatch(printed)
    if match is None:
        raise Broken("value-unknown", f"budgetType={printed}")
    return AppropriationStage.SUPPLEMENTARY, int(match[1] or 1)
