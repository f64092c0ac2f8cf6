"""Workbooks of rounds for tests: one that is asked, and hands that edit it as an officer's would."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO

from openpyxl import Workbook, load_workbook

from monosashi.model import AskedMeasure, AskedSheet, Kind, PastValue, Reply, RoundPaper, State
from monosashi.model.asked import COLUMNS
from monosashi.publishing.rounds import round_workbook

#: The worksheet of the first policy, the row of its first line, and the column of each role.
FIRST, ROW = "総務省R4－2", 6
LETTER = {role: chr(ord("A") + n) for n, role in enumerate(COLUMNS)}

Hand = Callable[[Workbook], object]


def measure(ask: int, reply: Reply | None = None, **given: str) -> AskedMeasure:
    """A measure that is asked for."""
    return AskedMeasure(
        ask=ask,
        number="①",
        name=given.get("name", f"工事の件数{ask}"),
        kind=Kind.OUTPUT,
        unit="件",
        definition=given.get("definition", "港の様子が分かるため。"),
        baseline="1,240件",
        baseline_year="令和２年度",
        target="1,300件程度",
        target_year="令和５年度",
        past=(PastValue(year="令和３年度", nendo=2021, text="1,250件"),),
        reply=reply or Reply(),
    )


def paper(*counts: int, reply: Reply | None = None) -> RoundPaper:
    """A round with so many measures a sheet; the first line has that reply already."""
    sheets, ask = [], 0
    for n, count in enumerate(counts or (3, 2), 2):
        measures = []
        for _ in range(count):
            ask += 1
            measures.append(measure(ask, reply if ask == 1 else None))
        sheets.append(
            AskedSheet(slug=f"soumu-R4-{n}", identifier=f"総務省R4－{n}", name="港の整備", measures=tuple(measures))
        )
    return RoundPaper(
        key="0123456789abcdef0123456789abcdef",
        name="令和４年度実績の照会",
        nendo=2022,
        deadline=dt.date(2023, 6, 30),
        whose="soumu-kokusai",
        whose_name="国際局",
        sheets=tuple(sheets),
    )


def by_hand(asked: RoundPaper, edit: Hand) -> bytes:
    """The workbook after a hand went over it."""
    workbook = load_workbook(BytesIO(round_workbook(asked)))
    edit(workbook)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def put(cells: dict[str, str | None]) -> Hand:
    """A hand that writes into cells of the first policy's first line, by role."""

    def edit(workbook: Workbook) -> None:
        for role, value in cells.items():
            workbook[FIRST][f"{LETTER[role]}{ROW}"] = value

    return edit


REPORTED = Reply(state=State.REPORTED, text="12")
