"""Marks of a sheet: what every comment, proposal and decision needs before it is written."""

from monosashi.model import Sheet
from monosashi.model.path import leaves, resolve
from monosashi.office.keeping import Actor, require, thing_of
from monosashi.office.library import NotInLibrary
from monosashi.office.review.refusals import EmptyText, NoSuchValue
from monosashi.store.models import KeptSheet
from monosashi.store.versions import opened

#: No comment, proposal or reason is longer.
MOST = 8_000


def sheet_for(actor: Actor, slug: str, verb: str) -> KeptSheet:
    """The sheet, where the actor may do the verb to it. Raises ``NotInLibrary``, ``MayNot``, ``SignInFirst``."""
    kept = KeptSheet.objects.select_related("head", "ministry", "bureau", "division").filter(slug=slug).first()
    if kept is None:
        raise NotInLibrary(slug)
    require(actor, verb, thing_of(kept), NotInLibrary(slug))
    return kept


def said(text: str) -> str:
    """A text as it is kept: line ends as one, blanks around it gone. Raises ``EmptyText``."""
    words = "\n".join(text.replace("\x00", "").splitlines()).strip()
    if not words or len(words) > MOST:
        raise EmptyText(MOST)
    return words


def newest_sheet(kept: KeptSheet) -> Sheet:
    """What the newest version says."""
    return opened(kept.newest)[0]


def text_at(sheet: Sheet, path: str) -> str:
    """What is printed at a leaf. Raises ``NoSuchValue`` where there is none."""
    found = dict(leaves(sheet)).get(path)
    if found is None:
        raise NoSuchValue(path)
    return found


def assert_place(sheet: Sheet, path: str) -> None:
    """Raise ``NoSuchValue`` unless the sheet has that place; the empty path is the whole."""
    try:
        resolve(sheet, path)
    except KeyError as error:
        raise NoSuchValue(path) from error
