"""The model's laws: parse(print(x)) == x, whatever the width of digits and wherever a line breaks; and no text crashes
a grammar, however long."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import (
    Identifier,
    MeasureName,
    MoneyLine,
    Nendo,
    PrintedDate,
    PrintedMonth,
    PrintedNendo,
    ProgrammeName,
    Quantity,
    Rationale,
    Related,
    Sheet,
    Statement,
    Title,
    YearMonth,
    same,
)
from monosashi.model.date import parse_date, parse_month, print_date, print_month
from monosashi.model.folding import fold, is_dash, key, stacks_numbers, unbroken
from monosashi.model.mark import note_key, note_marks, parse_number, print_number, without_note_marks
from monosashi.model.money import parse_money, print_money
from monosashi.model.nendo import parse_nendo, parse_nendo_span, print_nendo, print_nendo_span
from monosashi.model.path import leaves, resolve
from monosashi.model.quantity import parse_quantity, print_quantity
from monosashi.model.rationale import parse_references
from tests.laws.sheets import sheets
from tests.laws.texts import reprinted
from tests.laws.values import days, money_lines, nendos, quantities, spans


@given(quantities())
def test_a_quantity_survives_its_print(quantity: Quantity) -> None:
    assert parse_quantity(print_quantity(quantity)) == quantity


@given(st.data(), quantities())
def test_a_quantity_is_the_same_in_any_width_and_over_any_lines(data: st.DataObject, quantity: Quantity) -> None:
    assert parse_quantity(data.draw(reprinted(print_quantity(quantity)))) == quantity


@given(quantities())
def test_a_quantity_keeps_its_printed_digits(quantity: Quantity) -> None:
    found = parse_quantity(print_quantity(quantity))
    assert found is not None
    assert max(0, -int(found.value.as_tuple().exponent)) == max(0, -int(quantity.value.as_tuple().exponent))


_SAID = (
    "年度ごとに 年度毎 毎年度 累計 累計： うち うち、 約 概ね 程度 前後 以上 以下 以内 未満 超 を超える 件 回 社 ％ 基／10km か所 つ km2 年 年度 月 月末 の は "
    "政務レベル 国際会議 セミナー等 「足」 G20関係 男 女 ① ※５ ※ 注 注1 目標値 目標 暫定値 速報 見込み 平均 の平均 令和２年度 H30年度 平成30年度 2020年 24年度 2020 元 末 "
    "45 １２ 1,020 0 5.5 0.50 △5 ▲ -3 ＋5 ±0 . ( ) （ ） （ ） （ ） ： : / ÷ 、 ・ ～ から"
)
PIECES = [*_SAID.split(), " ", "　", "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_whatever_is_read_as_a_quantity_survives_its_print(text: str) -> None:
    quantity = parse_quantity(text)
    if quantity:
        assert parse_quantity(print_quantity(quantity)) == quantity


@given(st.lists(money_lines(), max_size=4).map(tuple))
def test_money_survives_its_print(lines: tuple[MoneyLine, ...]) -> None:
    assert parse_money(print_money(lines)) == lines


@given(st.data(), st.lists(money_lines(), max_size=4).map(tuple))
def test_money_is_the_same_over_any_lines(data: st.DataObject, lines: tuple[MoneyLine, ...]) -> None:
    folded = tuple(line.model_copy(update={"label": fold(line.label)}) for line in lines)
    found = parse_money(data.draw(reprinted(print_money(lines))))
    assert tuple(line.model_copy(update={"label": fold(line.label)}) for line in found) == folded


_SAID_OF_MONEY = "26,700 百万円 １０ 千円 億円 円 （ ） （22,470百万円） ( ) 〈 〉 < > の内数 内数 産投出資： 政府保証： 財政投融資（出資）： 一般会計 ： △ ▲ - － ※５ 、 , 0 0.5 1,23"
MONEY_PIECES = [*_SAID_OF_MONEY.split(), " ", "　", "\n"]


@given(st.lists(st.sampled_from(MONEY_PIECES), max_size=9).map("".join))
def test_whatever_is_read_as_money_survives_its_print(text: str) -> None:
    lines = parse_money(text)
    assert parse_money(print_money(lines)) == lines


@given(nendos(st.integers(1, 9999)))
def test_a_year_survives_its_print(nendo: Nendo) -> None:
    assert parse_nendo(print_nendo(nendo)) == nendo


@given(st.data(), nendos())
def test_a_year_is_the_same_in_any_width_and_over_any_lines(data: st.DataObject, nendo: Nendo) -> None:
    assert PrintedNendo.model_validate(data.draw(reprinted(print_nendo(nendo)))).nendo == nendo


@given(spans())
def test_a_span_of_years_survives_its_print(years: tuple[Nendo, ...]) -> None:
    assert parse_nendo_span(print_nendo_span(years)) == years


@given(nendos(st.integers(1, 9998)))
def test_a_year_begins_the_day_after_the_year_before_ends(nendo: Nendo) -> None:
    following = Nendo(year=nendo.year + 1, kind=nendo.kind)
    assert nendo.last_day.toordinal() + 1 == following.first_day.toordinal()


@given(days())
def test_a_day_survives_its_print(day: dt.date) -> None:
    assert parse_date(print_date(day)) == day


@given(st.data(), days())
def test_a_day_is_the_same_in_any_width_and_over_any_lines(data: st.DataObject, day: dt.date) -> None:
    assert PrintedDate.model_validate(data.draw(reprinted(print_date(day)))).date == day


@given(st.builds(YearMonth, year=st.integers(1, 9999), month=st.integers(1, 12)))
def test_a_month_survives_its_print(month: YearMonth) -> None:
    assert parse_month(print_month(month)) == month


@given(st.data(), st.builds(YearMonth, year=st.integers(1868, 2117), month=st.integers(1, 12)))
def test_a_month_is_the_same_in_any_width_and_over_any_lines(data: st.DataObject, month: YearMonth) -> None:
    assert PrintedMonth.model_validate(data.draw(reprinted(print_month(month)))).month == month


@given(st.one_of(st.tuples(st.integers(0, 999), st.just(False)), st.tuples(st.integers(1, 50), st.just(True))))
def test_a_number_survives_its_print(printed: tuple[int, bool]) -> None:
    value, circled = printed
    number = parse_number(print_number(value, circled=circled))
    assert (number.value, number.circled, number.sub) == (value, circled, "")


@given(sheets())
def test_a_sheet_survives_json(sheet: Sheet) -> None:
    again = Sheet.model_validate_json(sheet.model_dump_json())
    assert again == sheet
    assert same(again, sheet)


@given(sheets())
def test_a_sheet_given_as_plain_texts_means_the_same(sheet: Sheet) -> None:
    """A measure's meaning is what its text says: nothing hides beside the print."""
    for _, _, measure in sheet.measures():
        assert MeasureName.model_validate(measure.name.text) == measure.name
        for value in (measure.baseline.value, measure.target.value, *(actual.value for actual in measure.actuals)):
            assert parse_quantity(value.text) == value.quantity
    for rationale in sheet.rationales:
        assert parse_references(rationale.text) == rationale.references


