"""Acts: what a person can do with a sheet beyond reading it, as links of its page."""

from monosashi.model import Noun
from monosashi.office.keeping import Actor, may, thing_of
from monosashi.office.review.editions import EditionKey
from monosashi.store.models import KeptSheet, Release, SheetKind


class Act(Noun):
    """A link: its address, the key of its words, and how many of what waits there (0: nothing to tell)."""

    address: str
    key: str
    many: int = 0


class SheetActs(Noun):
    """The links of a sheet's page for one person. ``state``: how the sheet stands, empty for who may not know;
    ``comments``: the address of its comments, empty for who may not read them; ``edition``: of what was released last."""

    acts: tuple[Act, ...]
    state: str = ""
    comments: str = ""
    edition: str = ""


#: Each verb with the page below a sheet's address on which it is done.
_ACTS = (
    ("edit", "edit/", "review.act.edit"),
    ("edit", "roll-forward/", "review.act.roll_forward"),
    ("see_review", "review/", "review.act.review"),
    ("see_review", "history/", "review.act.history"),
    ("see_review", "settled/", "review.act.settled"),
)


def acts_of(actor: Actor, slug: str) -> SheetActs:
    """What this person can do with a sheet; nothing where it is not there."""
    kept = KeptSheet.objects.select_related("ministry", "bureau", "division").filter(slug=slug).first()
    if kept is None:
        return SheetActs(acts=())
    thing, base = thing_of(kept), f"/sheets/{slug}/"
    found = [Act(address=base + at, key=key) for verb, at, key in _ACTS if may(actor, verb, thing)]
    reads = may(actor, "see", thing)
    if reads:
        found.append(Act(address=f"{base}comments/", key="review.act.comments"))
    last = Release.objects.filter(sheet=kept).order_by("-edition").first() if thing.released else None
    key = EditionKey(ministry=thing.ministry, nendo=kept.nendo, number=kept.number, kind=SheetKind(kept.kind))
    return SheetActs(
        acts=tuple(found),
        state=kept.state if may(actor, "see_review", thing) else "",
        comments=f"{base}comments/" if reads else "",
        edition=f"{key.address}v{last.edition}" if last else "",
    )
