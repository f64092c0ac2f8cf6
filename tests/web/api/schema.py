"""Whether a value is what a schema of the API's OpenAPI document says: the part of JSON Schema that such documents use."""

import re
from collections.abc import Iterator
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
#: Words that say nothing about the value.
_TOLD = {"title", "description", "default", "format", "examples", "printed"}
_KNOWN = _TOLD | {
    *("$ref", "type", "properties", "required", "additionalProperties", "items", "prefixItems", "anyOf", "oneOf"),
    *("allOf", "enum", "const", "pattern", "minimum", "maximum", "minItems", "maxItems", "propertyNames"),
    "minLength",
}


def faults(value: Any, schema: dict[str, Any], document: dict[str, Any], at: str = "") -> Iterator[str]:
    """What in a value is not as the schema says, by place. A word that is not known here is a fault too."""
    if reference := schema.get("$ref"):
        yield from faults(value, document["components"]["schemas"][reference.rpartition("/")[2]], document, at)
    if unknown := set(schema) - _KNOWN:
        yield f"{at}: unknown words {sorted(unknown)}"
    yield from _choices(value, schema, document, at)
    kind = schema.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or (kind != "boolean" and isinstance(value, bool))):
        yield f"{at}: {value!r} is no {kind}"
        return
    if ("enum" in schema and value not in schema["enum"]) or ("const" in schema and value != schema["const"]):
        yield f"{at}: {value!r} is none of the values"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match {schema['pattern']}"
    if isinstance(value, str) and len(value) < schema.get("minLength", 0):
        yield f"{at}: {value!r} is too short"
    if isinstance(value, dict):
        yield from _fields(value, schema, document, at)
    if isinstance(value, list):
        yield from _items(value, schema, document, at)


def _choices(value: Any, schema: dict[str, Any], document: dict[str, Any], at: str) -> Iterator[str]:
    for choices in (schema.get("anyOf"), schema.get("oneOf")):
        if choices and not any(not list(faults(value, choice, document, at)) for choice in choices):
            yield f"{at}: {value!r} is none of the choices"
    for part in schema.get("allOf", ()):
        yield from faults(value, part, document, at)


def _fields(value: dict[str, Any], schema: dict[str, Any], document: dict[str, Any], at: str) -> Iterator[str]:
    known = schema.get("properties", {})
    more = schema.get("additionalProperties", True)
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{at}: {name} is missing"
    for name, one in value.items():
        if name in known:
            yield from faults(one, known[name], document, f"{at}/{name}")
        elif more is False:
            yield f"{at}: {name} is not in the schema"
        elif isinstance(more, dict):
            yield from faults(one, more, document, f"{at}/{name}")


def _items(value: list[Any], schema: dict[str, Any], document: dict[str, Any], at: str) -> Iterator[str]:
    first = schema.get("prefixItems", ())
    for n, one in enumerate(value):
        told = first[n] if n < len(first) else schema.get("items", {})
        yield from faults(one, told, document, f"{at}/{n}")
