"""The steps of reading, in order: bytes -> words with places -> sheets -> parts -> what is left over."""

import hashlib

from monosashi.forms import Form, forms
from monosashi.model import Document, Reading
from monosashi.reading.document import media_type, open_paper
from monosashi.reading.errors import NoSheetFound
from monosashi.reading.kind import PLAIN_TEXT
from monosashi.reading.limits import DEFAULT_LIMITS, Limits
from monosashi.reading.paper import Paper
from monosashi.reading.plain import plain_sheets
from monosashi.reading.ruled import read_ruled, ruled_sheets


def read(
    data: bytes, name: str = "", blank: Form | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Reading, ...]:
    """The sheets of a document, 1 or more. ``blank``: the form to read by; without it, the one whose labels fit best.

    Raises ``UnreadableDocument`` where the bytes are of no kind that is read or more than ``limits`` allow,
    ``NoSheetFound`` where no form's labels stand on the paper.
    """
    kind = media_type(data, name)
    document = Document(name=name, sha256=hashlib.sha256(data).hexdigest(), media_type=kind)
    candidates = (blank,) if blank else forms()
    if kind == PLAIN_TEXT:
        readings = plain_sheets(data, candidates, document)
    else:
        readings = _paper_sheets(open_paper(data, name, kind, limits), candidates, document)
    if not readings:
        raise NoSheetFound(name)
    return readings


def _paper_sheets(paper: Paper, candidates: tuple[Form, ...], document: Document) -> tuple[Reading, ...]:
    found = [
        read_ruled(part, form, document, ordinal)
        for ordinal, (part, form) in enumerate(ruled_sheets(paper, candidates), 1)
    ]
    if found:
        first = found[0]
        found[0] = first.model_copy(update={"findings": (*paper.findings, *first.findings)})
    return tuple(found)
