"""A round over the small world: the figures of 令和4年度 asked of both bureaus of 総務省."""

import datetime as dt
from io import BytesIO

from openpyxl import load_workbook

from monosashi.office.collecting import AskLine, RoundOrder, asks_for, candidates, open_round, workbook_of
from tests.world import World

NENDO = 2022
DEADLINE = dt.date(2099, 6, 30)


def opened_round(world: World, *, deadline: dt.date = DEADLINE, nendo: int = NENDO) -> int:
    """Everything that has a place for the year, asked of whose it is."""
    office = world.actor("office")
    chosen = [(sheet.slug, one.identity) for sheet in candidates(office, nendo) for one in sheet.measures]
    order = RoundOrder(
        name="令和４年度実績の照会", nendo=nendo, deadline=deadline, note="よろしく", measures=tuple(chosen)
    )
    return open_round(office, order)


def lines(world: World, round_id: int, username: str = "office") -> dict[str, AskLine]:
    """The lines that someone sees, by sheet (each sheet of the world has one that is asked)."""
    return {line.slug: line for line in asks_for(world.actor(username), round_id)}


def filled(world: World, round_id: int, username: str, address: str, cells: dict[str, str]) -> bytes:
    """The workbook of an organisation with cells filled in: ``{"総務省R4－2!L6": "12"}`` by worksheet and cell."""
    _, data = workbook_of(world.actor(username), round_id, address)
    workbook = load_workbook(BytesIO(data))
    for place, text in cells.items():
        worksheet, cell = place.split("!")
        workbook[worksheet][cell] = text
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()
