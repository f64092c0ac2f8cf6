"""Records are kept: proven by the log, backed up and restored byte for byte, and their lists drawn again."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from monosashi.office.operations.backing_up import back_up
from monosashi.office.operations.checked import Standing
from monosashi.office.operations.kept_checks import kept_checks
from monosashi.office.operations.proving import prove
from monosashi.office.operations.rebuilding import rebuild
from monosashi.office.operations.restoring import restore
from monosashi.office.recording.defining import keep_register
from monosashi.office.recording.entering import Where, cancel, edit
from monosashi.office.recording.proofs import File, attach, detach, file_of
from monosashi.office.recording.reading_out import add_records, registers_for
from monosashi.office.recording.refusals import BadProof
from monosashi.office.recording.seeing import Wanted, page_of
from monosashi.store.models import (
    DefinitionVersion,
    KeptDefinition,
    KeptDocument,
    KeptRecord,
    RecordFile,
    RecordRow,
    RecordVersion,
)
from tests.office.recording.records import REGISTER, added, entry, seminars
from tests.world import World

FILE = "議事録\0\xff".encode()
KEPT: tuple[type[Model], ...] = (
    KeptRecord,
    RecordVersion,
    RecordFile,
    RecordRow,
    KeptDefinition,
    DefinitionVersion,
    KeptDocument,
)


def worked_on(world: World) -> Where:
    """A record with five versions and a file, beside others and a register of one's own."""
    where, actor = added(world), world.actor("division")
    attach(actor, where, 1, url="https://example.go.jp/press/1")
    attach(actor, where, 2, file=File(name="C:\\文書\\議事録.pdf", data=FILE))
    edit(actor, where, 3, entry(title="改めた名"), reason="誤記")
    cancel(actor, where, 4, "中止")
    add_records(world.actor("office"), seminars(3))
    seminar = next(one for one in registers_for(actor, "soumu") if one.code == "seminars")
    keep_register(world.actor("bureau"), "soumu", seminar.model_copy(update={"code": "trainings"}))
    return where


def everything() -> dict[str, list[dict[str, object]]]:
    """Every row of the tables of records, but for the ids of lines, which are drawn anew."""
    return {
        kind.__name__: [
            {name: value for name, value in row.items() if kind is not RecordRow or name != "id"}
            for row in kind._default_manager.order_by("pk").values()
        ]
        for kind in KEPT
    }


def test_a_backup_gives_records_back_byte_for_byte(lasting_world: World, tmp_path: Path) -> None:
    where = worked_on(lasting_world)
    before = everything()
    back_up(tmp_path / "backup.zip")
    call_command("flush", verbosity=0, interactive=False)
    restore(tmp_path / "backup.zip")
    assert everything() == before
    assert file_of(lasting_world.actor("division"), where, str(before["KeptDocument"][0]["sha256"])) == (
        "議事録.pdf",
        FILE,
    )
    assert prove().holds
    assert page_of(lasting_world.actor("office"), "soumu", REGISTER, Wanted(q="改めた")).found == 1


def test_the_log_tells_of_every_version_and_any_tampering_is_found(world: World) -> None:
    worked_on(world)
    assert prove().problems == ()
    version = RecordVersion.objects.get(record__register=REGISTER, number=4)
    said = json.loads(version.content)
    RecordVersion.objects.filter(pk=version.pk).update(content=json.dumps({**said, "policy": "別"}))
    assert problems() == ["record-edited"]
    RecordVersion.objects.filter(pk=version.pk).update(content=version.content, author_name="別人")
    assert problems() == ["record-otherwise"]
    RecordVersion.objects.filter(pk=version.pk).update(author_name=version.author_name)
    first = RecordVersion.objects.filter(record__register="seminars").order_by("pk").first()
    assert first is not None
    KeptRecord.objects.filter(pk=first.record_id).update(head=None)
    RecordRow.objects.filter(record=first.record_id).delete()
    RecordVersion.objects.filter(pk=first.pk).delete()
    assert problems() == ["record-missing"]
    DefinitionVersion.objects.update(reason="別の理由")
    assert problems() == ["definition-otherwise", "record-missing"]


def problems() -> list[str]:
    return sorted(problem.code for problem in prove().problems)


def test_lists_are_drawn_again_from_the_versions_alone(world: World) -> None:
    worked_on(world)
    before = everything()
    RecordRow.objects.all().delete()
    assert [one.code for one in kept_checks(whole=True) if one.standing is Standing.BAD] == ["record-lists"]
    assert rebuild() == []
    assert everything() == before
    assert [one.code for one in kept_checks(whole=True) if one.standing is Standing.BAD] == []
    RecordVersion.objects.filter(record__register="seminars", record__code="S-0001").update(content="{}")
    assert rebuild() == ["soumu/seminars/S-0001"]
    bad = [one.code for one in kept_checks(whole=True) if one.standing is Standing.BAD]
    assert bad == ["record-lists", "record-versions", "log"]


def test_evidence_is_a_link_or_a_file_given_once(world: World) -> None:
    actor, where = world.actor("division"), added(world)
    assert attach(actor, where, 1, url=" https://example.go.jp/a ") == 2
    assert attach(actor, where, 2, url="https://example.go.jp/a") == 2
    for url in ("", "example.go.jp", "javascript:alert(1)", "https://example.go.jp/a b"):
        with pytest.raises(BadProof):
            attach(actor, where, 2, url=url)
    for file in (File(name="空.txt", data=b""), File(name="", data=b"x")):
        with pytest.raises(BadProof):
            attach(actor, where, 2, file=file)
    assert (attach(actor, where, 2, file=File(name="a.txt", data=FILE)), detach(actor, where, 3, 2)) == (3, 4)
    sha256 = KeptDocument.objects.get(name="a.txt").sha256
    assert file_of(actor, where, sha256)[1] == FILE


@pytest.mark.parametrize("records", [1, 3])
def test_a_list_takes_as_many_questions_however_long_it_is(world: World, records: int) -> None:
    add_records(world.actor("office"), seminars(records))
    actor = world.actor("division")
    with CaptureQueriesContext(connection) as queries:
        assert page_of(actor, "soumu", "seminars", Wanted()).found == records
    assert len(queries) == 9


def test_a_list_is_searched_and_filtered(world: World) -> None:
    added(world, held_on="2019-03-31", countries="米国")
    added(world, held_on="2019-04-01", countries="米国、フランス", level="大臣級", title="日米仏会合")
    cancel(world.actor("division"), added(world, countries="フランス"), 1, "中止")

    def found(**asked: object) -> int:
        wanted = Wanted.model_validate(asked)
        return page_of(world.actor("auditor"), "soumu", REGISTER, wanted).found

    assert (found(), found(nendo="2018"), found(nendo="2019"), found(nendo="none")) == (3, 1, 2, 0)
    assert (found(q="フランス"), found(q="ﾌﾗﾝｽ 日米仏"), found(q="france"), found(q="独")) == (2, 1, 2, 0)
    assert (found(state="cancelled"), found(office="国際第一課"), found(office="自治局")) == (1, 3, 0)
    assert (found(marks={"countries": "US"}), found(marks={"countries": "FR", "level": "ministerial"})) == (2, 1)
    assert found(marks={"nothing": "x"}) == 3
