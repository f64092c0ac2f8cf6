"""Library: where the pages find sheets and what was read from them: a folder, on a machine of one's own, or the part of
the store that the asker may see (``monosashi.office.keeping``).

The folder:

``documents/<sha256><suffix>`` holds each original byte for byte, ``readings/<slug>.json`` each reading,
``decisions/<slug>.toml`` (put there by a person) who answers for which of its findings, ``pictures/``
images of originals' pages, which can be thrown away and are drawn again. A file is
written whole or not at all (temporary file, fsync, rename), so a reader never sees half of one and nothing acknowledged
is lost. Putting the same document in again changes nothing but its reading.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from monosashi.model import Decisions, Finding, Reading, Terms
from monosashi.model.error import MonosashiError
from monosashi.office.completeness import completeness
from monosashi.office.corrections import corrected, handed_on
from monosashi.office.decisions import decided, load_decisions
from monosashi.office.entry import Entry
from monosashi.office.refusals import NotThere
from monosashi.office.sheet_records import SheetRecord, sheet_record
from monosashi.office.slug import slug
from monosashi.office.thresholds import load_thresholds
from monosashi.office.verbs import findings_of, form_of
from monosashi.office.writing import create, replace


class NotInLibrary(NotThere):
    """A name that no sheet of the library bears."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "not-in-library",
            f"「{name}」という事前分析表はありません。一覧から選んでください。",
            f"The library has no sheet {name!r}. Choose one from the list.",
        )


class OtherDocument(MonosashiError):
    """Readings that were not read from the bytes they were handed in with."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "other-document",
            f"「{name}」の読み取り結果は、渡された原本のものではありません。何も保存していません。原本を読み直してください。",
            f"The reading of {name!r} is not of the document handed in. Nothing was kept. Read the document again.",
        )


class OriginalMissing(NotThere):
    """A document that was read and kept, and whose file is gone."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "original-missing",
            f"「{name}」の原本が保存先にありません。読み取った内容は残っています。原本をもう一度読み取ると、元に戻ります。",
            f"The original {name!r} is not where it was kept. What was read from it is still there. Read the original "
            "once more to bring it back.",
        )


