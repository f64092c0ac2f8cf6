"""What is typed, by kind: what a record then keeps, and what is refused with which code."""

import pytest

from monosashi.model import FieldKind, Message, Proof, RecordState, RegisterField
from monosashi.registers.entering import NotEntered, canonical, is_id, record_of
from monosashi.registers.proof_texts import proof_text, proofs_in
from tests.registers.shipped import EVERY_KIND, REGISTERS

PERSONS = RegisterField(code="n", name=Message(ja="人数", en="Persons"), kind=FieldKind.NUMBER, unit="人")
MILLIONS = RegisterField(code="m", name=Message(ja="額", en="Amount"), kind=FieldKind.MONEY, unit="百万円")
LEVEL = REGISTERS["consultations"].field("level")


def field(kind: FieldKind) -> RegisterField:
    return next(one for one in EVERY_KIND.fields if one.kind is kind)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "令和3年6月18日",
            "令和３年６月１８日",
            "R3.6.18",
            "Ｒ３．６．１８",
            "r3/6/18",
            "令和3年6月18日（金）",
            "令和3年6月18日 金曜日",
        ),
        *("2021/6/18", "2021-06-18", "2021-6-18", "2021年6月18日", "2021.06.18", "20210618", "2021/06/18 0:00:00"),
        *(
            "2021-06-18 00:00:00",
            "2021-06-18T00:00:00",
            "18 June 2021",
            "June 18, 2021",
            "18-Jun-2021",
            "Jun. 18th, 2021",
        ),
        "　２０２１／６／１８　",
    ],
)
def test_a_day_in_many_ways(typed: str) -> None:
    assert canonical(field(FieldKind.DATE), typed) == "2021-06-18"


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (FieldKind.DATE, "平成31年4月30日", "2019-04-30"),
        (FieldKind.DATE, "令和元年5月1日", "2019-05-01"),
        (FieldKind.DATE, "", ""),
        (FieldKind.YEAR, "令和3年度", "2021"),
        (FieldKind.YEAR, "２０２１", "2021"),
        (FieldKind.YEAR, "FY2021", "2021"),
        (FieldKind.CHOICE, "ONE", "one"),
        (FieldKind.CHOICE, "一、いち", "one"),
        (FieldKind.FLAG, "はい", "true"),
        (FieldKind.FLAG, "○", "true"),
        (FieldKind.FLAG, "ＴＲＵＥ", "true"),
        (FieldKind.FLAG, "無", "false"),
        (FieldKind.COMPANY, "8700110005901", "8700110005901"),
        (FieldKind.COMPANY, "8-7001-1000-5901", "8700110005901"),
        (FieldKind.COMPANY, "Ｔ８７００１１０００５９０１", "8700110005901"),
        (FieldKind.NAMES, "総務省、外務省\n　経済産業省　\n総務省", "総務省\n外務省\n経済産業省"),
        (FieldKind.NAMES, "Foo Co., Ltd.", "Foo Co., Ltd."),
        (FieldKind.RECORD, "ｓｔｕｄｉｅｓ／Ｋ－１", "studies/K-1"),
        (FieldKind.TEXT, "　=1+1\r\n合意 ", "=1+1\n合意"),
        (FieldKind.TEXT, "－", "－"),
    ],
)
def test_what_is_kept(kind: FieldKind, typed: str, kept: str) -> None:
    assert canonical(field(kind), typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        *(
            ("1,234", "1234"),
            ("１，２３４人", "1234"),
            ("45 名", None),
            ("△5", "-5"),
            ("▲ 5", "-5"),
            ("－５", "-5"),
            ("+5", "5"),
        ),
        *(("0", "0"), ("-0", "0"), ("12.50", "12.5"), (".5", "0.5"), ("007", "7"), ("1,23", None), ("約45", None)),
        *(("45人程度", None), ("集計中", None), ("1E5", None), ("12人34", None), ("9" * 30, None), ("①", None)),
    ],
)
def test_a_number(typed: str, kept: str | None) -> None:
    assert entered(PERSONS, typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        *(("1,234.5", "1234.5"), ("1,234.5百万円", "1234.5"), ("12億円", "1200"), ("1億2,300万円", "123")),
        *(
            ("1兆2,000億円", "1200000"),
            ("３千円", "0.003"),
            ("¥5,000,000円", "5"),
            ("△12億円", "-1200"),
            ("500円", "0.0005"),
        ),
        *(
            ("￥300", "300"),
            ("1.2 billion yen", "1200"),
            ("5 million yen", "5"),
            ("2,300万1億円", None),
            ("12億", None),
        ),
        *(("$5", None), ("5万ドル", None), ("約12億円", None), ("5円玉", None), ("－", None)),
    ],
)
def test_money_in_millions(typed: str, kept: str | None) -> None:
    assert entered(MILLIONS, typed) == kept


