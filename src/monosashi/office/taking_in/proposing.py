"""Proposing: what an acceptance would be, from what the sheet says: whose, which year and number, which kind, what it
continues, which policy of the framework, and whether there is a sheet of that year already."""

from collections.abc import Sequence

from monosashi.model import Nendo, Noun, Sheet, StatementRole
from monosashi.model.folding import key
from monosashi.model.mark import plain_number
from monosashi.model.measuring.likeness import likeness
from monosashi.model.path import leaves
from monosashi.office.keeping import Actor, may
from monosashi.office.keeping.saving import changes
from monosashi.office.keeping.who_may import thing_of_organisation
from monosashi.office.pages import Language
from monosashi.office.slug import slug_of
from monosashi.office.taking_in.candidates import Candidate, candidates, proposed, visible_sheet
from monosashi.office.taking_in.doors import OPEN, intake_of
from monosashi.office.taking_in.opened import opened_intake
from monosashi.office.taking_in.refusals import NotInThatState
from monosashi.publishing.html import Words, where, words
from monosashi.store.models import Intake, KeptSheet, Organisation, PolicyNode, SheetKind
from monosashi.store.versions import opened as opened_version

#: The fiscal years that a sheet may be of.
YEARS = range(1900, 2200)
#: Names of policies so alike are taken for one.
_ONE_POLICY = 0.8
#: The addresses of an evaluation's sheets end so; the plan of the same year and number has the plain one.
_EVALUATION = "-hyoka"


class Asked(Noun):
    """What a person says of the sheet to be made. Nothing where the page has not been answered. ``earlier``: the sheet it
    continues (empty: none); ``rest``: accept although items are left; ``started_from``: the version of the sheet there
    is that this becomes the next of."""

    organisation: str = ""
    nendo: int | None = None
    number: str = ""
    kind: SheetKind = SheetKind.PLAN
    earlier: str = ""
    policy: int | None = None
    rest: bool = False
    started_from: int | None = None
    reason_code: str = "accepted"
    reason: str = ""


class Choice(Noun):
    """Something to choose: its value, what it is called, how deep it stands."""

    value: str
    name: str
    depth: int = 0


class FieldChange(Noun):
    """A field that the sheet there is says otherwise: its path and name."""

    at: str
    name: str
    was: str
    now: str

    @property
    def label(self) -> bool:
        """Whether it is but a printed label."""
        return self.at.startswith("/labels/")


class Existing(Noun):
    """The sheet of that year and number that there is: the version it is at, and what would change."""

    slug: str
    version: int
    changes: tuple[FieldChange, ...]


class Proposal(Noun):
    """What may be chosen, and what is proposed. ``taken``: there is such a sheet and the actor may not see it. ``left``:
    items not checked. ``printed_ministry``: the one the sheet names, where it is another."""

    asked: Asked
    slug: str
    organisations: tuple[Choice, ...]
    policies: tuple[Choice, ...]
    candidates: tuple[Candidate, ...]
    existing: Existing | None
    taken: bool = False
    left: int = 0
    printed_ministry: str = ""


def proposal_of(actor: Actor, number: int, language: Language, asked: Asked | None = None) -> Proposal:
    """What accepting an intake would be. ``asked``: what the person has chosen so far. Raises ``NotInThatState`` for one
    that is not being worked on, ``MayNot`` and ``NoSuchIntake``."""
    intake = intake_of(actor, number, "accept")
    if intake.state != OPEN:
        raise NotInThatState(intake.name)
    opened, choices = opened_intake(intake), organisations(actor, intake)
    sheet, said = opened.sheet, _sane(asked) if asked else _from_sheet(opened.sheet)
    near = candidates(actor, intake.ministry, sheet, said.nendo, said.number, said.kind.value)
    nodes = policies(intake.ministry, said.nendo)
    if asked is None:
        said = _proposed(said, (actor, intake), sheet, near, choices)
    there = same_sheet(intake.ministry, said)
    seen = there and visible_sheet(actor, intake.ministry, there.slug)
    return Proposal(
        asked=said,
        slug=seen.slug if seen else slug_for(intake, said),
        organisations=tuple(_choice(one) for one in choices),
        policies=tuple(Choice(value=str(node.pk), name=f"{node.number} {node.name}") for node in nodes),
        candidates=near,
        existing=_existing(seen, sheet, words(language)) if seen else None,
        taken=bool(there and not seen),
        left=len(opened.left(intake.done)),
        printed_ministry=_other_ministry(sheet, intake.ministry),
    )


def _proposed(
    said: Asked,
    whose: tuple[Actor, Intake],
    sheet: Sheet,
    near: Sequence[Candidate],
    choices: Sequence[Organisation],
) -> Asked:
    """What the sheet says, with what it most likely continues, whose it is and which policy it is of."""
    actor, intake = whose
    earlier = visible_sheet(actor, intake.ministry, proposed(near))
    there = same_sheet(intake.ministry, said)
    nodes = policies(intake.ministry, said.nendo)
    return said.model_copy(
        update={
            "earlier": earlier.slug if earlier else "",
            "organisation": _whose(sheet, choices, there or earlier, intake),
            "policy": _policy(nodes, sheet, said.number, there or earlier),
        }
    )


