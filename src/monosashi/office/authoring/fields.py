"""Fields: what a part's page has to be filled in, each with what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from monosashi.forms import Form
from monosashi.model import Actual, Finding, Sheet, Trace
from monosashi.model.folding import unbroken
from monosashi.model.path import resolve
from monosashi.office.authoring.commitments import is_commitment
from monosashi.office.authoring.editing import NoSuchPlace, standing, text_at
from monosashi.publishing.html import where
from monosashi.publishing.html.meaning import meaning, state_words
from monosashi.publishing.html.shown import ShownFinding, shown
from monosashi.publishing.html.words import Words

_LINE = 40
_MOST_LINES = 14


@dataclass(frozen=True)
class Field:
    """A text to write. ``address``: of its leaf; ``was``: the saved text; ``text``: what stands in the page now; ``name``:
    what it is called, alone; ``label``: what it is called among its neighbours; ``earlier``: the text before it was last
    changed as a commitment, with who, when and why; ``missing``: whether the form asks for it and nothing is there."""

    address: str
    name: str
    label: str
    was: str
    text: str
    meaning: str = ""
    earlier: str = ""
    missing: bool = False
    commitment: bool = False
    findings: tuple[ShownFinding, ...] = ()
    wide: bool = False

    @property
    def key(self) -> str:
        """The id of its element."""
        return field_key(self.address)

    @property
    def lines(self) -> int:
        """How many lines it needs."""
        most = sum(1 + len(line) // _LINE for line in self.text.split("\n"))
        return min(_MOST_LINES, max(2 if self.wide else 1, most))


def field_key(address: str) -> str:
    """The id of the element of an address."""
    return "f" + address.replace("/", "-")


@dataclass
class Fields:
    """Makes the fields of one page: from the sheet as saved, and as it would be with what stands in the page."""

    saved: Sheet
    now: Sheet
    form: Form
    words: Words
    typed: Mapping[str, str] = field(default_factory=dict)
    found: tuple[Finding, ...] = ()
    missing: frozenset[str] = frozenset()
    earlier: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._findings: dict[str, list[ShownFinding]] = {}
        for one in shown(self.now, self.found, Trace(), self.words):
            self._findings.setdefault(one.path, []).append(one)

    def field(self, address: str, label: str = "", *, wide: bool = False) -> Field:
        """The field of an address. Raises ``NoSuchPlace``."""
        was = text_at(self.saved, address)
        path = standing(self.now, address)
        return Field(
            address=address,
            name=self.name(address) or label,
            label=label or self.name(address),
            was=was,
            text=self.typed.get(address, was),
            meaning=self._meaning(path) if path else "",
            earlier=self.earlier.get(address, ""),
            missing=self.is_missing(path or address),
            commitment=is_commitment(address),
            findings=self.findings(path) if path else (),
            wide=wide,
        )

    def name(self, address: str) -> str:
        """What an address is called, by itself: a leaf, or a row that holds leaves."""
        try:
            path = standing(self.now, address) or address
        except NoSuchPlace:
            path = address
        return where(self.now, path, self.words)

    def label(self, part: str, role: str) -> str:
        """The label of a column as the sheet prints it, else as the form does; in the reader's language besides."""
        printed = self.now.label(f"{part}.{role}") or self._of_form(part, role)
        own = unbroken(printed) or self.words(f"label.{part}.{role}")
        return own if self.words.language == "ja" else f"{own} {self.words(f'label.{part}.{role}')}"

    def _of_form(self, part: str, role: str) -> str:
        table = next((table for table in self.form.tables if table.part == part), None)
        columns = table.columns if table else ()
        return next((column.label for column in columns if column.role == role), "")

    def has_column(self, part: str, role: str) -> bool:
        """Whether the form prints that column."""
        return bool(self._of_form(part, role))

    def is_missing(self, path: str) -> bool:
        """Whether the form asks for what stands at a path, or for what it stands for, and it is not there."""
        return path in self.missing

    def findings(self, path: str) -> tuple[ShownFinding, ...]:
        """What was found about the leaf at a path, and about a detail of it."""
        below = (ones for at, ones in self._findings.items() if at == path or at.startswith(f"{path}/"))
        return tuple(one for ones in below for one in ones)

    def _meaning(self, path: str) -> str:
        noun = resolve(self.now, path)
        holder = resolve(self.now, path.removesuffix("/value")) if path.endswith("/value") else None
        if isinstance(holder, Actual) and (state := state_words(holder, self.words)):
            return state
        return meaning(noun, self.words)
