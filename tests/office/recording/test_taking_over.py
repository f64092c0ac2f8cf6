"""Many records at once: a workbook that is filled in and a file, shown before, taken over whole or not at all."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from monosashi.office.recording.entering import edit
from monosashi.office.recording.files_out import csv_of, json_of
from monosashi.office.recording.history import history
from monosashi.office.recording.reading_out import add_records, records_for, registers_for
from monosashi.office.recording.refusals import (
    NoSuchUpload,
    OtherRegistersWorkbook,
    RecordsFileRefused,
    RecordsMoved,
    RecordTaken,
)
from monosashi.office.recording.seeing import Wanted, page_of
from monosashi.office.recording.taking_over import (
    RecordsPlan,
    TakenOver,
    plan,
    set_aside,
    take_over,
    upload_records,
    uploads_for,
)
from monosashi.office.recording.workbooks import marked_of, workbook_of
from monosashi.store.models import LogEntry
from tests.office.recording.records import REGISTER, added, entry, seminars
from tests.world import World

CSV = "番号,協議の名称,開催日（初日）,相手国,相手方との最上位のレベル,形式\n"


def sent(world: World, data: bytes, name: str = "consultations.csv", username: str = "division") -> RecordsPlan:
    """What a file would do that someone sends."""
    actor = world.actor(username)
    return plan(actor, "soumu", upload_records(actor, "soumu", REGISTER, data, name))


def planned(found: RecordsPlan) -> list[tuple[str, str]]:
    return [(one.doing, one.record.text("title")) for one in found.records]


def test_a_file_adds_and_changes_under_one_entry_of_the_log(world: World) -> None:
    where, kept = added(world), added(world, title="そのまま")
    text = (
        CSV
        + f"{where.code},改めた名,,,,\n{kept.code},そのまま,R1.6.18,米国,局長級,政策協議\n"
        + ",日英協議,R2.4.1,英国,局長級,政策協議\n"
    )
    found = sent(world, text.encode())
    assert planned(found) == [("changed", "改めた名"), ("left", "そのまま"), ("added", "日英協議")]
    assert [(one.was.ja, one.now.ja) for one in found.records[0].changes] == [("日米政策対話", "改めた名")]
    actor = world.actor("division")
    assert take_over(actor, "soumu", found.upload, found.sign) == TakenOver(register_code=REGISTER, added=1, changed=1)
    titles = {record.id: record.text("title") for record in records_for(actor, "soumu", REGISTER)}
    assert titles == {where.code: "改めた名", kept.code: "そのまま", "K-2020-0001": "日英協議"}
    assert [line.act for line in history(actor, "soumu", REGISTER, where.code)] == ["import", "add"]
    assert LogEntry.objects.filter(verb="record_import").count() == 1
    assert [one.state for one in uploads_for(actor, "soumu", REGISTER)] == ["taken"]
    with pytest.raises(RecordsMoved):
        take_over(actor, "soumu", found.upload, found.sign)


def test_one_fault_and_nothing_is_taken_over(world: World) -> None:
    found = sent(
        world, f"{CSV},日英協議,R2.2.30,英国,局長級,政策協議\n,日仏協議,R2.4.2,仏国,局長級,政策協議\n".encode()
    )
    assert [(fault.place, fault.field, fault.code) for fault in found.faults] == [
        ("consultations.csv:2", "held_on", "day-impossible")
    ]
    assert not found.ready
    with pytest.raises(RecordsMoved):
        take_over(world.actor("division"), "soumu", found.upload, found.sign)
    assert records_for(world.actor("office"), "soumu") == ()


def test_what_changed_after_the_look_is_looked_at_again(world: World) -> None:
    where = added(world)
    found = sent(world, f"{CSV}{where.code},改めた名,,,,\n".encode())
    edit(world.actor("bureau"), where, 1, entry(title="局の名"))
    with pytest.raises(RecordsMoved):
        take_over(world.actor("division"), "soumu", found.upload, found.sign)
    again = plan(world.actor("division"), "soumu", found.upload)
    assert take_over(world.actor("division"), "soumu", again.upload, again.sign).changed == 1


def test_another_offices_record_is_not_changed_by_a_file(world: World) -> None:
    where = added(world, "other-division")
    found = sent(world, f"{CSV}{where.code},改めた名,,,,\n".encode())
    assert [fault.code for fault in found.faults] == ["of-others"]
    for name in ("other-bureau", "other-office"):
        with pytest.raises(NoSuchUpload):
            plan(world.actor(name), "soumu", found.upload)
    assert plan(world.actor("office"), "soumu", found.upload).ready
    set_aside(world.actor("division"), "soumu", found.upload)
    assert plan(world.actor("office"), "soumu", found.upload).state == "set_aside"


def test_files_given_out_say_nothing_new_when_they_are_sent_back(world: World) -> None:
    added(world, outcome="次回を確認\n二行目", bodies="国務省、商務省", event="＝行事")
    added(world, title="日米韓", countries="米国、韓国", online="オンライン")
    actor = world.actor("division")
    records = records_for(actor, "soumu", REGISTER)
    register = next(one for one in registers_for(actor, "soumu") if one.code == REGISTER)
    name, data = workbook_of(actor, "soumu", REGISTER, Wanted())
    for sent_name, sent_data in (
        ("consultations.csv", csv_of(register, records).encode("utf-8-sig")),
        ("records.json", json_of(records).encode()),
        (name, data),
    ):
        found = sent(world, sent_data, sent_name)
        assert (sent_name, planned(found), found.faults) == (
            sent_name,
            [("left", "日米政策対話"), ("left", "日米韓")],
            (),
        )


def test_a_workbook_is_filled_in_marked_mended_and_taken_over(world: World) -> None:
    where = added(world)
    actor = world.actor("division")
    name, data = workbook_of(actor, "soumu", REGISTER, Wanted())
    columns = {"協議の名称": "日加協議", "開催日（初日）": "R2.13.1", "相手国": "カナダ"}
    more = {"相手方との最上位のレベル": "局長級", "形式": "意見交換"}
    wrong = sent(world, filled(data, where.code, {"結果の概要": "合意した"}, {**columns, **more}), name)
    assert planned(wrong) == [("changed", "日米政策対話"), ("added", "日加協議")]
    (fault,) = wrong.faults
    assert fault.code == "day-impossible"
    marked_name, marked = marked_of(actor, "soumu", wrong.upload)
    assert marked_name == "二国間協議・政策協議_直すところ.xlsx"
    worksheet, _, cell = fault.place.rpartition("!")
    assert load_workbook(BytesIO(marked))[worksheet][cell].comment is not None
    right = {**columns, **more, "開催日（初日）": "R2.12.1"}
    found = sent(world, filled(data, where.code, {"結果の概要": "合意した"}, right), name)
    assert take_over(actor, "soumu", found.upload, found.sign) == TakenOver(register_code=REGISTER, added=1, changed=1)
    made = {record.id: record for record in records_for(actor, "soumu", REGISTER)}
    assert (made[where.code].text("outcome"), made["K-2020-0001"].text("countries")) == ("合意した", "CA")


def filled(data: bytes, code: str, changed: dict[str, str], new: dict[str, str]) -> bytes:
    """A workbook with cells of a record changed, and its first empty row filled in, by heading."""
    workbook: Workbook = load_workbook(BytesIO(data))
    for worksheet in workbook.worksheets:
        places = headings(worksheet)
        if not places:
            continue
        rows = [row for row in range(1, worksheet.max_row + 1) if worksheet.cell(row, places["番号"][1]).value == code]
        empty = worksheet.max_row
        for row in range(places["番号"][0] + 1, worksheet.max_row + 1):
            if not any(worksheet.cell(row, column).value for _, column in places.values()):
                empty = row
                break
        for row, texts in ((rows[0], changed), (empty, new)):
            for heading, text in texts.items():
                worksheet.cell(row, places[heading][1]).value = text
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def headings(worksheet: Worksheet) -> dict[str, tuple[int, int]]:
    """Where each heading of the table stands; nothing where there is no table."""
    for row in worksheet.iter_rows(max_row=15):
        found = {str(cell.value).split("\n")[0]: (cell.row or 0, cell.column or 0) for cell in row if cell.value}
        if "（管理用）" in found:
            return found
    return {}


@pytest.mark.parametrize(("data", "name"), [(b"x", "a.pdf"), (b"PK\3\4", "a.xlsx"), (b"\xff\xfe\x00", "a.json")])
def test_a_file_that_holds_no_records_is_refused(world: World, data: bytes, name: str) -> None:
    with pytest.raises(RecordsFileRefused):
        sent(world, data, name)


def test_a_workbook_of_another_register_or_ministry_is_refused(world: World) -> None:
    added(world), added(world, "other-ministry", "env")
    _, seminar = workbook_of(world.actor("division"), "soumu", "seminars", Wanted())
    _, foreign = workbook_of(world.actor("other-ministry"), "env", REGISTER, Wanted())
    for data in (seminar, foreign):
        with pytest.raises(OtherRegistersWorkbook):
            sent(world, data, "a.xlsx")


def test_records_in_bulk_are_all_entered_or_none(world: World) -> None:
    office = world.actor("office")
    addresses = add_records(office, seminars(60, office="国際第一課"), reason="見本")
    assert (len(addresses), addresses[0]) == (60, "seminars/S-0000")
    found = page_of(world.actor("division"), "soumu", "seminars", Wanted(office="国際第一課"), 2)
    assert (found.found, found.number, len(found.lines), found.lines[0].writable) == (60, 2, 10, True)
    assert LogEntry.objects.filter(verb="record_add").count() == 1
    with pytest.raises(RecordTaken) as taken:
        add_records(office, [one.model_copy(update={"id": f"S-00{n}"}) for n, one in enumerate(seminars(70)[57:], 57)])
    assert "seminars/S-0057" in taken.value.message.ja
    assert page_of(office, "soumu", "seminars", Wanted()).total == 60
