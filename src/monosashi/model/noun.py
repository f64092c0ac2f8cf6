"""The base of every noun: frozen, and strict about what it is given.

A noun that is *printed* on paper keeps what was printed in ``text``; what it means is parsed once and stands
beside it. A printed noun may be given as plain text, and then parses itself:

>>> from monosashi.model import Value
>>> Value.model_validate("45件程度").quantity.value
Decimal('45')
"""

from collections.abc import Callable
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

#: A text field that is not printed on the paper (an identifier of ours, say): ``NOT_PRINTED`` marks it,
#: so that neither the trace nor the coverage looks for it on the page.
NOT_PRINTED: dict[str, Any] = {"printed": False}


class Noun(BaseModel):
    """A frozen record. Unknown fields are refused, so that a misspelt one is never lost in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Printed(Noun):
    """What stands on the paper (``text``, verbatim), with its meaning parsed once beside it.

    A subclass names in ``meaning`` the function from the printed text to the fields in ``meant``. Stored meanings
    are trusted; a meaning of which nothing is given is parsed.
    """

    text: str = Field(description="As printed, line breaks included")

    meant: ClassVar[frozenset[str]] = frozenset()
    meaning: ClassVar[Callable[[str], dict[str, Any]]] = staticmethod(lambda _text: {})

    @model_validator(mode="before")
    @classmethod
    def _parse_once(cls, given: Any) -> Any:
        if isinstance(given, str):
            given = {"text": given}
        if isinstance(given, dict) and isinstance(given.get("text"), str) and not cls.meant & given.keys():
            return {**cls.meaning(given["text"]), **given}
        return given

    def __bool__(self) -> bool:
        """False where the cell is empty."""
        return bool(self.text.strip())
