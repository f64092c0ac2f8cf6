"""Excel: a sheet as its ministry's official form, in a workbook.

>>> from monosashi.forms import form
>>> from monosashi.model import Sheet
>>> sheet_to_excel(Sheet.model_validate({"title": "事前分析表"}), form("soumu-jizen-r3"))[:2]
b'PK'
"""

from monosashi.forms import Form
from monosashi.model import Sheet
from monosashi.publishing.excel.workbook import workbook_bytes
from monosashi.publishing.printing import laid_out

__all__ = ["sheet_to_excel"]


def sheet_to_excel(sheet: Sheet, form: Form) -> bytes:
    """The sheet printed on the blank form: one worksheet, every text verbatim and whole, the same bytes each time.

    Parts that the sheet does not have are left out. Raises ``CannotPublish`` with the path of a text that no cell can
    hold (over 32,767 characters, or a character that XML has no place for) or that the form has no place for,
    ``FormNotPrintable`` where the form does not say where things are printed.
    """
    printed = laid_out(sheet, form)
    return workbook_bytes(printed.whole, form, printed.ruler.fineness)
