"""Programmes told line by line: 達成手段1 | name, 達成手段の概要 | ..., 関連する指標 | ..., one label and one text a row."""

import re
from collections.abc import Callable, Iterator

from monosashi.forms import Form, label_key
from monosashi.model import MoneyCell, Nendo, Number, PrintedNendo, Programme, ProgrammeName, Related
from monosashi.model.budget import printed_unit
from monosashi.model.folding import fold
from monosashi.model.nendo import YEAR, parse_nendo
from monosashi.reading.bands import LEADING_NUMBER
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.programmes import start_year

_NUMBERED = re.compile(r"(?P<words>.*\D)\s*[(（]?(?P<number>[0-9０-９]{1,3}|[①-⑳])[)）]?\s*", re.S)


def list_rows(grid: Grid, form: Form) -> list[int]:
    """The rows in which a programme of a list begins."""
    roles = _roles(form)
    return [label.top for label, _ in _pairs(grid) if _names_one(label, roles)]


def read_programme_list(
    grid: Grid, form: Form, taken: Callable[[GridCell], bool], like: Nendo | None, claims: Claims
) -> tuple[Programme, ...]:
    """The programmes that stand in lists, in printed order. ``taken``: whether a cell stands in a table."""
    roles = _roles(form)
    groups: list[list[tuple[str, GridCell, GridCell]]] = []
    last = 0
    for label, value in _pairs(grid):
        if taken(label):
            continue
        if _names_one(label, roles):
            groups.append([("programme", label, value)])
        elif groups and label.top == last + 1 and (role := roles.get(label_key(label.text), "")):
            groups[-1].append((role, label, value))
        else:
            continue
        last = max(label.bottom, value.bottom)
    return tuple(_programme(group, f"/programmes/{n}", like, claims) for n, group in enumerate(groups))


def _roles(form: Form) -> dict[str, str]:
    columns = form.table("programmes").columns if form.has("programmes") else ()
    return {key: column.role for column in columns for key in column.keys}


def _names_one(label: GridCell, roles: dict[str, str]) -> bool:
    """Whether a label names one programme of several: 達成手段1."""
    match = _NUMBERED.fullmatch(label.text)
    return bool(match) and roles.get(label_key(match["words"] if match else "")) == "programme"


def _pairs(grid: Grid) -> Iterator[tuple[GridCell, GridCell]]:
    """Rows of two cells, a label and its text."""
    for cell in grid.cells:
        row = list(grid.in_rows(cell.top, cell.bottom))
        if len(row) == 2 and row[0] is cell:
            yield row[0], row[1]


def _programme(group: list[tuple[str, GridCell, GridCell]], path: str, like: Nendo | None, claims: Claims) -> Programme:
    texts: dict[str, str] = {}
    money: list[MoneyCell] = []
    for role, label, value in group:
        at = {"programme": "name", "start": "started"}.get(role, role)
        if role in ("money", "executed"):
            claims.take(f"{path}/money/{len(money)}", [value])
            claims.take(f"{path}/money/{len(money)}/year", [label])
            money.append(_money(label, value, like))
        elif at not in texts:
            texts[at] = value.text
            claims.take(f"{path}/{at}", [value])
        claims.furnish([label])
    claims.take(f"{path}/number", [group[0][1]])
    match = _NUMBERED.fullmatch(group[0][1].text)
    lead = LEADING_NUMBER.fullmatch(texts["name"])
    return Programme(
        number=Number.model_validate(match["number"] if match else ""),
        name=ProgrammeName.model_validate(lead["rest"] if lead else texts["name"]),
        started=PrintedNendo(text=texts.get("started", ""), nendo=start_year(texts.get("started", ""), like)),
        money=tuple(money),
        related=Related.model_validate(texts.get("related", "")),
        outline=texts.get("outline", ""),
        review_number=texts.get("review_number", ""),
    )


def _money(label: GridCell, value: GridCell, like: Nendo | None) -> MoneyCell:
    match = re.search(YEAR, re.sub(r"\s", "", fold(label.text)))
    year = PrintedNendo(text=label.text, nendo=parse_nendo(match.group(), like) if match else None)
    return MoneyCell.read(value.text, year, printed_unit(label.text))
