"""The workbook of a register: how to fill it in, the records, empty rows for new ones, and, out of sight, what is whose.

Each row bears its record's id in a hidden column, with a check; the hidden worksheet keeps, for each record and column,
the digest of what the cell said when the workbook was made, so that what was left alone is told from what was typed, cell
by cell.
"""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from monosashi.model import RegisterPaper
from monosashi.model.asked import FAULTS_WORKSHEET, GUIDE_WORKSHEET, HIDDEN_WORKSHEET
from monosashi.model.register_paper import REGISTER_LAYOUT, text_digest
from monosashi.publishing.registers.guide import write_guide
from monosashi.publishing.registers.table import FIRST, write_table
from monosashi.publishing.rounds.looks import write
from monosashi.publishing.rounds.workbook import settled, worksheet_name


def register_workbook(paper: RegisterPaper) -> bytes:
    """The file, the same bytes for the same paper. Raises ``CannotPublish`` where a cell cannot hold its text."""
    workbook = Workbook()
    write_guide(workbook.worksheets[0], paper)
    title = worksheet_name(paper.name, {GUIDE_WORKSHEET, HIDDEN_WORKSHEET, FAULTS_WORKSHEET})
    worksheet = workbook.create_sheet(title)
    long_lists = _write_hidden(workbook, paper)
    write_table(worksheet, paper, long_lists)
    workbook.active = 1
    for one in workbook.worksheets:
        one.sheet_view.tabSelected = one is worksheet
    workbook.properties.creator = "monosashi"
    workbook.properties.title = paper.name
    out = BytesIO()
    workbook.save(out)
    last = FIRST + len(paper.records) + paper.blank_rows
    return settled(out.getvalue(), f"A1:{get_column_letter(len(paper.columns) + 1)}{last}")


def _write_hidden(workbook: Workbook, paper: RegisterPaper) -> dict[str, str]:
    """The hidden worksheet: whose the workbook is, the digests, and the lists of choices; where each list stands."""
    worksheet = workbook.create_sheet(HIDDEN_WORKSHEET)
    lines = [
        ("layout", REGISTER_LAYOUT),
        ("register", paper.register_code),
        ("key", paper.key),
        ("whose", paper.whose),
    ]
    for record in paper.records:
        digests = (f"{one.code}={text_digest(record.texts.get(one.code, ''))}" for one in paper.columns)
        lines.append((f"record:{record.id}", " ".join(digests)))
    for row, texts in enumerate(lines, 1):
        for column, text in enumerate(texts, 1):
            write(worksheet.cell(row, column), text)
    places = {}
    for column, one in enumerate((one for one in paper.columns if one.choices), 4):
        letter = get_column_letter(column)
        for row, choice in enumerate(one.choices, 1):
            write(worksheet.cell(row, column), choice)
        places[one.code] = f"{HIDDEN_WORKSHEET}!${letter}$1:${letter}${len(one.choices)}"
    worksheet.sheet_state = "veryHidden"
    worksheet.protection.sheet = True
    return places
