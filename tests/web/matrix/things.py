"""Things of every owner, to ask about: for each target a sheet and what hangs on it.

Seen from 国際局 of 総務省: *own* is the division's own draft, *shown* a draft of the bureau's other division that the
council was shown, *bureau* another bureau's draft, *ministry* another ministry's; *released* is another bureau's sheet
that is out and is being mended, *elsewhere* the same in another ministry. What is out of a mended sheet is its first
edition: its draft, with the canary, is not.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from monosashi.model import Book, BookPlace, Project, Sheet
from monosashi.model.asked import ReturnedPaper
from monosashi.office.collecting.rounds import RoundOrder, candidates, open_round
from monosashi.office.framework.periods import make_period
from monosashi.office.framework.policies import PolicyEntry, make_field, make_policy
from monosashi.office.keeping import Whose, begin, clock, save
from monosashi.office.keeping.projecting import project
from monosashi.office.ledgers.lines_kept import keep_projects, project_row
from monosashi.office.people.tokens import make_token
from monosashi.office.recording.entering import Entry, add
from monosashi.office.recording.sent import Sent
from monosashi.office.review.comments import comment
from monosashi.store.documents import keep_document
from monosashi.store.models import (
    Ask,
    Intake,
    KeptSheet,
    LedgerSource,
    OrganisationKind,
    RecordUpload,
    Release,
    RoundUpload,
    Token,
)
from monosashi.store.versions import opened
from tests.web.matrix.routes import Route
from tests.world import World, canary, sheet_of

#: Each target with its sheet.
TARGETS = {
    "own": "soumu-R4-2",
    "shown": "soumu-R4-3",
    "bureau": "soumu-R4-5",
    "ministry": "env-R4-1",
    "released": "soumu-R4-7",
    "elsewhere": "env-R4-8",
}
_OFFICES = {"soumu": "office", "env": "other-office"}
_BUREAUS = {"soumu-kokusai": "bureau", "soumu-jichi": "other-bureau", "env-shizen": "other-ministry"}


@dataclass(frozen=True)
class Thing:
    """What the parameters of addresses are filled with, by name."""

    values: dict[str, object]

    def arguments(self, route: Route) -> dict[str, object]:
        """The values of a route's parameters. Raises ``KeyError`` for a parameter that nobody has thought of."""
        fixed = [step for step in route.address.split("/") if "<" not in step]
        return {name: self._value(fixed, name) for name in route.parameters}

    def _value(self, fixed: list[str], name: str) -> object:
        """The value for a parameter: that for the longest beginning of the address, else for any."""
        keys = ["/".join([*fixed[:n], name]) for n in range(len(fixed), -1, -1)]
        known = [self.values[key] for key in keys if key in self.values]
        if not known:
            raise KeyError(keys)
        return known[0]


def make_things(world: World) -> dict[str, Thing]:
    """The things of every target, made as officers make them."""
    for slug, (whose, number) in {"soumu-R4-7": ("soumu-jichi-1", "7"), "env-R4-8": ("env-shizen-1", "8")}.items():
        _out_and_mended(world, slug, whose, number)
    KeptSheet.objects.filter(slug=TARGETS["shown"]).update(shown_to_council=True)
    periods = {ministry: _framework(world, ministry) for ministry in _OFFICES}
    rounds = {ministry: _round(world, ministry) for ministry in _OFFICES}
    return {
        target: Thing(_of(world, KeptSheet.objects.get(slug=slug), periods, rounds)) for target, slug in TARGETS.items()
    }


def _of(
    world: World, kept: KeptSheet, periods: dict[str, dict[str, object]], rounds: dict[str, int]
) -> dict[str, object]:
    ministry, bureau = kept.ministry.address, kept.bureau.address if kept.bureau else ""
    officer = world.people[_BUREAUS[bureau]]
    ask = Ask.objects.filter(round=rounds[ministry], sheet=kept).first()
    make_token(world.actor(_BUREAUS[bureau]), f"鍵{kept.slug}", ("read",), 30)
    intake = _intake(world, kept)
    if kept.slug in (TARGETS["own"], TARGETS["bureau"], TARGETS["ministry"]):
        comment(world.actor(_OFFICES[ministry]), kept.slug, "", f"所見{canary(kept.slug)}")
    return {
        **periods[ministry],
        "name": kept.slug,
        "ministry": ministry,
        "year": kept.nendo,
        "sheet": kept.number,
        "edition": 1,
        "fund": "jict",
        "version": 1,
        "identity": next(iter(opened(kept.newest)[1].values())),
        "sheets/number": "1",
        "api/v1/sheets/slug": kept.slug,
        "slug": kept.slug,
        "api/v1/sheets/versions/number": 1,
        "api/v1/sheets/tables/name": "indicators",
        "api/v1/editions/number": kept.number,
        "api/v1/rounds/number": rounds[ministry],
        "nendo": kept.nendo,
        "part": "head",
        "intake/number": intake.pk,
        "intake/page": 1,
        "sheets/paper/number": 1,
        "rounds/number": rounds[ministry],
        "ask": ask.pk if ask else 0,
        "upload_id": _upload(rounds[ministry], kept).pk,
        "rounds/address": bureau,
        "organisations/address": bureau,
        "people/username": officer.username,
        "people/act": "close",
        "organisations/act": "close",
        "token": Token.objects.get(name=f"鍵{kept.slug}").pk,
        "code": "target-keeps",
        "provider_id": "none",
        "register": "consultations",
        "record": _record(world, kept),
        "api/v1/registers/code": "consultations",
        "registers/rules/code": "consultations",
        "registers/uploads/upload_id": _records_upload(kept).pk,
        "sha256": "0" * 64,
        "ledgers/source": _book().pk,
        "book": "review-sheets",
        "ledgers/projects/edition": 2021,
        "ledgers/projects/code": "2021-未来-20-0001",
    }