class BrokenReading(MonosashiError):
    """A file of the library that is no reading."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "broken-reading",
            f"「{path.name}」は読み取り結果として開けません。原本は残っています。原本を読み直してください。",
            f"{path.name} cannot be opened as a reading. The original is kept; read it again.",
        )


class Library(Protocol):
    """What the office needs of a place that keeps sheets."""

    def records(self) -> tuple[SheetRecord, ...]:
        """Every sheet as a line of the list, by name in addresses."""

    def having(self, code: str) -> tuple[tuple[SheetRecord, int], ...]:
        """The sheets of which findings of that code speak, with how many."""

    def settings(self, name: str) -> tuple[Terms, Decisions]:
        """The office's thresholds, and what people have decided about that sheet. Raises ``MonosashiError`` where what is
        kept cannot be used."""

    def broken(self) -> tuple[BrokenReading, ...]:
        """What is kept but cannot be opened."""

    def get(self, name: str) -> Entry:
        """The sheet of that name. Raises ``NotInLibrary`` or ``BrokenReading``."""

    def document(self, name: str) -> bytes:
        """The original of that sheet. Raises as ``get``, and ``OriginalMissing``."""

    def picture(self, name: str, key: str, draw: Callable[[bytes], bytes]) -> bytes:
        """What ``draw`` makes of the original of that sheet, made once and kept under a key. Raises as ``document``."""

    def add(self, data: bytes, readings: Sequence[Reading]) -> tuple[Entry, ...]:
        """Keep a document and the sheets read from it. Raises ``OtherDocument``."""


class FolderLibrary:
    """A library in a folder. ``audit``: gives a reading's findings, the reader's own among them."""

    def __init__(self, folder: Path, audit: Callable[[Reading], tuple[Finding, ...]] = findings_of) -> None:
        self.folder = folder
        self._documents = folder / "documents"
        self._readings = folder / "readings"
        self._audit = audit
        self._opened: dict[Path, tuple[tuple[_Stamp, _Stamp | None], Entry]] = {}

    def entries(self) -> tuple[Entry, ...]:
        """Every sheet that can be opened, by name in addresses."""
        return tuple(entry for entry in self._open_all() if isinstance(entry, Entry))

    def records(self) -> tuple[SheetRecord, ...]:
        """Every sheet that can be opened, as a line of the list."""
        return tuple(sheet_record(entry) for entry in self.entries())

    def having(self, code: str) -> tuple[tuple[SheetRecord, int], ...]:
        """The sheets of which findings of that code speak, with how many."""
        found = ((entry, sum(finding.code == code for finding in entry.findings)) for entry in self.entries())
        return tuple((sheet_record(entry), n) for entry, n in found if n)

    def settings(self, name: str) -> tuple[Terms, Decisions]:
        """What the files ``thresholds.toml`` and ``decisions/<name>.toml`` set; none where there is none. Raises
        ``MonosashiError`` for a file that cannot be used (bad-thresholds, bad-decisions, unknown-code)."""
        thresholds, decisions = self.folder / "thresholds.toml", self.folder / "decisions" / f"{name}.toml"
        return (
            load_thresholds(thresholds) if thresholds.is_file() else Terms(),
            load_decisions(decisions) if decisions.is_file() else Decisions(),
        )

    def broken(self) -> tuple[BrokenReading, ...]:
        """What is kept but cannot be opened."""
        return tuple(entry for entry in self._open_all() if isinstance(entry, BrokenReading))

    def get(self, name: str) -> Entry:
        """The sheet of that name. Raises ``NotInLibrary`` or ``BrokenReading``."""
        path = self._readings / f"{name}.json"
        if path not in self._files():
            raise NotInLibrary(name)
        return self._open(path)

    def document(self, name: str) -> bytes:
        """The original of that sheet. Raises as ``get``, and ``OriginalMissing``."""
        reading = self.get(name).reading
        try:
            return self._document(reading).read_bytes()
        except FileNotFoundError as error:
            raise OriginalMissing(reading.document.name) from error

    def picture(self, name: str, key: str, draw: Callable[[bytes], bytes]) -> bytes:
        """What ``draw`` makes of the original of that sheet, made once and kept under a key. Raises as ``document``."""
        kept = self.folder / "pictures" / f"{self.get(name).reading.document.sha256}-{key}.png"
        try:
            return kept.read_bytes()
        except FileNotFoundError:
            picture = draw(self.document(name))
            kept.parent.mkdir(exist_ok=True)
            replace(kept, picture)
            return picture

    def add(self, data: bytes, readings: Sequence[Reading]) -> tuple[Entry, ...]:
        """Keep a document and the sheets read from it. Raises ``OtherDocument``, and then nothing is kept."""
        digest = hashlib.sha256(data).hexdigest()
        for reading in readings:
            if reading.document.sha256 != digest:
                raise OtherDocument(reading.document.name)
        for folder in (self._documents, self._readings):
            folder.mkdir(parents=True, exist_ok=True)
        if readings:
            replace(self._document(readings[0]), data)
        return tuple(self._open(self._keep(reading)) for reading in readings)

    def _keep(self, reading: Reading) -> Path:
        """Write a reading under its name; another document's sheet keeps the name it has, and this one gets its own."""
        data = reading.model_dump_json(indent=1).encode()
        ordinal = f"-{reading.ordinal}" if reading.ordinal > 1 else ""
        for name in (slug(reading), f"{slug(reading)}-{reading.document.sha256[:8]}{ordinal}"):
            path = self._readings / f"{name}.json"
            if create(path, data):
                return path
            if self._holds(path, reading):
                replace(path, handed_on(path.read_bytes(), reading).model_dump_json(indent=1).encode())
                return path
        replace(path, data)
        return path

    def _holds(self, path: Path, reading: Reading) -> bool:
        try:
            kept = self._open(path).reading
        except BrokenReading:
            return False
        return (kept.document.sha256, kept.ordinal) == (reading.document.sha256, reading.ordinal)

    def _document(self, reading: Reading) -> Path:
        suffix = Path(reading.document.name).suffix.lower()
        return self._documents / f"{reading.document.sha256}{suffix if suffix[1:].isalnum() else ''}"

    def _files(self) -> list[Path]:
        return sorted(self._readings.glob("[!.]*.json"), key=lambda path: path.stem)

    def _open_all(self) -> Iterator[Entry | BrokenReading]:
        for path in self._files():
            try:
                yield self._open(path)
            except BrokenReading as error:
                yield error

    def _open(self, path: Path) -> Entry:
        """The entry of a file, parsed and audited again only when the file has changed. Raises ``BrokenReading``."""
        decisions = self.folder / "decisions" / f"{path.stem}.toml"
        stamp = (_stamp(path), _stamp(decisions) if decisions.exists() else None)
        known = self._opened.get(path)
        if known and known[0] == stamp:
            return known[1]
        try:
            reading = corrected(Reading.model_validate_json(path.read_bytes()))
        except ValidationError as error:
            raise BrokenReading(path) from error
        entry = Entry(
            slug=path.stem,
            reading=reading,
            findings=decided(self._audit(reading), decisions),
            completeness=completeness(reading.sheet, form_of(reading.sheet)),
        )
        self._opened[path] = (stamp, entry)
        return entry


#: When a file was last written, and its size.
_Stamp = tuple[int, int]


def _stamp(path: Path) -> _Stamp:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size
