"""Fields: every printed text of a sheet by its name, with what it means to a program, so that any of them can be corrected."""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.model import (
    Actual,
    Correction,
    Identifier,
    MoneyCell,
    MoneyLine,
    Nendo,
    PrintedDate,
    PrintedNendo,
    Sheet,
    State,
    Title,
    Value,
)
from monosashi.model.folding import key
from monosashi.model.mark import plain_number
from monosashi.model.path import leaves, resolve
from monosashi.office.pages import Language
from monosashi.office.taking_in.doubts import doubts
from monosashi.office.taking_in.opened import OpenedIntake
from monosashi.publishing.html import Words, where, words
from monosashi.publishing.html.meaning import meaning, nendo_words, quantity_words, state_words

#: The parts of a sheet in the order of the form, by the first step of a path.
PARTS = (
    *("title", "identifier", "policy", "goals", "rationales", "programmes"),
    *("money", "budgets", "budget_items", "cabinet", "notes", "labels"),
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its path and name, its text, what the text means now (``doubt``: what cannot be read in it), and the
    correction that stands at it. ``figure``: a number, amount, year or day is expected."""

    path: str
    part: str
    name: str
    text: str
    means: str
    doubt: str
    correction: Correction | None
    figure: bool


@dataclass(frozen=True, slots=True)
class FieldPart:
    """The fields of one part of the sheet."""

    part: str
    fields: tuple[Field, ...]

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.fields)


def field_at(opened: OpenedIntake, path: str, language: Language) -> Field | None:
    """The field at a path; None where the sheet has none there."""
    if path not in opened.texts:
        return None
    spoken = words(language)
    why = next((spoken.of(said) for at, _, said in doubts(opened.sheet) if at == path), "")
    return _field(opened, path, opened.texts[path], spoken, why)


def field_parts(opened: OpenedIntake, language: Language, searched: str = "") -> tuple[FieldPart, ...]:
    """Every field whose name or text holds the words searched for, by part."""
    spoken, wanted = words(language), key(searched)
    told = {at: spoken.of(said) for at, _, said in doubts(opened.sheet)}
    fields = [_field(opened, path, text, spoken, told.get(path, "")) for path, text in leaves(opened.sheet)]
    found = [one for one in fields if wanted in key(one.name + one.text)]
    grouped = ((part, tuple(one for one in found if one.part == part)) for part in PARTS)
    return tuple(FieldPart(part, some) for part, some in grouped if some)


def means(sheet: Sheet, path: str, spoken: Words) -> str:
    """What stands at a path, in plain digits and words; nothing where only its text counts."""
    noun = resolve(sheet, path)
    match noun:
        case MoneyCell():
            said = "、".join(_line(line) for line in noun.lines)
        case Value():
            said = quantity_words(noun.quantity, spoken, ",f") if noun.quantity else _state(sheet, path, spoken)
        case Title(nendo=Nendo() as nendo) | PrintedNendo(nendo=Nendo() as nendo):
            said = nendo_words(nendo, spoken)
        case Identifier(number=number) if number:
            year = nendo_words(noun.nendo, spoken) if noun.nendo else ""
            said = " ".join(one for one in (noun.ministry, year, plain_number(number)) if one)
        case PrintedDate(date=date) if date:
            said = date.isoformat()
        case _:
            said = meaning(noun, spoken)
    return said


def _field(opened: OpenedIntake, path: str, text: str, spoken: Words, doubt: str) -> Field:
    return Field(
        path=path,
        part=path.split("/")[1],
        name=where(opened.sheet, path, spoken),
        text=text,
        means=means(opened.sheet, path, spoken),
        doubt=doubt,
        correction=opened.corrected.get(path),
        figure=isinstance(resolve(opened.sheet, path), Value | MoneyCell | PrintedNendo | PrintedDate),
    )


def _state(sheet: Sheet, path: str, spoken: Words) -> str:
    """How the actual at ``.../actuals/2/value`` is missing."""
    if not path.endswith("/value") or "/actuals/" not in path:
        return ""
    actual = resolve(sheet, path.removesuffix("/value"))
    return state_words(actual, spoken) if isinstance(actual, Actual) and actual.state is not State.REPORTED else ""


def _line(line: MoneyLine) -> str:
    amounts: Iterator[str] = (
        f"{amount:,f}{line.unit}" for amount in (line.budget, line.executed) if amount is not None
    )
    return f"{line.label}{'：' if line.label else ''}{' / '.join(amounts)}"
