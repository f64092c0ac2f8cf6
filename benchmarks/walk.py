"""The walk: workbook -> cells against bare calamine, workbook -> sheet, audit of one sheet and of a thousand."""

from collections.abc import Iterator
from io import BytesIO

from python_calamine import CalamineWorkbook

from benchmarks.clock import Measured, measure
from monosashi.auditing import audit
from monosashi.office import publish_sheet, read
from monosashi.office.samples import sample_sheets
from monosashi.reading.excel import read_workbook


def rows() -> Iterator[tuple[str, Measured, float]]:
    """Each measured step with its ratio to bare calamine on the same workbook."""
    sheet = sample_sheets()[0]
    data = publish_sheet(sheet, "excel")
    floor = measure(lambda: _bare(data))
    yield "bare calamine: values and merges", floor, 1.0
    for name, step in (
        ("workbook -> cells", measure(lambda: read_workbook(data))),
        ("workbook -> sheet", measure(lambda: read(data, "sample.xlsx"))),
        ("sheet -> workbook", measure(lambda: publish_sheet(sheet, "excel"))),
        ("audit of 1 sheet", measure(lambda: audit(sheet))),
        ("audit of 1,000 sheets", measure(lambda: _audit(1000), runs=2)),
    ):
        yield name, step, step.seconds / floor.seconds


def _bare(data: bytes) -> object:
    page = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0)
    return page.to_python(skip_empty_area=False), page.merged_cell_ranges


def _audit(count: int) -> int:
    sheets = sample_sheets()
    return sum(len(audit(sheets[n % len(sheets)])) for n in range(count))
