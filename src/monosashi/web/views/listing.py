"""The list of sheets: searched by name, sorted by any column, both by the address alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monosashi.model.folding import key
from monosashi.office.sheet_records import SheetRecord, sheets_csv, sheets_json
from monosashi.web.asking import library_of
from monosashi.web.views.download import CSV, JSON, shown

#: What each column sorts by. What a sheet does not say comes last.
_BY: dict[str, Callable[[SheetRecord], tuple[bool, str | float]]] = {
    "identifier": lambda sheet: (not sheet.identifier, key(sheet.identifier)),
    "name": lambda sheet: (not sheet.name, key(sheet.name)),
    "ministry": lambda sheet: (not sheet.ministry, sheet.ministry),
    "year": lambda sheet: (sheet.nendo is None, sheet.nendo or 0),
    "findings": lambda sheet: (False, sheet.errors * 10**8 + sheet.warnings * 10**4 + sheet.notes),
    "completeness": lambda sheet: (False, sheet.completeness),
    "coverage": lambda sheet: (False, sheet.coverage),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head: its key, how it is sorted now (ascending, descending, none), and where a click leads."""

    key: str
    sorted: str
    address: str


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The list, with what to do where it is empty."""
    library = library_of(request)
    kept = library.records()
    context = {
        "records": _asked_for(request, kept),
        "kept": len(kept),
        "broken": library.broken(),
        "columns": _columns(request),
        "asked": request.GET.get("q", ""),
        "sort": request.GET.get("sort", ""),
        "query": request.GET.urlencode(),
    }
    return render(request, "list.html", context)


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """The same list as JSON."""
    return shown(sheets_json(_records(request)), JSON)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The same list as CSV."""
    return shown(sheets_csv(_records(request)), CSV)


def _records(request: HttpRequest) -> Sequence[SheetRecord]:
    return _asked_for(request, library_of(request).records())


def _asked_for(request: HttpRequest, kept: Sequence[SheetRecord]) -> Sequence[SheetRecord]:
    """The sheets whose name, identifier or ministry holds every word asked for, in the order asked for."""
    words = [key(word) for word in request.GET.get("q", "").split()]
    found = [record for record in kept if not words or _holds(record, words)]
    by, down = _order(request)
    return sorted(found, key=_BY[by], reverse=down) if by else found


def _holds(record: SheetRecord, words: Sequence[str]) -> bool:
    text = key(f"{record.identifier} {record.name} {record.ministry} {record.slug}")
    return all(word in text for word in words)


def _order(request: HttpRequest) -> tuple[str, bool]:
    """The column and whether downwards; an unknown column leaves the order as it is kept."""
    asked = request.GET.get("sort", "")
    by = asked.removeprefix("-")
    return (by, asked.startswith("-")) if by in _BY else ("", False)


def _columns(request: HttpRequest) -> tuple[Column, ...]:
    by, down = _order(request)
    found = []
    for column in _BY:
        query = request.GET.copy()
        query["sort"] = f"-{column}" if column == by and not down else column
        now = ("descending" if down else "ascending") if column == by else "none"
        found.append(Column(column, now, f"?{query.urlencode()}"))
    return tuple(found)