def _other_ministry(sheet: Sheet, ministry: Organisation) -> str:
    """The ministry that the sheet's number names, where it is another than this one."""
    printed = sheet.identifier.ministry
    return printed if printed and key(printed) != key(ministry.name) else ""


def _sane(asked: Asked) -> Asked:
    """What was asked, a year that is none left out."""
    return asked if asked.nendo in YEARS else asked.model_copy(update={"nendo": None})


def organisations(actor: Actor, intake: Intake) -> tuple[Organisation, ...]:
    """Whose the sheet may be said to be, a ministry before its bureaus before their divisions."""
    rows = Organisation.objects.filter(closed=False).select_related("parent__parent").order_by("address")
    own = [row for row in rows if may(actor, "accept", thing_of_organisation(row))]
    inside = [row for row in own if thing_of_organisation(row).ministry == intake.ministry.address]
    return tuple(sorted(inside, key=_branch))


def same_sheet(ministry: Organisation, said: Asked) -> KeptSheet | None:
    """The ministry's sheet of that year, number and kind."""
    if said.nendo is None:
        return None
    return KeptSheet.objects.filter(
        ministry=ministry, nendo=said.nendo, number=said.number.strip(), kind=said.kind
    ).first()


def slug_for(intake: Intake, said: Asked) -> str:
    """The name in addresses of the sheet to be made."""
    nendo = said.nendo if said.nendo in YEARS else None
    own = slug_of(intake.ministry.address, Nendo(year=nendo), said.number) if nendo else ""
    plain = own or f"sheet-{(intake.document_id or '')[:12]}-{intake.ordinal}"
    return plain + (_EVALUATION if said.kind is SheetKind.EVALUATION else "")


def _from_sheet(sheet: Sheet) -> Asked:
    nendo = sheet.title.nendo or sheet.identifier.nendo
    number = sheet.identifier.number
    told = sheet.evaluation
    evaluated = any(told_of.text.strip() for _, told_of in told)
    return Asked(
        nendo=nendo.year if nendo else None,
        number=plain_number(number) if number else "",
        kind=SheetKind.EVALUATION if evaluated else SheetKind.PLAN,
    )


def _whose(sheet: Sheet, choices: Sequence[Organisation], earlier: KeptSheet | None, intake: Intake) -> str:
    """The lowest organisation that the sheet names; else whose the earlier sheet is; else whose the intake is."""
    printed = key(sheet.policy.text(StatementRole.OFFICE))
    named = [one for one in choices if key(one.name) in printed] if printed else []
    deepest = max(named, key=lambda one: (len(_branch(one)), len(one.name)), default=None)
    allowed = {one.address for one in choices}
    for one in (deepest, earlier and earlier.answerable, intake.bureau, intake.ministry):
        if one and one.address in allowed:
            return one.address
    return ""


def _branch(organisation: Organisation) -> tuple[str, ...]:
    """The addresses from the ministry down."""
    above = _branch(organisation.parent) if organisation.parent else ()
    return (*above, organisation.address)


def _choice(one: Organisation) -> Choice:
    return Choice(value=one.address, name=one.name, depth=len(_branch(one)) - 1)


def policies(ministry: Organisation, nendo: int | None) -> tuple[PolicyNode, ...]:
    """The policies of the ministry's framework that are in force in a year."""
    rows = PolicyNode.objects.filter(period__ministry=ministry)
    inside = rows.filter(period__first__lte=nendo, period__last__gte=nendo) if nendo else rows
    return tuple(inside.order_by("period__first", "number", "id"))


def _policy(nodes: Sequence[PolicyNode], sheet: Sheet, number: str, earlier: KeptSheet | None) -> int | None:
    """The policy that the earlier sheet was of, else the one of that number and a name like it, else of such a name."""
    if earlier and earlier.policy_id in {node.pk for node in nodes}:
        return earlier.policy_id
    alike = [node for node in nodes if likeness(node.name, sheet.policy.name) >= _ONE_POLICY]
    same = [node for node in nodes if number and key(node.number) == key(number)]
    best = [node for node in same if node in alike] or alike or same
    return best[0].pk if best else None


def _existing(kept: KeptSheet, sheet: Sheet, spoken: Words) -> Existing:
    before = opened_version(kept.newest)[0]
    texts = dict(leaves(sheet))
    found = (
        FieldChange(name=where(sheet if one["at"] in texts else before, one["at"], spoken), **one)
        for one in changes(before, sheet)
    )
    return Existing(slug=kept.slug, version=kept.newest.number, changes=tuple(found))
