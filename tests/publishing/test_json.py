"""JSON: canonical bytes, nothing lost on the way and back, and a schema that is current."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from monosashi.model import Cell, Coverage, Document, Place, Reading, Sheet, Trace, TraceEntry
from monosashi.publishing.json import NotAReading, json_schema, reading_from_json, reading_to_json, sheet_to_json
from tests.publishing.made import odd_sheets, plain

ROOT = Path(__file__).resolve().parents[2]


def reading_of(sheet: Sheet) -> Reading:
    place = Place(page=1, x0=Decimal(1), top=Decimal(2), x1=Decimal(6), bottom=Decimal(3), worksheet="表")
    return Reading(
        document=Document(name="灯台.xlsx", sha256="0" * 64),
        sheet=sheet,
        trace=Trace(entries=(TraceEntry(path="/title", places=(place,)),)),
        leftover=(Cell(place=place, text="余り"),),
        coverage=Coverage(fields=10, leftover=2),
    )


@given(odd_sheets())
def test_a_reading_comes_back_as_it_was(sheet: Sheet) -> None:
    data = reading_to_json(reading_of(sheet))
    assert reading_from_json(data) == reading_of(sheet)
    assert reading_to_json(reading_from_json(data)) == data


def test_what_canonical_means() -> None:
    text = sheet_to_json(plain()).decode()
    assert text.endswith("}\n")
    assert "令和５年度" in text
    assert "\\u" not in text
    assert list(json.loads(text)) == list(Sheet.model_fields)
    assert '"value": "1200"' in text


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "全体"),
        (b"{", "全体"),
        (b"[1]", "全体"),
        (b'{"document": {"name": 1}}', "/document/name"),
        (reading_to_json(reading_of(plain())).replace(b'"ordinal": 1', b'"ordinal": 0'), "/ordinal"),
    ],
)
def test_what_is_no_reading_is_refused_with_its_place(data: bytes, place: str) -> None:
    with pytest.raises(NotAReading) as refusal:
        reading_from_json(data)
    assert refusal.value.code == "not-a-reading"
    assert f"（{place}：" in refusal.value.message.ja


def test_the_published_schema_is_current() -> None:
    assert (ROOT / "docs/schema/reading.schema.json").read_bytes() == json_schema()


def test_the_schema_can_be_printed() -> None:
    run = subprocess.run([sys.executable, "-m", "monosashi.publishing.schema"], capture_output=True, check=True)
    assert run.stdout == json_schema()


def test_the_schema_names_every_field_of_a_sheet() -> None:
    schema = json.loads(json_schema())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(schema["$defs"]["Sheet"]["properties"]) == list(Sheet.model_fields)
