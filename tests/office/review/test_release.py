"""A release: what is in its way, what it writes, and that nothing changes an edition afterwards."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monosashi.model.error import MonosashiError
from monosashi.office.review import comments, proposals, settling
from monosashi.office.review.blockers import blockers
from monosashi.office.review.editions import EditionKey, edition_of
from monosashi.office.review.errata import changes_of, errata
from monosashi.office.review.history import restore
from monosashi.office.review.proofs import proof_of
from monosashi.office.review.releasing import release
from monosashi.office.review.steps import send_back
from monosashi.store.canonical import sha256_of
from monosashi.store.models import IndicatorRow, LogEntry, Release, Round, SheetState, SheetSummary
from monosashi.store.models.rounds import Ask
from tests.office.review.hands import OUTLINE, SLUG, brought_to, changed, clear, kept, one_step, released
from tests.web.signed_in import client_as
from tests.world import World

KEY = EditionKey(ministry="soumu", nendo=2022, number="2")
TARGET = "/goals/0/levers/0/indicators/0/measures/0/target/value"


def in_the_way(world: World) -> set[str]:
    """The kinds of what blocks."""
    return {one.kind for one in blockers(kept()) if one.must}


def refused(act: Callable[[], object]) -> str:
    """The code an act is refused with."""
    with pytest.raises(MonosashiError) as caught:
        act()
    return caught.value.code


def test_the_first_release_writes_edition_one(world: World) -> None:
    brought_to(world, SheetState.APPROVED)
    made = release(world.actor("office2"), SLUG, 1, "理由は要らない")
    head = kept()
    assert (made.edition, made.version, made.reason, made.erratum) == (1, head.newest, "", False)
    assert head.state == SheetState.RELEASED
    details = json.loads(LogEntry.objects.get(verb="release").record)["details"]
    assert (details["edition"], details["sha256"]) == (1, head.newest.sha256)
    assert SheetSummary.objects.get(sheet=head, released=True).version == head.newest
    assert IndicatorRow.objects.filter(sheet=head, released=True).count() == 2
    edition = edition_of(KEY, 1)
    assert sha256_of(edition.content) == edition.told.sha256 == made.version.sha256
    assert set(json.loads(edition.content)) == {"identities", "sheet"}


def test_what_is_in_the_way_is_listed_with_whose_it_is(world: World) -> None:
    office = world.actor("office")
    assert [(one.kind, one.whose.ja) for one in blockers(kept()) if one.must] == [
        ("check_bureau", "国際局（bureau2さん、bureauさん）"),
        ("check_office", "総務省（office2さん）"),
        ("approve", "総務省（office2さん、officeさん）"),
    ]
    brought_to(world, SheetState.APPROVED)
    assert in_the_way(world) == set()
    thread = comments.comment(office, SLUG, TARGET, "根拠は", must_resolve=True)
    comments.comment(office, SLUG, TARGET, "参考まで")
    proposal = proposals.propose(world.actor("bureau"), SLUG, TARGET, "1,400件", "計画に合わせる", "plan-revised")
    ask = asked_of(world)
    assert in_the_way(world) == {"comment", "proposal", "ask"}
    assert refused(lambda: release(world.actor("office2"), SLUG, 1)) == "release-blocked"
    assert Release.objects.count() == 0
    comments.resolve(office, SLUG, thread.pk)
    proposals.withdraw(world.actor("bureau"), SLUG, proposal.pk)
    ask.state = "answered"
    ask.save()
    assert in_the_way(world) == set()


def asked_of(world: World) -> Ask:
    """An indicator of the sheet asked for in an open round."""
    round_ = Round.objects.create(
        ministry=kept().ministry, name="令和4年度実績", nendo=2022, deadline="2026-08-31", opened=kept().created
    )
    bureau = kept().bureau
    assert bureau is not None
    return Ask.objects.create(round=round_, sheet=kept(), identity="a", ministry=kept().ministry, bureau=bureau)


def test_an_error_blocks_until_it_is_mended_or_answered_for(world: World) -> None:
    changed(world, "1,350件程度", TARGET)
    errors = [one for one in settling.decided(world.actor("bureau"), SLUG).findings if one.severity == "error"]
    assert len(errors) == len([one for one in blockers(kept()) if one.kind == "error"]) >= 1
    clear(world.actor("bureau"))
    assert "error" not in in_the_way(world)
    row = settling.decided(world.actor("bureau"), SLUG).findings[0]
    assert row.id is not None
    settling.lift(world.actor("office"), SLUG, row.id, "やはり直す")
    assert "error" in in_the_way(world)


@pytest.mark.thorough
def test_words_that_print_otherwise_block_until_someone_answers_for_them(world: World) -> None:
    changed(world, "施策目標")
    proof = proof_of(kept().newest)
    if proof is None:
        changed(world, "x" * 40_000)
        proof = proof_of(kept().newest)
    assert proof is not None
    assert "form" in in_the_way(world)
    settling.waive(world.actor("office"), SLUG, proof.code, proof.path, "様式なしで公表する")
    assert "form" not in in_the_way(world)


def test_gaps_are_told_and_do_not_block(world: World) -> None:
    (gap,) = [one for one in blockers(kept()) if one.kind == "gap"]
    assert (gap.must, len(gap.items)) == (False, 11)


def test_an_erratum_is_the_next_edition_with_its_reason(world: World) -> None:
    released(world)
    changed(world, "港がもっと使いやすくなる")
    brought_to(world, SheetState.APPROVED)
    assert refused(lambda: release(world.actor("office2"), SLUG, 2, " ")) == "reason-wanted"
    one_step(world.actor("office2"), "release", reason="誤記の訂正")
    told = changes_of(edition_of(KEY))
    assert (told.told.edition, told.told.erratum, told.told.reason, told.before) == (2, True, "誤記の訂正", 1)
    assert [(one.where.ja, one.was, one.now) for one in told.changes] == [
        ("最終アウトカム", "港が使いやすくなる", "港がもっと使いやすくなる")
    ]
    assert errata("soumu") == (told,)
    assert errata("env") == ()


@pytest.mark.thorough
def test_nothing_new_is_no_edition(world: World) -> None:
    released(world)
    changed(world, "別の文")
    restore(world.actor("division"), SLUG, 1, 2, "元のままでよい")
    brought_to(world, SheetState.APPROVED)
    assert refused(lambda: release(world.actor("office2"), SLUG, 3, "理由")) == "nothing-new"


def test_an_edition_never_released_is_not_there(world: World) -> None:
    assert refused(lambda: edition_of(KEY, 1)) == "no-such-edition"


# The law: whatever is done to a sheet after its release, the addresses of its edition answer what they answered.

ADDRESSES = tuple(
    f"/sheets/soumu/2022/2/v1{rest}"
    for rest in (".json", ".csv", ".csv?table=yearly", "/indicators/1.json", "/indicators/1/2022.json", "/changes.csv")
)
DRAWN = ("/sheets/soumu/2022/2/v1", "/sheets/soumu/2022/2/v1/indicators/1", "/sheets/soumu/2022/2/v1/print")


def answers(client: Client, addresses: tuple[str, ...]) -> list[bytes]:
    """What the addresses answer, without what tells of newer editions."""
    found = [client.get(address) for address in addresses]
    assert [one.status_code for one in found] == [200] * len(addresses)
    return [one.content for one in found]


def told_of_newer(page: bytes) -> bytes:
    """A page without its notice of a newer edition and its list of all editions: all that may change on it."""
    text = page.decode()
    start = text.find('<p class="remark warning newer">')
    if start >= 0:
        text = text[:start] + text[text.index("</p>", start) + len("</p>\n") :]
    return text.partition('aria-labelledby="all-title"')[0].encode()


def _edit(world: World, n: int) -> None:
    changed(world, f"書き直し{n}", OUTLINE, who="office")


def _comment(world: World, n: int) -> None:
    comments.comment(world.actor("bureau"), SLUG, "", f"コメント{n}")


def _propose(world: World, n: int) -> None:
    proposals.propose(world.actor("bureau"), SLUG, TARGET, f"{n}件", "提案", "other")


def _settle(world: World, n: int) -> None:
    clear(world.actor("bureau"))
    settling.override(world.actor("office"), SLUG, "2", "", f"判断{n}")


def _council(world: World, n: int) -> None:
    comments.show_to_council(world.actor("office"), SLUG, shown=n % 2 == 0)


def _step(world: World, n: int) -> None:
    way = {"draft": ("check_bureau", "bureau"), "bureau_checked": ("check_office", "office2")}
    verb, who = way.get(kept().state, ("approve", "office"))
    one_step(world.actor(who), verb)


def _back(world: World, n: int) -> None:
    send_back(world.actor("office"), SLUG, kept().newest.number, "draft", f"戻す{n}")


def _again(world: World, n: int) -> None:
    changed(world, f"次の版{n}", OUTLINE, who="office")
    for row in proposals.contests(world.actor("office"), SLUG):
        for one in row.waiting:
            proposals.decline(world.actor("office"), SLUG, one.id)
    released(world)


def _restore(world: World, n: int) -> None:
    restore(world.actor("office"), SLUG, 1, kept().newest.number, f"戻す{n}")


ACTS = (_edit, _comment, _propose, _settle, _council, _step, _back, _again, _restore)


def after(world: World, acts: list[int]) -> tuple[list[bytes], list[bytes]]:
    """The answers of edition 1 before and after some acts; what an act is refused changes nothing either."""
    client = client_as(world)
    before = [*answers(client, ADDRESSES), *map(told_of_newer, answers(client, DRAWN))]
    for n, act in enumerate(acts):
        try:
            ACTS[act](world, n)
        except MonosashiError:
            continue
    return before, [*answers(client, ADDRESSES), *map(told_of_newer, answers(client, DRAWN))]


def test_no_act_changes_what_an_edition_answers(world: World) -> None:
    released(world)
    before, now = after(world, [*range(len(ACTS))])
    assert Release.objects.count() > 1
    assert before == now


@pytest.mark.thorough
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.integers(0, len(ACTS) - 1), min_size=1, max_size=8))
def test_no_acts_in_any_order_change_what_an_edition_answers(world: World, acts: list[int]) -> None:
    if not kept().releases.exists():
        released(world)
    before, now = after(world, acts)
    assert before == now
