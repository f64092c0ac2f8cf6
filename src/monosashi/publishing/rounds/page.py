"""The page set-up of a round's worksheets: as wide as the page (A4 for words, A3 for the wide tables), numbered."""

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_A4, _A3 = 9, 8


def set_up_page(worksheet: Worksheet, *, landscape: bool) -> None:
    """Make a worksheet ready to be printed."""
    worksheet.page_setup.orientation = "landscape" if landscape else "portrait"
    worksheet.page_setup.paperSize = _A3 if landscape else _A4
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    margins = worksheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.4, 0.7
    margins.header = margins.footer = 0.3
    footer = HeaderFooterItem()
    footer.left.text, footer.left.size = "&A", 8
    footer.right.text, footer.right.size = "&P / &N", 8
    worksheet.HeaderFooter.oddFooter = footer
