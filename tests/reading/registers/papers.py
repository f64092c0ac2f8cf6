"""Registers' workbooks for tests, and hands that edit them as an officer's would."""

from collections.abc import Callable
from io import BytesIO

from openpyxl import Workbook, load_workbook

from monosashi.model import PaperColumn, PaperRecord, RegisterPaper
from monosashi.publishing.registers import register_workbook

#: The worksheet of records, the row of the first, and the letter of each column.
TABLE, ROW = "協議の台帳", 6
COLUMNS = (
    PaperColumn(code="id", name="番号", prompt="取り込むときに付きます。", told=True),
    PaperColumn(code="state", name="状態", choices=("登録", "下書き", "取消し")),
    PaperColumn(code="title", name="件名", prompt="協議の名前", required=True, wide=True),
    PaperColumn(code="held_on", name="開催日", required=True),
    PaperColumn(code="amount", name="額（百万円）"),
    PaperColumn(code="note", name="補足", wide=True),
    PaperColumn(code="office", name="担当", told=True),
)
LETTER = {column.code: "BCDEFGH"[n] for n, column in enumerate(COLUMNS)}
INPUTS = tuple(column.code for column in COLUMNS if not column.told)

Hand = Callable[[Workbook], object]


def record(n: int, **texts: str) -> PaperRecord:
    """A record as the workbook shows it."""
    own = {"id": f"K-{n}", "state": "登録", "title": f"第{n}回協議", "held_on": "令和3年6月18日", "office": "国際課"}
    return PaperRecord(id=f"K-{n}", texts={**own, **texts})


def paper(count: int = 3, blank_rows: int = 4, **texts: str) -> RegisterPaper:
    """A register with so many records, the first with these texts."""
    return RegisterPaper(
        key="0123456789abcdef",
        register_code="consultations",
        name=TABLE,
        counted="一つの協議",
        whose="soumu-kokusai",
        whose_name="国際局",
        made_on="令和3年8月1日",
        columns=COLUMNS,
        records=tuple(record(n, **(texts if n == 1 else {})) for n in range(1, count + 1)),
        blank_rows=blank_rows,
    )


def by_hand(made: RegisterPaper, edit: Hand) -> bytes:
    """The workbook after a hand went over it."""
    workbook = load_workbook(BytesIO(register_workbook(made)))
    edit(workbook)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def put(cells: dict[str, str | None]) -> Hand:
    """A hand that writes into cells of the table."""

    def edit(workbook: Workbook) -> None:
        for name, value in cells.items():
            workbook[TABLE][name] = value

    return edit
