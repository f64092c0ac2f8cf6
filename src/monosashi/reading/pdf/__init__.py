"""PDF -> paper: a reader of ruled forms on what a page really draws.

>>> from monosashi.reading.pdf import read_pdf
"""

from monosashi.reading.pdf.reader import pdf_to_stages, read_pdf

__all__ = ["pdf_to_stages", "read_pdf"]
