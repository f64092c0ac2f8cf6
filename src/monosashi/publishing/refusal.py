"""What publishing refuses to do: a sheet that a kind of file cannot hold whole is not published in part.

Codes: ``cell-too-long`` (a text longer than a workbook's cell), ``cell-character`` (a character no workbook may hold).
"""

from monosashi.model.error import MonosashiError


class CannotPublish(MonosashiError):
    """A sheet cannot be published as asked: nothing was written. ``path`` is the leaf that stands in the way."""

    def __init__(self, code: str, path: str, ja: str, en: str) -> None:
        super().__init__(code, f"{path}：{ja}", f"{path}: {en}")
        self.path = path
