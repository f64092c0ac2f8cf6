"""The names of sheets in addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import Document, Identifier, Reading, Sheet, Trace
from monosashi.office.slug import identifier_slug, ministries, slug


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("（総務省R3－⑭）", "soumu-R3-14"),
        ("総務省25-②", "soumu-H25-2"),
        ("環境省22-24", "env-H22-24"),
        ("財務省30政5-1", "mof-H30-5-1"),
        ("公正取引委員会28-1", "jftc-H28-1"),
        ("空想省R3-1", ""),
        ("施策目標Ⅰ-11-2", ""),
        ("", ""),
    ],
)
def test_the_twin_of_an_identifier(identifier: str, name: str) -> None:
    assert identifier_slug(Identifier.model_validate(identifier)) == name


def test_a_sheet_without_a_twin_is_named_by_its_document() -> None:
    reading = Reading(document=Document(name="a.xlsx", sha256="ab" * 32), ordinal=2, sheet=Sheet(), trace=Trace())
    assert slug(reading) == "sheet-abababababab-2"


def test_no_two_ministries_share_an_address() -> None:
    addresses = [ministry.address for ministry in ministries()]
    assert sorted(addresses) == sorted(set(addresses))


@given(st.sampled_from([ministry.name for ministry in ministries()]), st.text(max_size=6), st.text(max_size=4))
def test_a_twin_holds_only_what_an_address_may(ministry: str, year: str, number: str) -> None:
    name = identifier_slug(Identifier.model_validate(f"{ministry}{year}-{number}"))
    assert re.fullmatch(r"[0-9A-Za-z-]*", name)
