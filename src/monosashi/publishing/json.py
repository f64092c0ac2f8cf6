"""JSON: a reading or a sheet as canonical text, and the schema of it.

Canonical: UTF-8 (no character escaped that need not be), fields in the order of the nouns, an indent of one, a line
feed at the end, decimals as text with their printed digits. The same noun gives the same bytes.

>>> from monosashi.model import Sheet
>>> sheet_to_json(Sheet.model_validate({"title": "事前分析表"})).decode().splitlines()[:4]
['{', ' "form": "",', ' "title": {', '  "text": "事前分析表",']
"""

import json
from typing import Any

from pydantic import ValidationError

from monosashi.model import Noun, Reading, Sheet
from monosashi.model.error import MonosashiError


class NotAReading(MonosashiError):
    """JSON that is no reading: not JSON at all, another layout, or damaged. Nothing was taken from it."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(
            "not-a-reading",
            f"このJSONは読取り結果ではありません（{place or '全体'}：{why}）。何も取り込んでいません。monosashi read が書いたファイルを渡してください。",
            f"This JSON is not a reading ({place or 'as a whole'}: {why}). Nothing was taken from it. "
            "Give a file that monosashi read wrote.",
        )


def reading_to_json(reading: Reading) -> bytes:
    """A reading with its trace, findings and cells."""
    return _canonical(reading)


def sheet_to_json(sheet: Sheet) -> bytes:
    """A sheet alone."""
    return _canonical(sheet)


def reading_from_json(data: bytes) -> Reading:
    """The reading that ``reading_to_json`` wrote. Raises ``NotAReading``."""
    try:
        return Reading.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise NotAReading("/" * bool(first["loc"]) + "/".join(map(str, first["loc"])), first["msg"]) from error


def json_schema() -> bytes:
    """The JSON Schema (2020-12) of a reading, published as ``docs/schema/reading.schema.json``."""
    schema = Reading.model_json_schema(mode="serialization")
    return _text({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def _canonical(noun: Noun) -> bytes:
    return _text(noun.model_dump(mode="json"))


def _text(tree: dict[str, Any]) -> bytes:
    return (json.dumps(tree, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
