"""Files of records: what is written is read again, whatever stands in it; and every fault tells file, line and field."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import FieldText, Proof, Record, RecordState, Register
from monosashi.registers.files import RecordsRead, UnreadableRecords, read_records, records_csv, records_json
from tests.registers.shipped import EVERY_KIND, REGISTERS, WORDS, field_texts

SHIPPED = tuple(REGISTERS.values())


def read(text: str | bytes, name: str) -> RecordsRead:
    return read_records(text.encode() if isinstance(text, str) else text, name, SHIPPED)


def faults(found: RecordsRead) -> list[tuple[str, str, str, str]]:
    return [(fault.place, fault.record, fault.field, fault.code) for fault in found.faults]


TOML = """
policy = "港の政策"

[[seminars]]
id = "S-1"
title = "港の通信"
held_on = 2021-06-18
form = "セミナー"
participants = 1_234
countries = ["米国", "VN"]
proofs = ["https://example.go.jp/s1", { sha256 = "SHA", name = "次第.pdf" }]

[[seminars]]
id = "S-2"
title = "夜の通信"
held_on = "令和3年6月31日"
form = "symposium"
policy = "空の政策"
co_hosts = [["甲"]]
colour = "青"

[[agreements]]
title = "覚書"
signed_on = "R3.4.1"
instrument = "memorandum"
political_level = false
""".replace("SHA", "0" * 64)


def test_a_file_written_by_hand() -> None:
    found = read(TOML, "記録.toml")
    first, second, third = found.records
    assert {value.field: value.text for value in first.values} == {
        "title": "港の通信",
        "held_on": "2021-06-18",
        "countries": "US VN",
        "form": "seminar",
        "participants": "1234",
    }
    assert first.proofs == (Proof(url="https://example.go.jp/s1"), Proof(sha256="0" * 64, name="次第.pdf"))
    assert (first.policy, second.policy, third.policy) == ("港の政策", "空の政策", "港の政策")
    assert (third.kind, third.id, third.text("political_level")) == ("agreements", "*記録-22", "false")
    assert faults(found) == [
        ("記録.toml:16", "S-2", "held_on", "day-impossible"),
        ("記録.toml:20", "S-2", "colour", "no-such-field"),
        ("記録.toml:19", "S-2", "co_hosts", "no-text"),
    ]


def test_a_csv_as_a_spreadsheet_saves_it() -> None:
    text = (
        "番号,署名・合意の日,合意の名称,合意の形（一つ）,政務レベル,相手国,状態,Evidence,備考\r\n"
        'A-1,2021/6/18,"覚書, 第一",協力覚書,はい,"米国、\n英国",登録,https://example.go.jp/a,\r\n'
        "\r\n"
        "A-2,6月18日,=1+1,口約束,いいえ,EU,中止,,急ぐ\r\n"
        ',R3.6.20,"三"つ目,memorandum,no,,,,\r\n'
        "A-1,R3.6.21,四つ目,memorandum,no,,,,\r\n"
        "A-5,R3.6.22,五つ目,memorandum,no,,未定,,\r\n"
    )
    for data in (
        text.encode("cp932"),
        text.encode("utf-8-sig"),
        text.encode("utf-16"),
        text.replace("\r\n", "\n").encode(),
    ):
        found = read(data, "agreements-R3.csv")
        assert [(one.id, one.text("title"), one.state.value) for one in found.records] == [
            ("A-1", "覚書, 第一", "entered"),
            ("A-2", "=1+1", "cancelled"),
            ("A-5", "五つ目", "draft"),
        ]
        assert found.records[0].text("countries") == "US GB"
        assert faults(found) == [
            ("agreements-R3.csv:1", "", "", "no-such-column"),
            ("agreements-R3.csv:6", "", "", "broken-line"),
            ("agreements-R3.csv:5", "A-2", "signed_on", "day-unfinished"),
            ("agreements-R3.csv:5", "A-2", "countries", "no-state"),
            ("agreements-R3.csv:5", "A-2", "instrument", "no-such-choice"),
            ("agreements-R3.csv:5", "A-2", "", "beyond-heading"),
            ("agreements-R3.csv:7", "A-1", "id", "repeated-id"),
            ("agreements-R3.csv:8", "A-5", "state", "no-such-state"),
        ]


@pytest.mark.parametrize("name", ["seminars.csv", "セミナー・シンポジウム（R3）.csv", "data.csv"])
def test_the_register_of_a_csv_is_told_by_its_name_or_heading(name: str) -> None:
    heading = "id,title,held_on,form,participants,co_hosts"
    found = read(f"{heading}\nS-1,集い,2021/6/18,seminar,45,\n", name)
    assert [(one.kind, one.text("participants")) for one in found.records] == [("seminars", "45")]
    assert found.faults == ()


def test_a_column_may_tell_the_register_of_each_row() -> None:
    found = read("register,id,title\nstudies,T-1,調査\norders,J-1,受注\ncars,C-1,車\n,X-1,無し\n", "all.csv")
    assert [one.address for one in found.records] == ["studies/T-1", "orders/J-1"]
    assert [code for *_, code in faults(found) if code != "unfilled"] == ["no-such-register", "no-such-register"]


def test_json_tells_lines_of_records_and_fields() -> None:
    text = '{\n "register": "orders",\n "records": [\n  {"id": "J-1", "title": "港", "ordered_on": "2021-13-01", "company_name": "甲"},\n'
    text += '  {\n   "id": "J-2",\n   "title": "空",\n   "ordered_on": "2021-01-01",\n   "company_name": "乙",\n   "amount": "5ドル"\n  },\n  7\n ],\n "colour": 1\n}\n'
    found = read(text, "a.json")
    assert [one.id for one in found.records] == ["J-1", "J-2"]
    assert faults(found) == [
        ("a.json:1", "", "colour", "unknown-key"),
        ("a.json:12", "", "", "no-record"),
        ("a.json:4", "J-1", "ordered_on", "day-impossible"),
        ("a.json:10", "J-2", "amount", "other-currency"),
    ]


def test_a_broken_line_of_json_lines_is_told_and_the_rest_taken() -> None:
    good = '{"register": "orders", "id": "J-%d", "title": "港", "ordered_on": "2021-01-01", "company_name": "甲", "amount": 1.50}'
    text = f'{good % 1}\n{{"register": \n\n[1]\n{{"id": "J-2", "id": "J-3"}}\n{good % 4}\n'
    found = read(text, "a.jsonl")
    assert [(one.id, one.text("amount")) for one in found.records] == [("J-1", "1.5"), ("J-4", "1.5")]
    assert [(place, code) for place, _, _, code in faults(found)] == [
        ("a.jsonl:2", "broken-line"),
        ("a.jsonl:4", "no-record"),
        ("a.jsonl:5", "broken-line"),
    ]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x81", "a.csv"),
        (b"", "orders.csv"),
        (b"a,b\n1,2\n", "a.csv"),
        (b"a = [", "a.toml"),
        (b"colour = 1", "a.toml"),
        (b"[1", "a.json"),
        (b"7", "a.json"),
        (b'{"records": []} x', "a.json"),
        (b'{"records": [], "records": []}', "a.json"),
        (b'{"records": [NaN]}', "a.json"),
        (b"[" * 100_000, "a.json"),
        (b"x", "a.pdf"),
    ],
)
def test_a_file_that_is_none_is_refused(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableRecords) as told:
        read(data, name)
    assert told.value.code == "unreadable-records"
    assert told.value.message.ja.startswith(f"「{name}」から記録を読めません。")


RECORDS = st.builds(
    Record,
    kind=st.just("everything"),
    id=st.integers(1, 10**6).map(lambda n: f"K-{n}"),
    office=st.sampled_from(("", "国際課", "=課")),
    policy=st.sampled_from(("", "港の政策", "+政策")),
    state=st.sampled_from(RecordState),
    proofs=st.sampled_from(((), (Proof(url="https://example.go.jp"), Proof(sha256="0" * 64, name="=議事録.pdf")))),
    values=st.tuples(*map(field_texts, EVERY_KIND.fields)),
    invented=st.booleans(),
)


@given(st.lists(RECORDS, max_size=3, unique_by=lambda record: record.id))
def test_what_is_written_is_read_again(records: list[Record]) -> None:
    for text, name in (
        (records_json(records), "a.json"),
        (records_csv(EVERY_KIND, records), "everything.csv"),
        ("\ufeff" + records_csv(EVERY_KIND, records).replace("\n", "\r\n"), "everything.csv"),
    ):
        assert read_records(text.encode(), name, (EVERY_KIND,)) == RecordsRead(records=tuple(records))


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_no_program_takes_a_cell_for_a_formula(words: list[str]) -> None:
    register: Register = REGISTERS["seminars"]
    values = tuple(FieldText(field="title", text=word) for word in words[:1])
    record = Record(kind="seminars", id="S-1", office=words[-1], policy=words[0], values=values)
    for row in csv.reader(io.StringIO(records_csv(register, [record]))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")) for cell in row)
