"""Word files -> paper: the tables and paragraphs of a .docx in the order of the document."""

from monosashi.reading.word.document import read_word

__all__ = ["read_word"]
