"""Rationales: the past actuals printed under 【参考】."""

from decimal import Decimal

import pytest

from monosashi.model import Rationale

HEAD = "船の便を数えるため設定。\n\n"


def read(text: str) -> list[tuple[int | None, str, Decimal | None]]:
    """Year, print and value of each reference."""
    return [
        (each.year.nendo.year if each.year.nendo else None, each.text, each.quantity.value if each.quantity else None)
        for each in Rationale.model_validate(text).references
    ]


@pytest.mark.parametrize(
    ("under", "found"),
    [
        (
            "【参考】\n令和２年度:42回（政策協議等：17回　国際会議：25回）\n平成30年度:87回（政策協議等：56回　国際会議：31回）\n※当面は除かない。",
            [
                (2020, "42回（政策協議等：17回　国際会議：25回）", Decimal(42)),
                (2018, "87回（政策協議等：56回　国際会議：31回）", Decimal(87)),
            ],
        ),
        (
            "【参考】\n令和２年度: セミナー等38回\n令和元年度: セミナー等35回",
            [(2020, "セミナー等38回", Decimal(38)), (2019, "セミナー等35回", Decimal(35))],
        ),
        (
            "（参考）令和２年度：２．３３社/件、令和元年度：１社/件",
            [(2020, "２．３３社/件", Decimal("2.33")), (2019, "１社/件", Decimal(1))],
        ),
        ("【参　考】令和\n２年\n度実績：１件", [(2020, "１件", Decimal(1))]),
        (
            "【参考】平成30年度：67件（政務レ\nベル33件）\nなお、船は一隻である。",
            [(2018, "67件（政務レ\nベル33件）", Decimal(67))],
        ),
        ("【参考】平成30年度：67件※一部は推計【注】", [(2018, "67件", Decimal(67))]),
        ("【参考】平成30年度：67件（※２）\n\n令和元年度：別の表", [(2018, "67件（※２）", Decimal(67))]),
        ("【参考】平成30年度：船は一隻\n令和元年度：二隻", [(2018, "船は一隻", None), (2019, "二隻", None)]),
        ("【参考】年度ごとの数は別表", []),
        ("令和２年度：42回", []),
        ("", []),
    ],
)
def test_past_actuals(under: str, found: list[tuple[int | None, str, Decimal | None]]) -> None:
    assert read(HEAD + under) == found


def test_the_words_under_the_head_end_with_the_list() -> None:
    rationale = Rationale.model_validate(HEAD + "【参考】\n令和２年度：３件\n令和元年度：４件\n\n※数え方は別に定める。")
    assert rationale.reference_text == "令和２年度：３件\n令和元年度：４件"
    assert Rationale.model_validate(HEAD).reference_text == ""


def test_parts_of_a_reference_belong_to_the_measures() -> None:
    (reference,) = Rationale.model_validate("【参考】令和2年度：42回（政策協議等：17回　国際会議：25回）").references
    assert reference.quantity is not None
    part = reference.quantity.part("国際会議")
    assert part is not None
    assert part.amount.value == 25
