"""Comments, proposals and decisions: who reads and writes which, and what becomes of them."""

from collections.abc import Callable
from functools import partial

import pytest

from monosashi.model.error import MonosashiError
from monosashi.office.keeping.reasons import FOR_COMMITMENTS
from monosashi.office.review import comments, proposals, settling
from monosashi.store.models import Comment, LogEntry, Proposal, Settled, SheetState, Version
from tests.office.review.hands import OUTLINE, SLUG, brought_to, changed, kept, released, sheet_now
from tests.world import World

TARGET = "/goals/0/levers/0/indicators/0/measures/0/target/value"


def refused(act: Callable[[], object]) -> str:
    """The code an act is refused with."""
    with pytest.raises(MonosashiError) as caught:
        act()
    return caught.value.code


def texts(world: World, who: str) -> list[str]:
    """Every text that a person reads in the threads."""
    return [said.text for one in comments.threads(world.actor(who), SLUG) for said in one.said]


def test_a_thread_with_its_answer_resolved_and_open_again(world: World) -> None:
    first = comments.comment(world.actor("office"), SLUG, TARGET, " 根拠は？\r\n出典も ")
    comments.answer(world.actor("division"), SLUG, first.pk, "計画によります。")
    (thread,) = comments.threads(world.actor("bureau"), SLUG)
    assert (thread.where.ja, thread.now, [(one.who, one.text) for one in thread.said]) == (
        "測定指標① 目標値",
        "1,300件程度",
        [("officeさん", "根拠は？\n出典も"), ("divisionさん", "計画によります。")],
    )
    comments.resolve(world.actor("division"), SLUG, first.pk)
    assert comments.threads(world.actor("bureau"), SLUG)[0].resolved_by == "divisionさん"
    comments.answer(world.actor("office"), SLUG, first.pk, "もう一つ。")
    assert not comments.threads(world.actor("bureau"), SLUG)[0].resolved
    assert comments.counts(world.actor("bureau"), SLUG) == {TARGET: 1}


def test_the_council_reads_and_writes_what_was_shown_to_it_and_nothing_internal(world: World) -> None:
    council = world.actor("council")
    comments.comment(world.actor("office"), SLUG, "", "内部の話")
    asked = comments.comment(world.actor("office"), SLUG, "", "ご意見を", for_council=True)
    assert refused(lambda: comments.threads(council, SLUG)) == "not-in-library"
    assert refused(lambda: comments.comment(council, SLUG, "", "意見")) == "not-in-library"
    comments.show_to_council(world.actor("office"), SLUG, shown=True)
    comments.comment(council, SLUG, TARGET, "高すぎませんか", must_resolve=True)
    comments.answer(council, SLUG, asked.pk, "よいと思います")
    assert texts(world, "council") == ["ご意見を", "よいと思います", "高すぎませんか"]
    assert texts(world, "division") == ["内部の話", "ご意見を", "よいと思います", "高すぎませんか"]
    assert not Comment.objects.filter(must_resolve=True).exists()
    internal = Comment.objects.get(text="内部の話")
    assert refused(lambda: comments.answer(council, SLUG, internal.pk, "?")) == "no-such-mark"
    assert refused(lambda: comments.resolve(council, SLUG, asked.pk)) == "not-yours"
    comments.show_to_council(world.actor("office"), SLUG, shown=False)
    assert refused(lambda: comments.threads(council, SLUG)) == "not-in-library"


def test_who_may_show_to_the_council(world: World) -> None:
    found = {
        who: refused(partial(comments.show_to_council, world.actor(who), SLUG, shown=True))
        for who in ("bureau", "division", "auditor", "other-bureau", "other-office")
    }
    assert found == {
        "bureau": "may-not",
        "division": "may-not",
        "auditor": "may-not",
        "other-bureau": "not-in-library",
        "other-office": "not-in-library",
    }


def test_what_is_withdrawn_is_read_nowhere(world: World) -> None:
    one = comments.comment(world.actor("bureau"), SLUG, "", "書き間違い")
    assert refused(lambda: comments.withdraw(world.actor("bureau2"), SLUG, one.pk)) == "not-yours"
    comments.withdraw(world.actor("bureau"), SLUG, one.pk)
    assert texts(world, "office") == [""]
    assert refused(lambda: comments.withdraw(world.actor("bureau"), SLUG, one.pk)) == "mark-closed"
    assert not LogEntry.objects.filter(record__contains="書き間違い").exists()


