"""Web pages -> paper: the tables and texts of an HTML file in the order of the page."""

from monosashi.reading.html.document import read_html

__all__ = ["read_html"]
