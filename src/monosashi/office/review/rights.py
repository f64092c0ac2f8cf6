"""Rights: what a person may do on the pages of a sheet's review, for the forms that are offered."""

from monosashi.model import Noun
from monosashi.office.keeping import Actor, may, thing_of
from monosashi.office.review.marked import sheet_for
from monosashi.store.models import Role


class Rights(Noun):
    """``inside``: whether they see the inside of the sheet (internal comments, proposals, history); ``shown``: whether
    the sheet is shown to the council."""

    inside: bool
    comment: bool
    propose: bool
    edit: bool
    settle: bool
    council: bool
    shown: bool


def rights(actor: Actor, slug: str) -> Rights:
    """What this person may do. Raises ``NotInLibrary``, ``MayNot``, ``SignInFirst`` where they may not even see it."""
    kept = sheet_for(actor, slug, "see")
    thing = thing_of(kept)
    return Rights(
        inside=may(actor, "see_review", thing),
        comment=may(actor, "comment", thing),
        propose=may(actor, "propose", thing),
        edit=may(actor, "edit", thing),
        settle=may(actor, "settle", thing),
        council=actor.role is Role.COUNCIL,
        shown=kept.shown_to_council,
    )