def test_what_must_be_resolved_is_by_its_author_or_who_answers_for_the_sheet(world: World) -> None:
    one = comments.comment(world.actor("office"), SLUG, "", "必ず", must_resolve=True)
    assert refused(lambda: comments.resolve(world.actor("division"), SLUG, one.pk)) == "not-yours"
    comments.resolve(world.actor("bureau"), SLUG, one.pk)
    assert refused(lambda: comments.resolve(world.actor("office"), SLUG, one.pk)) == "mark-closed"


def test_a_comment_has_words_and_a_place(world: World) -> None:
    asked = (("", "  \n"), ("", "あ" * 8001), ("/goals/9/text", "あ"))
    codes = [refused(partial(comments.comment, world.actor("office"), SLUG, *one)) for one in asked]
    assert codes == ["text-wanted", "text-wanted", "no-such-value"]


def test_strangers_and_the_public_never_read_comments_of_what_is_released(world: World) -> None:
    comments.comment(world.actor("office"), SLUG, "", "内部の話")
    released(world)
    found = {
        who: refused(partial(comments.threads, world.actor(who), SLUG)) for who in ("other-bureau", "council", "keeper")
    }
    assert found == dict.fromkeys(found, "may-not")


def test_competing_proposals_one_taken_the_others_declined(world: World) -> None:
    mine = proposals.propose(world.actor("division"), SLUG, TARGET, "1,350件程度", "実績に合わせる", "early-attainment")
    proposals.propose(world.actor("bureau2"), SLUG, TARGET, "1,400件以上", "計画に合わせる", "plan-revised")
    other = proposals.propose(world.actor("bureau2"), SLUG, OUTLINE, "別の文", "言い換え")
    (contest,) = proposals.contests(world.actor("office"), SLUG, TARGET)
    assert [(one.who, one.was, one.text, one.why) for one in contest.waiting] == [
        ("divisionさん", "1,300件程度", "1,350件程度", "実績に合わせる"),
        ("bureau2さん", "1,300件程度", "1,400件以上", "計画に合わせる"),
    ]
    version = proposals.take(world.actor("bureau"), SLUG, mine.pk, 1)
    assert (version.number, version.reason_code, version.reason) == (
        2,
        "early-attainment",
        "divisionさんの提案：実績に合わせる",
    )
    assert dict(sheet_now().measures().__next__()[2].target.value)["text"] == "1,350件程度"
    states = {row.who: row.state for row in proposals.contests(world.actor("office"), SLUG, TARGET)[0].decided}
    assert states == {"divisionさん": "taken", "bureau2さん": "declined"}
    assert refused(lambda: proposals.take(world.actor("bureau"), SLUG, mine.pk, 2)) == "mark-closed"
    other.refresh_from_db()
    assert other.state == "open"


def test_a_proposal_for_a_commitment_says_the_kind_of_reason_and_another_needs_none(world: World) -> None:
    division = world.actor("division")
    for code in ("", "proposal", "edited", "無"):
        assert refused(partial(proposals.propose, division, SLUG, TARGET, "1,350件程度", "実績", code)) == (
            "reason-kind-needed"
        )
    assert not Proposal.objects.exists()
    assert [code for code, _ in proposals.reasons_to_propose(division, SLUG, TARGET)] == list(FOR_COMMITMENTS)
    assert proposals.reasons_to_propose(division, SLUG, OUTLINE) == ()
    plain = proposals.propose(division, SLUG, OUTLINE, "別の文", "言い換え", "misprint")
    assert (plain.reason_code, proposals.take(division, SLUG, plain.pk, 1).reason_code) == ("", "proposal")


def test_a_proposal_of_the_time_before_reasons_had_kinds_is_taken_for_another_reason(world: World) -> None:
    one = proposals.propose(world.actor("division"), SLUG, TARGET, "1,350件程度", "実績", "misprint")
    Proposal.objects.update(reason_code="")
    assert proposals.take(world.actor("bureau"), SLUG, one.pk, 1).reason_code == "other"