def entered(field: RegisterField, typed: str) -> str | None:
    try:
        return canonical(field, typed)
    except NotEntered:
        return None


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        (FieldKind.DATE, "2021/2/30", "day-impossible"),
        (FieldKind.DATE, "平成0年1月1日", "day-impossible"),
        (FieldKind.DATE, "1700/1/1", "day-impossible"),
        (FieldKind.DATE, "6月18日", "day-unfinished"),
        (FieldKind.DATE, "令和3年6月", "day-unfinished"),
        (FieldKind.DATE, "44365", "day-serial"),
        (FieldKind.DATE, "6/18/2021", "day-doubtful"),
        (FieldKind.DATE, "令和3年6月18日～20日", "day-range"),
        (FieldKind.DATE, "令和3年6月18日（土）", "weekday-differs"),
        (FieldKind.DATE, "2021/6/18 13:00", "no-day"),
        (FieldKind.DATE, "集計中", "no-day"),
        (FieldKind.DATE, "－", "only-a-dash"),
        (FieldKind.YEAR, "3年度", "no-year"),
        (FieldKind.YEAR, "令和3年", "no-year"),
        (FieldKind.YEAR, "令和3事務年度", "no-year"),
        (FieldKind.CHOICE, "四", "no-such-choice"),
        (FieldKind.COUNTRIES, "米国、アトランティス", "country-unknown"),
        (FieldKind.COUNTRIES, "米国、EU", "no-state"),
        (FieldKind.COUNTRIES, "コソボ", "no-state"),
        (FieldKind.COUNTRIES, "、、", "country-unknown"),
        (FieldKind.FLAG, "たぶん", "no-yes-or-no"),
        (FieldKind.NUMBER, "約45", "number-about"),
        (FieldKind.NUMBER, "多数", "no-number"),
        (FieldKind.MONEY, "5万ドル", "other-currency"),
        (FieldKind.MONEY, "未定", "no-number"),
        (FieldKind.COMPANY, "1234567890123", "company-check-digit"),
        (FieldKind.COMPANY, "700110005901", "company-length"),
        (FieldKind.COMPANY, "例示株式会社", "company-no-digits"),
        (FieldKind.COMPANY, "٨٧٠٠١١٠٠٠٥٩٠١", "company-no-digits"),
        (FieldKind.RECORD, "orders/K-1", "no-record-address"),
        (FieldKind.RECORD, "K-1", "no-record-address"),
        (FieldKind.TEXT, "あ\x07", "control-character"),
        (FieldKind.TEXT, "あ" * 4001, "too-long"),
    ],
)
def test_what_is_refused_says_so_in_both_languages(kind: FieldKind, typed: str, code: str) -> None:
    with pytest.raises(NotEntered) as told:
        canonical(field(kind), typed)
    assert told.value.code == code
    assert "この項目だけ取り込んでいません。" in told.value.ja
    assert "This field alone was not taken over." in told.value.en


def test_a_number_of_the_commercial_register_is_led_to_the_corporate_number() -> None:
    with pytest.raises(NotEntered) as told:
        canonical(field(FieldKind.COMPANY), "700110005901")
    assert "法人番号は8700110005901です" in told.value.ja


def test_a_record_with_faults_is_not_lost() -> None:
    typed = {
        "title": "日米対話",
        "held_on": "6月18日",
        "countries": "米国、EU",
        "level": "局長",
        "form": "政策協議",
        "colour": "青",
    }
    record, faults = record_of(REGISTERS["consultations"], "K-1", typed, office="国際課", place="a.csv:3")
    assert [(value.field, value.text) for value in record.values] == [
        ("title", "日米対話"),
        ("form", "policy_dialogue"),
    ]
    assert [(fault.field, fault.code) for fault in faults] == [
        ("held_on", "day-unfinished"),
        ("countries", "no-state"),
        ("level", "no-such-choice"),
        ("colour", "no-such-field"),
    ]
    assert {(fault.place, fault.record) for fault in faults} == {("a.csv:3", "K-1")}
    assert (record.office, record.state) == ("国際課", RecordState.ENTERED)


def test_a_draft_may_lack_what_an_entered_record_needs() -> None:
    register = REGISTERS["agreements"]
    _, faults = record_of(register, "A-1", {"title": "覚書"})
    assert [(fault.field, fault.code) for fault in faults] == [
        ("signed_on", "unfilled"),
        ("instrument", "unfilled"),
        ("political_level", "unfilled"),
    ]
    assert record_of(register, "A-1", {"title": "覚書"}, state=RecordState.DRAFT)[1] == ()


def test_a_last_day_before_the_first_is_told_and_both_are_kept() -> None:
    typed = {"title": "会議", "held_on": "2021/6/18", "last_day": "2021/6/17", "form": "seminar"}
    record, faults = record_of(REGISTERS["seminars"], "S-1", typed)
    assert [(fault.field, fault.code) for fault in faults] == [("last_day", "day-before")]
    assert (record.text("held_on"), record.text("last_day")) == ("2021-06-18", "2021-06-17")


def test_what_can_be_an_id() -> None:
    assert [is_id(text) for text in ("K-2021-0001", "①", "a b", "a/b", "", "*1", "x" * 81)] == [
        *(True, True, False, False, False, False, False),
    ]


def test_proofs_are_addresses_or_files() -> None:
    text = f"https://example.go.jp/a 報道資料\nhttps://example.go.jp/b\nsha256:{'A' * 64} 議事録 .pdf\n机の上"
    proofs, faults = proofs_in(text)
    assert proofs == (
        Proof(url="https://example.go.jp/a", name="報道資料"),
        Proof(url="https://example.go.jp/b"),
        Proof(sha256="a" * 64, name="議事録 .pdf"),
    )
    assert [fault.code for fault in faults] == ["no-proof"]
    assert proofs_in(proof_text(proofs)) == (proofs, ())
