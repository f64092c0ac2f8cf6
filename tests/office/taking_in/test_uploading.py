"""Putting in: kept at once, byte for byte, by whose it is; told, not doubled."""

import pytest

from monosashi.office.keeping import PUBLIC
from monosashi.office.keeping.who_may import MayNot, SignInFirst
from monosashi.office.taking_in.listing import intake_list
from monosashi.office.taking_in.refusals import NothingSent
from monosashi.office.taking_in.uploading import outcome, upload
from monosashi.store.models import Intake, KeptDocument
from tests.office.taking_in.taken_in import acts, error_code, sent
from tests.world import World


def test_a_file_is_kept_before_anything_is_read(world: World) -> None:
    found = upload(world.actor("office"), [sent(b"one", "a.pdf"), sent(b"", "empty.pdf")])
    rows = [(row.name, row.state, bytes(row.document.data)) for row in found.kept if row.document]
    assert rows == [("a.pdf", "waiting", b"one"), ("empty.pdf", "waiting", b"")]
    assert [acts(row) for row in found.kept] == [["upload"], ["upload"]]


def test_the_same_bytes_are_told_and_not_doubled(world: World) -> None:
    actor = world.actor("office")
    (first,) = upload(actor, [sent(b"one", "a.pdf")]).kept
    again = upload(actor, [sent(b"one", "b.pdf"), sent(b"two", "c.pdf"), sent(b"two", "d.pdf")])
    told = outcome(again)
    assert (told.kept, [(name, state) for name, _, state in told.known]) == (
        1,
        [("a.pdf", "waiting"), ("c.pdf", "waiting")],
    )
    assert told.known[0][1] == first.pk
    assert Intake.objects.count() == 2


def test_what_another_ministry_put_in_is_not_told(world: World) -> None:
    upload(world.actor("other-office"), [sent(b"one", "secret name.pdf")])
    found = outcome(upload(world.actor("office"), [sent(b"one", "mine.pdf")]))
    assert (found.kept, found.known) == (1, ())
    assert [line.name for line in intake_list(world.actor("office")).lines] == ["mine.pdf"]
    assert KeptDocument.objects.count() == 1


def test_a_bureau_puts_in_its_own_whatever_it_says(world: World) -> None:
    (row,) = upload(world.actor("bureau"), [sent(b"one")], "soumu-jichi").kept
    assert row.bureau == world.organisations["soumu-kokusai"]
    (row,) = upload(world.actor("office"), [sent(b"two")], "soumu-jichi").kept
    assert row.bureau == world.organisations["soumu-jichi"]
    (row,) = upload(world.actor("office"), [sent(b"three")], "env-shizen").kept
    assert row.bureau is None


def test_too_big_a_file_is_a_row_with_its_sentence(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONOSASHI_MAX_FILE_BYTES", "3")
    found = upload(world.actor("office"), [sent(b"four", "big.pdf"), sent(b"two", "small.pdf")])
    assert [row.name for row in found.kept] == ["small.pdf"]
    (row,) = found.refused
    assert (row.state, row.document, error_code(row)) == ("failed", None, "too-big")


def test_nothing_sent_is_said(world: World) -> None:
    with pytest.raises(NothingSent):
        upload(world.actor("office"), [])


def test_who_takes_nothing_in_may_not(world: World) -> None:
    for username in ("division", "council", "auditor", "keeper"):
        with pytest.raises(MayNot):
            upload(world.actor(username), [sent(b"one")])
    with pytest.raises(SignInFirst):
        upload(PUBLIC, [sent(b"one")])
