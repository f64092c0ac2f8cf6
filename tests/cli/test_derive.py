"""``monosashi derive`` and ``audit --records``: the sheet's numbers counted anew from files of records."""

import json
from pathlib import Path

import pytest

from monosashi.model import FieldText, Record, RecordState
from monosashi.office import publish
from monosashi.office.recording.papers import register_workbook
from monosashi.office.samples import sample
from monosashi.registers.files import records_json
from monosashi.registers.invented import invented
from monosashi.registers.kinds import shipped_registers
from tests.cli import command
from tests.web.conftest import reading_of

MADE = invented()


def run(*arguments: object) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    code, out, err = command.run(*arguments)
    return code, out.decode(), err


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The retold sheet, and the invented records that yield what it prints."""
    kept = tmp_path_factory.mktemp("in")
    (kept / "sheet.json").write_bytes(publish(reading_of(sample("soumu-r3-14"), b"a", "a.xlsx"), "json")[""])
    (kept / "records").mkdir()
    (kept / "records" / "all.json").write_text(records_json(MADE.records), encoding="utf-8")
    return kept


def derived(folder: Path, *more: object) -> tuple[dict[str, object], str]:
    code, out, said = run("derive", folder / "sheet.json", "--json", *more)
    assert code == 0, said
    return json.loads(out), said


def test_json_says_every_number_beside_its_count(folder: Path) -> None:
    told, said = derived(folder, "--records", folder / "records")
    (sheet,) = json.loads(json.dumps(told["sheets"]))
    assert (said, told["faults"]) == ("", [])
    compared = [one for one in sheet["numbers"] if one["agrees"] is not None]
    assert (len(compared), [one for one in compared if not one["agrees"]]) == (33, [])
    means = [one["counted"] for one in sheet["numbers"] if one["mean"]]
    assert means == ["41", "28", "45", "19", "33", "14", "5"]
    talks = [count for count in sheet["counts"] if count["rule"] == "consultations"]
    assert [(count["nendo"], count["value"], count["invented"]) for count in talks] == [
        (2018, "56", True),
        (2019, "50", True),
        (2020, "17", True),
        (2021, "1", True),
    ]
    assert all(
        len(count["counted"]) + len(count["left_out"]) == sum(one.kind == "consultations" for one in MADE.records)
        for count in talks
    )


def test_a_person_reads_which_numbers_agree(folder: Path) -> None:
    code, out, _ = run("derive", folder / "sheet.json", "--records", folder / "records")
    assert code == 0
    assert "見本の記録（架空）を含みます" in out
    assert "令和元年度 参考 past: 登録 records 50回 · 表 printed 50回 ＝ · 数えた counted 50" in out
    assert out.rstrip().endswith("比べた値 compared 33 · 違う differ 0")


def test_a_record_less_is_one_less_in_number_and_in_the_audits_finding(folder: Path, tmp_path: Path) -> None:
    line = next(
        one
        for one in MADE.key
        if (one.rule, one.nendo, one.counts) == ("consultations", 2019, True)
        and one.record not in {other.instead for other in MADE.key}
    )
    fewer = [record for record in MADE.records if record.address != line.record]
    (tmp_path / "records.json").write_text(records_json(fewer), encoding="utf-8")
    told, _ = derived(folder, "--records", tmp_path / "records.json")
    (sheet,) = json.loads(json.dumps(told["sheets"]))
    assert [one["counted"] for one in sheet["numbers"] if one["agrees"] is False] == ["49"]
    code, out, _ = run("audit", folder / "sheet.json", "--records", tmp_path / "records.json", "--json")
    findings = [one for one in json.loads(out)["findings"] if one["code"] == "register-differs"]
    assert [(code, one["found"], one["expected"], one["place"] is None) for one in findings] == [
        (0, "50回", "49回", True)
    ]
    rows = [row["path"] for row in findings[0]["evidence"]]
    assert (len(rows), f"records/{line.record}" in rows) == (49, False)


def test_a_register_of_the_package_as_a_workbook(folder: Path, tmp_path: Path) -> None:
    orders = next(register for register in shipped_registers() if register.code == "orders")
    records = [record for record in MADE.records if record.kind == "orders"]
    (tmp_path / "orders.xlsx").write_bytes(register_workbook(orders, records, whose="soumu", whose_name="総務省"))
    told, said = derived(folder, "--records", tmp_path)
    (sheet,) = json.loads(json.dumps(told["sheets"]))
    assert (said, told["faults"]) == ("", [])
    won = {count["nendo"]: count["value"] for count in sheet["counts"] if count["rule"] == "orders"}
    assert won == {2018: "8", 2019: "4", 2020: "3", 2021: "1"}


def test_faulty_records_are_told_with_their_place_and_the_others_counted(folder: Path, tmp_path: Path) -> None:
    whole = "S-1,説明会,R2.6.1,セミナー\nS-2,説明会,R2.6.31,セミナー\n"
    (tmp_path / "seminars.csv").write_text(f"番号,名称,開催日（初日）,形式\n{whole}", encoding="utf-8")
    (tmp_path / "seminars-2.csv").write_text(
        f"register,番号,名称,開催日（初日）,形式\n{'seminars,' + whole.split(chr(10), maxsplit=1)[0]}\n",
        encoding="utf-8",
    )
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    told, said = derived(folder, "--records", tmp_path)
    faults = json.loads(json.dumps(told["faults"]))
    assert sorted((fault["place"], fault["code"]) for fault in faults) == [
        ("broken.json", "unreadable-records"),
        ("seminars.csv", "repeated-id"),
        ("seminars.csv:3", "day-impossible"),
    ]
    assert "seminars.csv:3: " in said
    (sheet,) = json.loads(json.dumps(told["sheets"]))
    assert [one["value"] for one in sheet["counts"] if one["rule"] == "seminars"] == ["0", "0", "1"]


def test_registers_and_rules_of_ones_own(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "walks.toml").write_text(
        'code = "walks"\nname = { ja = "歩く会", en = "Walks" }\ncounted = { ja = "一回", en = "one" }\nday = "on"\n'
        'title = "title"\nfields = [{ code = "on", name = { ja = "日", en = "Day" }, kind = "date", required = true },'
        ' { code = "title", name = { ja = "名", en = "Name" }, kind = "text", required = true }]\n',
        encoding="utf-8",
    )
    (tmp_path / "rules.toml").write_text(
        '[[rules]]\ncode = "seminars"\nregister = "walks"\ntext = { ja = "歩く会の回数", en = "Walks" }\nunit = "回"\n'
        'applies_to = [{ measure = "国内外におけるセミナー・シンポジウム等の実施回数" }]\nday = "on"\nvalid_from = 2020\n'
        'source = { ja = "見本", en = "example" }\n',
        encoding="utf-8",
    )
    walks = [
        Record(
            kind="walks",
            id=f"W-{n}",
            state=state,
            values=(FieldText(field="on", text="2020-07-01"), FieldText(field="title", text="山")),
        )
        for n, state in enumerate([RecordState.ENTERED, RecordState.ENTERED, RecordState.DRAFT])
    ]
    (tmp_path / "walks.json").write_text(records_json(walks), encoding="utf-8")
    own = ("--registers", tmp_path / "walks.toml", "--rules", tmp_path / "rules.toml")
    told, _ = derived(folder, "--records", tmp_path / "walks.json", *own)
    (sheet,) = json.loads(json.dumps(told["sheets"]))
    walked = [one for one in sheet["counts"] if one["rule"] == "seminars"]
    assert [(one["nendo"], one["value"]) for one in walked] == [(2018, "0"), (2019, "0"), (2020, "2")]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--records", "nowhere.json"), 4, "no-such-file"),
        (("--records", "."), 2, "no-records"),
        (("--records", "all.json", "--rules", "all.json"), 2, "bad-counting-rule"),
        (("--records", "all.json", "--registers", "all.json"), 2, "bad-register"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if "all.json" in arguments:
        (tmp_path / "all.json").write_text("{}", encoding="utf-8")
    ended, out, said = run("derive", folder / "sheet.json", *arguments)
    assert (ended, out) == (code, "")
    assert said.startswith(told)
