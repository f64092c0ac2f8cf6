"""Reading on: one after another, survives a stop, and no file brings it down."""

import datetime as dt
import zipfile
from io import BytesIO

from monosashi.office.keeping import clock
from monosashi.office.taking_in.reading_on import MOST_TRIES, progress, read_on
from monosashi.office.taking_in.settling import read_again, set_aside, take_up
from monosashi.office.taking_in.uploading import upload
from monosashi.store.models import Intake
from tests.office.taking_in.taken_in import acts, error_code, opened, sent, taken_in, workbook
from tests.reading import paper
from tests.world import World


def states() -> list[str]:
    return list(Intake.objects.order_by("id").values_list("state", flat=True))


def test_documents_are_read_one_after_another(world: World) -> None:
    actor = world.actor("office")
    upload(actor, [sent(workbook(), "a.xlsx"), sent(workbook("soumu-R5-3"), "b.xlsx")])
    first = read_on(actor)
    assert (states(), first.left, first.name, len(first.read)) == (["open", "waiting"], 1, "b.xlsx", 1)
    assert read_on(actor).done
    assert (states(), read_on(actor).read) == (["open", "open"], ())


def bomb() -> bytes:
    """A workbook whose one part unpacks to far more than is allowed."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"0" * 30_000_000)
    return out.getvalue()


def test_no_file_hurts_and_each_failure_is_a_row(world: World) -> None:
    actor = world.actor("office")
    hostile = [
        sent(b"", "empty.xlsx"),
        sent(b"%PDF-1.7\n1 0 obj <<", "cut.pdf"),
        sent(bomb(), "bomb.xlsx"),
        sent(b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><html>&a;</html>", "entity.html"),
        sent(b"no sheet at all", "<script>alert(1)</script>.txt"),
    ]
    upload(actor, hostile)
    assert read_on(actor, seconds=60).done
    assert states() == ["failed"] * 5
    for row in Intake.objects.all():
        assert error_code(row) in {"unreadable", "too-big", "unsafe-markup", "no-sheet", "no-text"}
        assert acts(row) == ["upload", "read"]


def test_what_failed_can_be_read_again(world: World) -> None:
    actor = world.actor("office")
    row = taken_in(actor, b"no sheet", "a.txt")
    read_again(actor, row.pk)
    assert (states(), progress(actor).left) == (["waiting"], 1)
    read_on(actor)
    assert states() == ["failed"]


def test_a_reading_that_was_cut_off_goes_on_after_a_minute(world: World) -> None:
    actor = world.actor("office")
    (row,) = upload(actor, [sent(workbook())]).kept
    Intake.objects.filter(pk=row.pk).update(state="reading", claimed=clock.now(), tries=1)
    assert (read_on(actor).read, progress(actor).busy) == ((), 1)
    Intake.objects.filter(pk=row.pk).update(claimed=clock.now() - dt.timedelta(minutes=2))
    assert (read_on(actor).read, states()) == ((row.pk,), ["open"])


def test_a_document_that_brings_the_server_down_is_given_up(world: World) -> None:
    actor = world.actor("office")
    (row,) = upload(actor, [sent(workbook())]).kept
    long_ago = clock.now() - dt.timedelta(hours=1)
    Intake.objects.filter(pk=row.pk).update(state="reading", claimed=long_ago, tries=MOST_TRIES)
    assert read_on(actor).done
    held = Intake.objects.get(pk=row.pk)
    assert (held.state, error_code(held)) == ("failed", "reading-broken-off")


def test_each_sheet_of_a_document_is_an_intake(world: World) -> None:
    both = paper.workbook(*(paper.cells_of(workbook(slug)) for slug in ("soumu-R5-2", "soumu-R5-3")))
    taken_in(world.actor("office"), both, "two.xlsx")
    rows = Intake.objects.order_by("ordinal")
    read = [(row.ordinal, row.state, opened(row).sheet.identifier.plain) for row in rows]
    assert read == [(1, "open", "総務省R5－2"), (2, "open", "総務省R5－3")]


def test_what_is_set_aside_comes_back_as_it_was(world: World) -> None:
    actor = world.actor("office")
    good, bad = taken_in(actor), taken_in(actor, b"none", "a.txt")
    (new,) = upload(actor, [sent(b"new", "n.txt")]).kept
    for row in (good, bad, new):
        set_aside(actor, row.pk)
    assert (states(), read_on(actor).read) == (["set_aside"] * 3, ())
    for row in (good, bad, new):
        take_up(actor, row.pk)
    assert states() == ["open", "failed", "waiting"]
    assert acts(good) == ["upload", "read", "set-aside", "take-back"]


def test_nobody_reads_what_is_anothers(world: World) -> None:
    upload(world.actor("bureau"), [sent(workbook())])
    for username in ("other-bureau", "other-office"):
        assert (progress(world.actor(username)).left, read_on(world.actor(username)).read) == (0, ())