@given(sheets())
def test_every_leaf_stands_at_its_path(sheet: Sheet) -> None:
    found = list(leaves(sheet))
    assert [path for path, _ in found] == list(dict.fromkeys(path for path, _ in found))
    for path, text in found:
        here = resolve(sheet, path)
        assert (here if isinstance(here, str) else here.text) == text


GRAMMARS: dict[str, Callable[[str], object]] = {
    "quantity": parse_quantity,
    "money": parse_money,
    "nendo": parse_nendo,
    "span": parse_nendo_span,
    "printed nendo": PrintedNendo.model_validate,
    "date": parse_date,
    "month": parse_month,
    "number": parse_number,
    "related": Related.model_validate,
    "references": Rationale.model_validate,
    "reference text": lambda text: Rationale(text=text, references=()).reference_text,
    "identifier": Identifier.model_validate,
    "title": Title.model_validate,
    "measure's name": MeasureName.model_validate,
    "programme's name": ProgrammeName.model_validate,
    "label": lambda text: Statement.model_validate({"role": "other", "label": text, "text": ""}).plain_label,
    "note marks": note_marks,
    "without note marks": without_note_marks,
    "note key": note_key,
    "key": key,
    "unbroken": unbroken,
    "stacked numbers": stacks_numbers,
    "dash": is_dash,
}

LONG = {
    "brackets": "(" * 1000,
    "pairs": "()" * 50_000,
    "nested": "(" * 50_000 + ")" * 50_000,
    "grouped": "1," * 5000,
    "grouped well": "1" + ",111" * 20_000,
    "words": "あ" * 100_000,
    "parts": "うち" * 5000,
    "parts with numbers": "うちA1件、" * 20_000,
    "digits": "1" * 100_000,
    "blanks": "令和" + " " * 100_000 + "x",
    "wide blanks": "1" + "　" * 100_000 + "x",
    "blanks in brackets": "名（" + " " * 100_000 + "x",
    "lines": "1" + "\n" * 100_000 + "x",
    "lines and blanks": "\n ※" * 50_000,
    "ranges": "1~999," * 20_000,
    "years": "令和3年度、" * 20_000,
    "reference": "【参考】" * 25_000 + "令和2年度：" * 10_000,
    "reference blanks": "【参考】令和2年度" + " " * 100_000 + "実績" + " " * 100_000,
    "reference lines": "【参考】令和2年度：1件" + "\n \n" * 50_000,
    "kind": "<" * 50_000 + "<アウトカム" + " " * 100_000,
    "notes": "（注" * 50_000,
    "notes with blanks": "※" + " " * 100_000,
    "label": "あ：" * 50_000,
    "slashes": "/÷" * 50_000,
    "minus": "△" * 100_000,
    "money blanks": "1" + " " * 990 + "x",
    "money": "1円" * 400,
    "identifier": "省" * 20 + "R3－" + "1-" * 50_000,
    "about": "約" * 100_000,
    "each year": "年度ごとに" * 50_000,
    "marks": "①" * 100_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_no_grammar_is_slow_on_a_long_text(text: str) -> None:
    for parse in GRAMMARS.values():
        parse(text)
        parse(text[:400])


@given(st.text(max_size=200))
def test_no_text_crashes_a_grammar(text: str) -> None:
    for parse in GRAMMARS.values():
        parse(text)


@given(
    st.text(
        st.sampled_from(
            "0123456789０元令和平成RHS年度月日事務暦()（）【】[]<>参考アウトプカム指標※注①㉗⑳~～から、,・:：/.-－ー−　 \n政省開始末時点 ²½٣㋿"
        ),
        max_size=60,
    )
)
def test_no_text_of_the_grammars_own_characters_crashes_one(text: str) -> None:
    for parse in GRAMMARS.values():
        parse(text)


@given(st.text())
def test_folding_keeps_offsets_and_unbroken_texts_stay(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
    assert unbroken(unbroken(text)) == unbroken(text)
