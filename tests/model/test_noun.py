"""The base of every noun: frozen, strict, and parsed once."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from monosashi import model
from monosashi.model import Amount, Noun, Place, Quantity, Trace, TraceEntry, Value
from monosashi.model.place import column_letters


def test_a_noun_is_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(Amount(value=Decimal(1)), "unit", "件")  # noqa: B010  mypy knows that it is frozen


def test_a_misspelt_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Amount.model_validate({"value": "1", "units": "件"})


def test_no_number_is_infinite() -> None:
    with pytest.raises(ValidationError):
        Amount(value=Decimal("NaN"))


def test_a_stored_meaning_is_trusted_and_a_missing_one_is_parsed() -> None:
    twelve = Quantity(value=Decimal(12))
    assert Value(text="45件", quantity=twelve).quantity == twelve
    assert Value(text="45件", quantity=None).quantity is None
    assert Value.model_validate({"text": "45件"}).quantity == Quantity(value=Decimal(45), unit="件")


def test_an_empty_cell_is_false() -> None:
    assert [bool(Value.model_validate(text)) for text in ("", " \n", "-", "0")] == [False, False, True, True]


def test_every_exported_name_is_there_and_every_noun_says_what_it_is() -> None:
    assert sorted(model.__all__) == model.__all__
    nouns = [getattr(model, name) for name in model.__all__]
    assert [noun.__name__ for noun in nouns if isinstance(noun, type) and not noun.__doc__] == []
    assert all(issubclass(noun, Noun) for noun in nouns if hasattr(noun, "model_fields"))


def test_a_place_by_the_names_a_spreadsheet_uses() -> None:
    def place(x0: int, top: int, x1: int, bottom: int, worksheet: str) -> Place:
        return Place(
            page=1, x0=Decimal(x0), top=Decimal(top), x1=Decimal(x1), bottom=Decimal(bottom), worksheet=worksheet
        )

    assert str(place(22, 10, 27, 11, "表")) == "表!V10:AA11"
    assert str(place(1, 1, 1, 1, "表")) == "表!A1"
    assert (place(1, 2, 3, 4, "").cell, str(place(1, 2, 3, 4, ""))) == ("", "p.1 (1, 2)-(3, 4)")
    assert [column_letters(n) for n in (1, 26, 27, 702, 703, 16384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


def test_a_trace_knows_the_nearest_place() -> None:
    here, there = (Place(page=page, x0=Decimal(0), top=Decimal(0), x1=Decimal(1), bottom=Decimal(1)) for page in (1, 2))
    trace = Trace(
        entries=(
            TraceEntry(path="/goals/0/text", places=(here,)),
            TraceEntry(path="/rationales/0", places=(there, here)),
        )
    )
    assert trace.places("/goals/0/text") == (here,)
    assert trace.places("/rationales/0/references/1") == (there, here)
    assert trace.places("/goals/0") == (here,)
    assert trace.places("/notes/0") == ()
