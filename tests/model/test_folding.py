"""How printed text is compared, and what is never folded."""

import pytest

from monosashi.model.folding import fold, is_dash, key, stacks_numbers, unbroken


def test_folding_keeps_circles_and_offsets() -> None:
    assert fold("①４１回（Ａ）　￥〜") == "①41回(A) ¥〜"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("総務省R3－⑭", "総務省 Ｒ３-⑭"),
        ("４つの原動力～基盤〜", "4つの原動力~基盤~"),
        ("政策\nの　概要", "政策の概要"),
        ("⻑期", "長期"),
    ],
)
def test_keys_are_the_same_in_any_width(left: str, right: str) -> None:
    assert key(left) == key(right)


def test_where_a_line_breaks_is_no_part_of_the_text() -> None:
    assert unbroken(" 政 策\n　の\r\n概要 \u2028") == "政 策の概要"


@pytest.mark.parametrize(
    ("text", "stacked"),
    [
        ("240\n105", True),
        ("1,240\n1,105", True),
        ("240 \n　105", True),
        ("１２\n３４", True),
        ("1,02\n0箇所", False),
        ("1,\n020", False),
        ("5.\n5", False),
        ("4\n1回", False),
        ("45件\n19件", False),
        ("1240", False),
        ("", False),
    ],
)
def test_numbers_on_top_of_each_other(text: str, stacked: bool) -> None:
    assert stacks_numbers(text) is stacked


@pytest.mark.parametrize(
    ("text", "dash"), [("-", True), (" － ", True), ("ー", True), ("", False), ("--", False), ("-1", False)]
)
def test_a_cell_of_nothing_but_a_dash(text: str, dash: bool) -> None:
    assert is_dash(text) is dash
