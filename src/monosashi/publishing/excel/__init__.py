"""Excel: a sheet as its ministry's official form, in a workbook.

>>> from monosashi.forms import form
>>> from monosashi.model import Sheet
>>> sheet_to_excel(Sheet.model_validate({"title": "事前分析表"}), form("soumu-jizen-r3"))[:2]
b'PK'
"""

from math import ceil

from monosashi.forms import Form
from monosashi.model import Sheet
from monosashi.publishing.excel.box import Ruler, stacked
from monosashi.publishing.excel.cabinet import cabinet_block, notes_block
from monosashi.publishing.excel.dropped import refuse_dropped
from monosashi.publishing.excel.goals import goals_block, year_columns
from monosashi.publishing.excel.head import head_block, title_block
from monosashi.publishing.excel.programmes import money_columns, programmes_block
from monosashi.publishing.excel.workbook import workbook_bytes
from monosashi.publishing.refusal import FormNotPrintable

__all__ = ["sheet_to_excel"]


def sheet_to_excel(sheet: Sheet, form: Form) -> bytes:
    """The sheet printed on the blank form: one worksheet, every text verbatim and whole, the same bytes each time.

    Parts that the sheet does not have are left out. Raises ``CannotPublish`` with the path of a text that no cell can
    hold (over 32,767 characters, or a character that XML has no place for) or that the form has no place for,
    ``FormNotPrintable`` where the form does not say where things are printed.
    """
    if not form.printable:
        raise FormNotPrintable(form)
    ruler = Ruler(_fineness(sheet, form))
    parts = [
        title_block(sheet, form, ruler).over(head_block(sheet, form, ruler)),
        goals_block(sheet, form, ruler),
        programmes_block(sheet, form, ruler),
        cabinet_block(sheet, form, ruler),
        notes_block(sheet, form, ruler),
    ]
    whole = stacked(parts)
    refuse_dropped(sheet, form, whole)
    return workbook_bytes(whole, form, ruler.fineness)


def _fineness(sheet: Sheet, form: Form) -> int:
    """Into how many each column of the grid is cut, so that every year has a column of its own."""
    return max(
        _needed(len(year_columns(sheet)), form, "indicators", "yearly_target"),
        _needed(len(money_columns(sheet)), form, "programmes", "money"),
    )


def _needed(years: int, form: Form, part: str, role: str) -> int:
    left, right = form.table(part).column(role).columns
    return max(1, ceil(years / (right - left + 1)))
