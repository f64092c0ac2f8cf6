"""Numbers of indicators and programmes, and the marks of notes."""

import pytest

from monosashi.model import Number
from monosashi.model.mark import (
    note_key,
    note_marks,
    parse_number,
    plain_number,
    print_number,
    without_note_marks,
)


@pytest.mark.parametrize(
    ("text", "value", "circled", "sub", "plain"),
    [
        ("①", 1, True, "", "1"),
        ("㉗", 27, True, "", "27"),
        ("㊿", 50, True, "", "50"),
        ("❶", 1, True, "", "1"),
        ("3", 3, False, "", "3"),
        ("３", 3, False, "", "3"),
        ("(10)", 10, False, "", "10"),
        ("（１０）", 10, False, "", "10"),
        (" 7. ", 7, False, "", "7"),
        ("19①", 19, False, "①", "19①"),
        ("19(ⅱ)", 19, False, "(ⅱ)", "19(ⅱ)"),
        ("15②（ⅰ）", 15, False, "②（ⅰ）", "15②（ⅰ）"),
        ("12ア", 12, False, "ア", "12ア"),
        ("0", 0, False, "", "0"),
    ],
)
def test_a_number_as_printed(text: str, value: int, circled: bool, sub: str, plain: str) -> None:
    number = parse_number(text)
    assert number == Number(text=text, value=value, circled=circled, sub=sub)
    assert plain_number(number) == plain


@pytest.mark.parametrize("text", ["", "-", "1,2", "1234", "5-1", "一", "①②", "１回", "²"])
def test_what_is_no_number(text: str) -> None:
    number = parse_number(text)
    assert (number.value, number.circled) == (None, False)
    assert plain_number(number) == text.strip()


def test_the_print_of_a_number() -> None:
    assert [print_number(n, circled=True) for n in (1, 20, 21, 35, 36, 50, 51)] == [
        "①",
        "⑳",
        "㉑",
        "㉟",
        "㊱",
        "㊿",
        "(51)",
    ]
    assert print_number(12) == "12"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("政策\n（※１）\n名", ("※１",)),
        ("実績※2、※ 10参照", ("※2", "※ 10")),
        ("（注1）（注）", ("（注1）", "（注）")),
        ("※当面の間", ()),
        ("注意1", ()),
    ],
)
def test_note_marks_in_a_text(text: str, marks: tuple[str, ...]) -> None:
    assert note_marks(text) == marks


def test_marks_are_the_same_in_any_width() -> None:
    assert note_key("（※２）") == note_key("※2") == note_key("※ ２")
    assert note_key("※2") != note_key("※3")


def test_a_text_without_its_note_marks() -> None:
    assert without_note_marks("政策（※１）名") == "政策名"
    assert without_note_marks("利用率（注2）※３") == "利用率"
    assert without_note_marks("名（仮）") == "名（仮）"
