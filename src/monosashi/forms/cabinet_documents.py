"""Cabinet documents: the decisions and speeches that sheets name as 内閣の重要政策, as dated data with citations.

One TOML file of ``forms/cabinet/`` a field. A document has a title, the other ways it is printed, who decides it (閣議,
or a conference of ministers), and its editions, each with the day on which it was decided and where that day was seen.
A document that is not listed is unknown to the list, not wrong; an office adds its own by writing a file more.

>>> [str(edition.date) for document in cabinet_documents() for edition in document.editions if edition.edition == "2021"]
['2021-06-18', '2021-06-18']
"""

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files

from pydantic import Field

from monosashi.model import Message, Noun


class CabinetEdition(Noun):
    """One edition. ``edition``: what its name prints of it (2021, 第5次, 改訂2015), nothing where the name says nothing;
    ``words``: what a print may say of it instead. ``citation``: where its day was seen."""

    edition: str = ""
    words: tuple[str, ...] = ()
    date: dt.date
    citation: Message


class CabinetDocument(Noun):
    """A document by its title without editions. ``bodies``: who decides it, as prints name them. ``once_a_year``: a year
    has one edition at most, so that a day of that year can only mean it."""

    title: str
    variants: tuple[str, ...] = ()
    bodies: tuple[str, ...]
    once_a_year: bool = True
    editions: tuple[CabinetEdition, ...]


class _EditionData(Noun):
    """An edition as a file writes it: with the name of one of its sources, an address of its own, or both."""

    edition: str = ""
    words: tuple[str, ...] = ()
    date: dt.date
    source: str = ""
    seen_at: str = ""


class _DocumentData(Noun):
    title: str
    variants: tuple[str, ...] = ()
    bodies: tuple[str, ...]
    once_a_year: bool = True
    editions: tuple[_EditionData, ...] = Field(min_length=1)


class _FileData(Noun):
    sources: dict[str, Message] = Field(default_factory=dict)
    documents: tuple[_DocumentData, ...]


@cache
def cabinet_documents() -> tuple[CabinetDocument, ...]:
    """Every document of the package, by title. Raises ``KeyError`` where an edition names a source its file has not."""
    found = [
        _document(data, file.sources)
        for file in (_FileData.model_validate(tomllib.loads(text)) for text in _texts())
        for data in file.documents
    ]
    return tuple(sorted(found, key=lambda document: document.title))


def _texts() -> list[str]:
    folder = files("monosashi.forms").joinpath("cabinet")
    return [file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".toml")]


def _document(data: _DocumentData, sources: dict[str, Message]) -> CabinetDocument:
    editions = tuple(
        CabinetEdition(
            edition=one.edition,
            words=one.words,
            date=one.date,
            citation=_citation(one, sources),
        )
        for one in data.editions
    )
    return CabinetDocument(
        title=data.title,
        variants=data.variants,
        bodies=data.bodies,
        once_a_year=data.once_a_year,
        editions=editions,
    )


def _citation(edition: _EditionData, sources: dict[str, Message]) -> Message:
    seen = [sources[edition.source]] if edition.source else []
    seen += [Message(ja=edition.seen_at, en=edition.seen_at)] if edition.seen_at else []
    return Message(ja="、".join(one.ja for one in seen), en=", ".join(one.en for one in seen))
