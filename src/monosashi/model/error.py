"""What cannot be done at all: the one base of every error a user may see.

What is wrong with a *sheet* is a Finding and never raises. An error is for a file that cannot be read, a thing that is
not there, or a text that no workbook can hold. Each says what happened, what was kept, and what to do next, under a
code that stays.
"""

from monosashi.model.message import Message


class MonosashiError(Exception):
    """An error with a stable code and a sentence in both languages."""

    def __init__(self, code: str, ja: str, en: str) -> None:
        super().__init__(f"{code}: {ja} / {en}")
        self.code = code
        self.message = Message(ja=ja, en=en)