def test_a_proposal_is_taken_from_the_version_that_was_looked_at(world: World) -> None:
    one = proposals.propose(world.actor("division"), SLUG, TARGET, "1,350件程度", "実績", "other")
    changed(world, "ほかの文")
    assert refused(lambda: proposals.take(world.actor("bureau"), SLUG, one.pk, 1)) == "saved-meanwhile"
    one.refresh_from_db()
    assert (one.state, Version.objects.filter(sheet=kept()).count()) == ("open", 2)


def test_who_may_propose_and_decide(world: World) -> None:
    one = proposals.propose(world.actor("bureau"), SLUG, TARGET, "1,350件程度", "実績", "other")
    assert refused(lambda: proposals.propose(world.actor("auditor"), SLUG, TARGET, "x", "y")) == "may-not"
    assert refused(lambda: proposals.propose(world.actor("office"), SLUG, TARGET, "1,300件程度", "同")) == "same-as-now"
    assert refused(lambda: proposals.decline(world.actor("auditor"), SLUG, one.pk)) == "may-not"
    assert refused(lambda: proposals.withdraw(world.actor("office"), SLUG, one.pk)) == "not-yours"
    assert refused(lambda: proposals.decline(world.actor("other-bureau"), SLUG, one.pk)) == "not-in-library"
    assert refused(lambda: proposals.decline(world.actor("office"), "soumu-R4-3", one.pk)) == "no-such-mark"
    proposals.decline(world.actor("division"), SLUG, one.pk)


def test_a_checked_sheet_takes_no_proposal_from_a_division(world: World) -> None:
    one = proposals.propose(world.actor("bureau"), SLUG, TARGET, "1,350件程度", "実績", "other")
    brought_to(world, SheetState.BUREAU_CHECKED)
    assert refused(lambda: proposals.take(world.actor("division"), SLUG, one.pk, 1)) == "sheet-locked"


def test_a_finding_answered_for_and_open_again(world: World) -> None:
    bureau = world.actor("bureau")
    finding = settling.decided(bureau, SLUG).findings[0]
    row = settling.waive(bureau, SLUG, finding.code, finding.path, "この様式では書けない")
    shown = settling.decided(bureau, SLUG).findings[0]
    assert (shown.id, shown.by, shown.why) == (row.pk, "bureauさん", "この様式では書けない")
    again = refused(lambda: settling.waive(bureau, SLUG, finding.code, finding.path, "もう一度"))
    assert again == "mark-closed"
    settling.lift(world.actor("office"), SLUG, row.pk, "書けると分かった")
    assert settling.decided(bureau, SLUG).findings[0].id is None
    assert refused(lambda: settling.lift(bureau, SLUG, row.pk, "x")) == "mark-closed"
    acts = LogEntry.objects.filter(verb__in=("waive", "lift")).values_list("verb", "person")
    assert list(acts) == [("waive", "bureauさん（bureau）"), ("lift", "officeさん（office）")]


def test_who_may_settle_and_what(world: World) -> None:
    finding = settling.decided(world.actor("office"), SLUG).findings[0]
    code, path = finding.code, finding.path
    assert refused(lambda: settling.waive(world.actor("division"), SLUG, code, path, "x")) == "may-not"
    assert refused(lambda: settling.waive(world.actor("other-bureau"), SLUG, code, path, "x")) == "not-in-library"
    assert refused(lambda: settling.waive(world.actor("bureau"), SLUG, "baseline-mean", "", "x")) == "no-such-finding"
    assert refused(lambda: settling.waive(world.actor("bureau"), SLUG, code, path, " ")) == "text-wanted"
    assert refused(lambda: settling.override(world.actor("bureau"), SLUG, "Z", "", "x")) == "no-such-sign"
    assert refused(lambda: settling.override(world.actor("bureau"), SLUG, "2", "/goals/9", "x")) == "no-such-value"


def test_a_grade_given_takes_the_place_of_one_given_before(world: World) -> None:
    settling.override(world.actor("bureau"), SLUG, "3", "", "主要な指標は近い")
    settling.override(world.actor("office"), SLUG, "2", "", "すべて達成とみる")
    given = settling.decided(world.actor("office"), SLUG).given
    assert [(one.sign, one.by, one.why) for one in given] == [("2", "officeさん", "すべて達成とみる")]
    assert Settled.objects.filter(lifted=True).count() == 1
