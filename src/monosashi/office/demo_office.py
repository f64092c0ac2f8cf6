"""The demo office: two ministries at work, with the samples on their way, each step taken as an officer would take it.

総務省's sample has been taken in, checked, approved and released, and next year's sheet begun from it; its registers hold
invented records, marked as such, that yield what the sample prints. The invented ministry's sheet, with its planted
faults, waits in its bureau with a remark of the evaluation office and an open round.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile

from monosashi.office.collecting.rounds import RoundOrder, candidates, open_round
from monosashi.office.framework.periods import make_period
from monosashi.office.framework.policies import PolicyEntry, make_field, make_policy
from monosashi.office.keeping import Actor, actor_of, clock
from monosashi.office.people.accounts import Asked, checked, keep
from monosashi.office.people.operator import OPERATOR
from monosashi.office.people.organisations import make
from monosashi.office.recording.reading_out import add_records
from monosashi.office.review.comments import comment
from monosashi.office.review.releasing import release
from monosashi.office.review.steps import take_step
from monosashi.office.rolling.carrying import Choices
from monosashi.office.rolling.forward import roll_forward
from monosashi.office.samples import sample
from monosashi.office.taking_in import accepting
from monosashi.office.taking_in.proposing import Asked as Acceptance
from monosashi.office.taking_in.reading_on import read_on
from monosashi.office.taking_in.uploading import upload
from monosashi.office.verbs import publish_sheet
from monosashi.registers.invented import invented
from monosashi.store.models import KeptSheet, OrganisationKind, Person, Role

#: Everybody's password. A demo is on one machine, holds samples only, and is gone when it ends.
PASSWORD = "monosashi-demo"  # noqa: S105

_ORGANISATIONS = (
    (OrganisationKind.MINISTRY, "総務省", "soumu", ""),
    (OrganisationKind.BUREAU, "国際戦略局", "soumu-kokusai", "soumu"),
    (OrganisationKind.DIVISION, "国際戦略課", "soumu-kokusai-senryaku", "soumu-kokusai"),
    (OrganisationKind.MINISTRY, "未来生活省", "mirai", ""),
    (OrganisationKind.BUREAU, "地域生活局", "mirai-chiiki", "mirai"),
    (OrganisationKind.DIVISION, "島と山の暮らし課", "mirai-chiiki-shima", "mirai-chiiki"),
    (OrganisationKind.BUREAU, "生活基盤局", "mirai-kiban", "mirai"),
)


class DemoAccount(NamedTuple):
    """An account of the demo: its user name, whom it plays, in which role and where."""

    username: str
    name: str
    role: Role
    organisation: str


ACCOUNTS = (
    DemoAccount("hyouka", "評価室　森", Role.OFFICE, "mirai"),
    DemoAccount("hyouka2", "評価室　林", Role.OFFICE, "mirai"),
    DemoAccount("kyoku", "地域生活局　川", Role.BUREAU, "mirai-chiiki"),
    DemoAccount("kyoku2", "地域生活局　沢", Role.BUREAU, "mirai-chiiki"),
    DemoAccount("ka", "島と山の暮らし課　岸", Role.DIVISION, "mirai-chiiki-shima"),
    DemoAccount("shingikai", "審議会委員　谷", Role.COUNCIL, "mirai"),
    DemoAccount("kansa", "監査　原", Role.AUDITOR, ""),
    DemoAccount("kanri", "システム管理者　港", Role.SYSADMIN, ""),
    DemoAccount("soumu-hyouka", "総務省の評価担当　浜", Role.OFFICE, "soumu"),
    DemoAccount("soumu-hyouka2", "総務省の評価担当　磯", Role.OFFICE, "soumu"),
    DemoAccount("soumu-kyoku", "国際戦略局　峰", Role.BUREAU, "soumu-kokusai"),
    DemoAccount("soumu-kyoku2", "国際戦略局　丘", Role.BUREAU, "soumu-kokusai"),
)


def is_empty() -> bool:
    """Whether nobody has an account here yet."""
    return not Person.objects.exists()


def load_demo_office() -> Iterator[str]:
    """Fill an empty store, and tell what was done, step by step."""
    for kind, name, address, parent in _ORGANISATIONS:
        make(OPERATOR, kind, name, address, parent)
    for account in ACCOUNTS:
        asked = Asked(
            username=account.username, name=account.name, role=account.role, organisation=account.organisation
        )
        person = checked(asked)
        person.set_password(PASSWORD)
        keep(OPERATOR, person, "demo")
    yield f"利用者 accounts: {len(ACCOUNTS)}"
    first = _taken_in("soumu-r3-14", "soumu-kyoku", "soumu-kokusai-senryaku", 2021, "14")
    _released(first)
    yield f"公表済み released: {first.slug}"
    yield f"架空の記録 invented records: {len(_recorded())}"
    following = roll_forward(_as("soumu-hyouka"), first.slug, _version(first), Choices())
    yield f"翌年度の表 next year's: {following.made}"
    policy = _policy()
    second = _taken_in("sample-ministry", "kyoku", "mirai-chiiki-shima", 2024, "9", policy)
    comment(_as("hyouka"), second.slug, "", "指摘のある箇所を確かめて、直すか、理由を書いてください。")
    yield f"作成中 a draft: {second.slug}"
    yield f"照会 a round: {_asked(second)}"


def _as(username: str) -> Actor:
    return actor_of(Person.objects.get(username=username))


def _version(kept: KeptSheet) -> int:
    return KeptSheet.objects.select_related("head").get(pk=kept.pk).newest.number


def _taken_in(
    sample_id: str, username: str, organisation: str, nendo: int, number: str, policy: int | None = None
) -> KeptSheet:
    """A sample's official workbook, uploaded, read and accepted by an officer."""
    actor, sheet = _as(username), sample(sample_id)
    file = SimpleUploadedFile(f"{sheet.identifier.plain}.xlsx", publish_sheet(sheet, "excel"))
    taken = upload(actor, [file]).kept[0]
    read_on(actor, taken.pk)
    accepted = Acceptance(organisation=organisation, nendo=nendo, number=number, policy=policy, rest=True)
    return accepting.accept(actor, taken.pk, accepted)


