"""Proof of the printed form: whether a version can be printed on its form and says the same when it is read back.

Printing and reading take about a second, so that what was found is remembered by the version's sha256.
"""

from functools import lru_cache

from monosashi.model import Message, Noun
from monosashi.model.error import MonosashiError
from monosashi.office.verbs import publish_sheet
from monosashi.store.models import Version
from monosashi.store.versions import opened

#: A form that says how sheets are read and not how they are printed: nothing an office could put right.
_NO_LAYOUT = "form-not-printable"


class Proof(Noun):
    """What stands in the way of printing: its code, path and sentence."""

    code: str
    path: str
    message: Message

    @property
    def form_alone(self) -> bool:
        """Whether it is the form's doing, whatever the sheet says."""
        return self.code == _NO_LAYOUT


def proof_of(version: Version) -> Proof | None:
    """What stands in the way of printing a version on its form; None where nothing does."""
    return _proof((version.pk, version.sha256), _Content(version))


class _Content:
    """A version to be printed; equal to every other, so that the cache looks at the key alone."""

    def __init__(self, version: Version) -> None:
        self.version = version

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Content)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=256)
def _proof(key: tuple[int, str], content: _Content) -> Proof | None:
    try:
        publish_sheet(opened(content.version)[0], "excel")
    except MonosashiError as error:
        return Proof(code=error.code, path=str(getattr(error, "path", "")), message=error.message)
    return None
