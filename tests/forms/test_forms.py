"""The forms on file: each says where it comes from, and is read without saying where things are printed."""

from pathlib import Path

import pytest

from monosashi.forms import UNKNOWN, Form, default_form, form, forms, general, label_key, load_form, widened
from monosashi.model.error import MonosashiError

IDS = [blank.id for blank in forms()]


def test_every_layout_has_a_form() -> None:
    assert IDS == [
        "hyoujun-hyoka",
        "hyoujun-jizen",
        "mhlw-jisseki",
        "mlit-kohyo",
        "mod-hyoka",
        "mof-chosho",
        "mof-jizen",
        "soumu-hyoka",
        "soumu-jizen-r3",
    ]
    assert [blank.id for blank in forms() if blank.printable] == IDS
    assert default_form().id == "soumu-jizen-r3"


@pytest.mark.parametrize("one", forms(), ids=IDS)
def test_each_form_cites_its_source_in_both_languages(one: Form) -> None:
    assert one.citation.ja.strip()
    assert one.citation.en.strip()
    assert one.statements
    assert one.id == "soumu-jizen-r3" or "http" in one.citation.ja


def test_the_general_wordings_are_no_form_on_file() -> None:
    assert general().id == UNKNOWN
    assert UNKNOWN not in IDS
    assert not general().printable


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("（１）施策の概要", "施策の概要"),
        ("Ⅱ．評 価 結 果", "評価結果"),
        ("○ 測定指標", "測定指標"),
        ("予算の\n状況\n（百万\n円）", "予算の状況"),
        ("Baseline\n基準値", "基準値"),
        ("合計(a+b+c)", "合計"),
        ("KPI", "kpi"),
        ("達成目標1について", "達成目標1について"),
    ],
)
def test_labels_are_compared_by_their_words(printed: str, key: str) -> None:
    assert label_key(printed) == key


def test_a_widened_form_knows_what_others_print_and_keeps_its_own_roles() -> None:
    soumu, kohyo = form("soumu-jizen-r3"), form("mlit-kohyo")
    wide = widened(soumu, forms())
    goal = wide.table("indicators").column("goal")
    names = next(spec for spec in wide.statements if spec.role == "name")
    assert "施策目標" in goal.keys  # a column here, the policy's name on the other form
    assert "施策目標" not in names.keys
    assert "施策目標" in next(spec for spec in widened(kohyo, forms()).statements if spec.role == "name").keys
    assert {table.part for table in wide.tables} == {"indicators", "programmes", "cabinet", "budget", "items"}
    assert [spec for spec in wide.statements if spec.optional and spec.role in {s.role for s in soumu.statements}] == []


def test_a_form_file_that_says_too_little_is_refused_in_both_languages(tmp_path: Path) -> None:
    file = tmp_path / "form.toml"
    file.write_text('id = "mine"', encoding="utf-8")
    with pytest.raises(MonosashiError) as error:
        load_form(file)
    assert error.value.code == "bad-form"
    assert "docs/forms.md" in error.value.message.ja
    assert "docs/forms.md" in error.value.message.en