def _recorded() -> tuple[str, ...]:
    """The invented records from which the sample's past actuals can be counted, entered by the bureau."""
    return add_records(_as("soumu-kyoku"), invented().records, reason="見本として作った架空の記録")


def _released(kept: KeptSheet) -> None:
    """Checked, approved and released, each step by another person."""
    for verb, username in (
        ("check_bureau", "soumu-kyoku2"),
        ("check_office", "soumu-hyouka"),
        ("approve", "soumu-hyouka2"),
    ):
        take_step(_as(username), kept.slug, verb, _version(kept))
    release(_as("soumu-hyouka"), kept.slug, _version(kept))


def _policy() -> int:
    """A period of the ministry's tree with the sheet's policy in it."""
    actor = _as("hyouka")
    period = make_period(actor, "第６期", 2024, 2026)
    field = make_field(actor, period.id, "離れた地域の暮らし")
    entry = PolicyEntry(number="9", name="島と山の暮らし", field=field.id, answerable="mirai-chiiki-shima")
    return make_policy(actor, period.id, entry).id


def _asked(kept: KeptSheet) -> str:
    """A round open for the actuals of the sheet's year, due in a month."""
    actor = _as("hyouka")
    offered = [one for one in candidates(actor, kept.nendo) if one.slug == kept.slug]
    measures = tuple((one.slug, measure.identity) for one in offered for measure in one.measures)
    due = clock.now().date() + dt.timedelta(days=30)
    order = RoundOrder(name="令和６年度の実績", nendo=kept.nendo, deadline=due, measures=measures)
    return str(open_round(actor, order))
