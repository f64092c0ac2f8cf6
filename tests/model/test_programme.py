"""Programmes: names with their start, and the numbers of the indicators they serve."""

import pytest

from monosashi.model import Nendo, ProgrammeName, Related


@pytest.mark.parametrize(
    ("text", "name", "start"),
    [
        ("国際会議への対応\n（平成17年度）", "国際会議への対応", 2005),
        ("国際電気通信連合（ITU）分担金・拠出金(昭和24年度)", "国際電気通信連合（ITU）分担金・拠出金", 1949),
        ("基盤の構築（令和元\n年度）", "基盤の構築", 2019),
        ("基盤の構築（H27開始）", "基盤の構築", 2015),
        ("固定資産税の特例［昭和63］", "固定資産税の特例", 1988),
        ("基盤の構築（平成0年度）", "基盤の構築（平成0年度）", None),
        ("分担金（ITU）", "分担金（ITU）", None),
        ("（平成17年度）国際会議", "（平成17年度）国際会議", None),
    ],
)
def test_a_programmes_name(text: str, name: str, start: int | None) -> None:
    meant = Nendo(year=start) if start else None
    assert ProgrammeName.model_validate(text) == ProgrammeName(text=text, name=name, start=meant)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,2,6", [1, 2, 6]),
        ("１，２", [1, 2]),
        ("①、3", [1, 3]),
        ("1～3", [1, 2, 3]),
        ("①～③・6", [1, 2, 3, 6]),
        ("5\n6", [5, 6]),
        ("3～1", [3]),
        ("", []),
        ("-", []),
        ("－", []),
        ("全て", []),
        ("1,全て", []),
        ("1～2～3", []),
        ("1," * 300, []),
    ],
)
def test_related_indicators(text: str, numbers: list[int]) -> None:
    assert [number.value for number in Related.model_validate(text).numbers] == numbers


def test_a_related_number_keeps_its_print() -> None:
    assert [number.text for number in Related.model_validate("①、3").numbers] == ["①", "3"]