def _book() -> LedgerSource:
    """An imported book with one project: public, and no one's own."""
    known = LedgerSource.objects.first()
    if known:
        return known
    source = LedgerSource.objects.create(
        sha256="1" * 64, kind="review-sheets", book="review-sheets", edition=2021, name="a.jsonl", started=clock.now()
    )
    place = BookPlace(file="a.jsonl", line=1)
    project = Project(book=Book.REVIEW_SHEETS, edition=2021, id="2021-未来-20-0001", name="見本の事業", place=place)
    keep_projects(source, [project_row(source, project)], Counter())
    return source


def _out_and_mended(world: World, slug: str, whose: str, number: str) -> None:
    """A sheet whose first edition is out, and whose draft holds the canary."""
    actor = world.actor(_OFFICES[slug.partition("-")[0]])
    kept = begin(actor, slug, Whose(organisation=whose, nendo=2022, number=number), _plain(slug), reason_code="begun")
    Release.objects.create(sheet=kept, edition=1, version=kept.newest, person_name=actor.name, time=clock.now())
    project(kept, kept.newest, released=True)
    save(actor, slug, 1, sheet_of(slug), reason_code="misprint", reason=canary(slug))


def _plain(slug: str) -> Sheet:
    """The sheet of a slug without its canary."""
    sheet = sheet_of(slug)
    statements = tuple(
        one.model_copy(update={"text": "公表した概要"}) if canary(slug) in one.text else one
        for one in sheet.policy.statements
    )
    return sheet.model_copy(update={"policy": sheet.policy.model_copy(update={"statements": statements})})


def _framework(world: World, ministry: str) -> dict[str, object]:
    actor = world.actor(_OFFICES[ministry])
    period = make_period(actor, f"期間{ministry}", 2022, 2026)
    field = make_field(actor, period.id, f"分野{ministry}")
    policy = make_policy(actor, period.id, PolicyEntry(number="99", name=f"政策{ministry}", field=field.id))
    return {"period": period.id, "field": field.id, "policy": policy.id}


def _round(world: World, ministry: str) -> int:
    """A round over every measure of the ministry's sheets."""
    actor = world.actor(_OFFICES[ministry])
    offered = candidates(actor, 2022)
    measures = tuple((sheet.slug, measure.identity) for sheet in offered for measure in sheet.measures)
    return open_round(
        actor, RoundOrder(name=f"照会{ministry}", nendo=2022, deadline=dt.date(2030, 1, 31), measures=measures)
    )


def _intake(world: World, kept: KeptSheet) -> Intake:
    document = keep_document(f"原本{kept.slug}".encode(), f"{canary(kept.slug)}.txt", "text/plain", clock.now())
    return Intake.objects.create(
        document=document,
        ministry=kept.ministry,
        bureau=kept.bureau,
        person=world.people[_OFFICES[kept.ministry.address]],
        name=f"{canary(kept.slug)}.txt",
        state="failed",
        error={"code": "no-sheet", "ja": "表がありません。", "en": "No sheet."},
        started=clock.now(),
    )


def _upload(round_id: int, kept: KeptSheet) -> RoundUpload:
    document = keep_document(f"回答{kept.slug}".encode(), "answers.xlsx", "text/plain", clock.now())
    bureau = kept.answerable.above(OrganisationKind.BUREAU)
    if bureau is None:
        raise LookupError(kept.slug)
    person = bureau.people.order_by("username").first()
    if person is None:
        raise LookupError(bureau.address)
    return RoundUpload.objects.create(
        round_id=round_id,
        bureau=bureau,
        document=document,
        content=ReturnedPaper(key="", whose=bureau.address, lines=()).model_dump_json(),
        person=person,
        person_name=person.name,
        time=clock.now(),
    )


def _record(world: World, kept: KeptSheet) -> str:
    """A consultation of the sheet's bureau, by its id."""
    bureau = kept.bureau.address if kept.bureau else ""
    texts = {"title": f"協議{kept.slug}", "held_on": "2022-04-01", "level": "大臣級", "form": "政策協議"}
    actor = world.actor(_BUREAUS[bureau])
    return add(actor, kept.ministry.address, "consultations", Entry(texts=texts)).code


def _records_upload(kept: KeptSheet) -> RecordUpload:
    bureau = kept.bureau
    person = bureau.people.order_by("username").first() if bureau else None
    if person is None:
        raise LookupError(kept.slug)
    return RecordUpload.objects.create(
        ministry=kept.ministry,
        bureau=bureau,
        register="consultations",
        document=keep_document(f"記録{kept.slug}".encode(), "records.csv", "text/plain", clock.now()),
        content=Sent(rows=()).model_dump_json(),
        person=person,
        person_name=person.signed,
        time=clock.now(),
    )
