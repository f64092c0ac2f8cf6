"""The library in a folder: the same document twice is one, another document never takes a name away."""

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from monosashi.model import Document, Finding, Message, Reading, Severity, Sheet, Trace
from monosashi.office.library import BrokenReading, FolderLibrary, Library, NotInLibrary, OtherDocument
from monosashi.office.verbs import findings_of


def reading(data: bytes, name: str = "表.xlsx", ordinal: int = 1, **sheet: Any) -> Reading:
    """A reading of a document that holds those bytes."""
    document = Document(name=name, sha256=hashlib.sha256(data).hexdigest())
    tree = {"identifier": "総務省R3－⑭", **sheet}
    return Reading(document=document, ordinal=ordinal, sheet=Sheet.model_validate(tree), trace=Trace())


def names(library: Library) -> list[str]:
    return [record.slug for record in library.records()]


def test_an_empty_library_has_nothing(tmp_path: Path) -> None:
    library = FolderLibrary(tmp_path / "not there yet")
    assert (library.entries(), library.broken()) == ((), ())
    with pytest.raises(NotInLibrary, match="not-in-library"):
        library.get("soumu-R3-14")


def test_what_is_added_is_kept_byte_for_byte_and_found_by_another_reader(tmp_path: Path) -> None:
    (entry,) = FolderLibrary(tmp_path).add(b"original", [reading(b"original")])
    other = FolderLibrary(tmp_path)
    assert other.entries() == (entry,)
    assert other.get("soumu-R3-14") == entry
    assert other.document("soumu-R3-14") == b"original"
    assert entry.reading == reading(b"original")
    digest = hashlib.sha256(b"original").hexdigest()
    files = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {f"documents/{digest}.xlsx", "readings/soumu-R3-14.json"}


def test_the_same_document_twice_is_one_with_the_newer_reading(tmp_path: Path) -> None:
    library = FolderLibrary(tmp_path)
    library.add(b"original", [reading(b"original")])
    library.add(b"original", [reading(b"original", title="事前分析表（令和３年度）")])
    assert names(library) == ["soumu-R3-14"]
    assert library.get("soumu-R3-14").reading.sheet.title.text == "事前分析表（令和３年度）"


def test_another_document_under_the_same_number_gets_a_name_of_its_own(tmp_path: Path) -> None:
    library = FolderLibrary(tmp_path)
    library.add(b"first", [reading(b"first")])
    for _ in range(2):
        library.add(b"second", [reading(b"second")])
    second = hashlib.sha256(b"second").hexdigest()[:8]
    assert names(library) == ["soumu-R3-14", f"soumu-R3-14-{second}"]
    assert [library.document(name) for name in names(library)] == [b"first", b"second"]


def test_two_sheets_of_one_document_are_two(tmp_path: Path) -> None:
    library = FolderLibrary(tmp_path)
    for _ in range(2):
        library.add(b"both", [reading(b"both"), reading(b"both", ordinal=2)])
    digest = hashlib.sha256(b"both").hexdigest()
    assert names(library) == ["soumu-R3-14", f"soumu-R3-14-{digest[:8]}-2"]


def test_a_reading_of_other_bytes_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(OtherDocument, match="other-document"):
        FolderLibrary(tmp_path).add(b"these", [reading(b"these"), reading(b"those")])
    assert list(tmp_path.rglob("*.*")) == []


def test_a_name_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    library = FolderLibrary(tmp_path / "library")
    library.add(b"original", [reading(b"original")])
    (tmp_path / "library" / "secret.json").write_text("{}")
    for name in ("../secret", "../readings/soumu-R3-14", ".", "", "soumu-R3-14/"):
        with pytest.raises(NotInLibrary):
            library.get(name)


def test_a_file_that_is_no_reading_is_told_and_does_not_hide_the_others(tmp_path: Path) -> None:
    library = FolderLibrary(tmp_path)
    library.add(b"original", [reading(b"original")])
    (tmp_path / "readings" / "broken.json").write_text('{"sheet": 1}')
    assert names(library) == ["soumu-R3-14"]
    assert [error.code for error in library.broken()] == ["broken-reading"]
    with pytest.raises(BrokenReading, match=r"broken\.json"):
        library.get("broken")


def test_a_broken_file_is_never_written_over(tmp_path: Path) -> None:
    library = FolderLibrary(tmp_path)
    library.add(b"original", [reading(b"original")])
    (tmp_path / "readings" / "soumu-R3-14.json").write_text("")
    library.add(b"original", [reading(b"original")])
    digest = hashlib.sha256(b"original").hexdigest()[:8]
    assert (names(library), len(library.broken())) == ([f"soumu-R3-14-{digest}"], 1)


def test_findings_are_the_reader_s_and_the_audit_s_now(tmp_path: Path) -> None:
    told = Finding(
        code="form-unknown",
        severity=Severity.WARNING,
        path="",
        expected="",
        found="",
        message=Message(ja="様式が分かりません。", en="The form is unknown."),
    )
    tree: dict[str, Any] = {
        "goals": [{"levers": [{"indicators": [{"number": "1", "measures": []}, {"number": "3", "measures": []}]}]}]
    }
    read = reading(b"original", **tree).model_copy(update={"findings": (told,)})
    (entry,) = FolderLibrary(tmp_path).add(b"original", [read])
    assert entry.findings == findings_of(read)
    assert entry.findings[0] == told
    assert [entry.count(severity) for severity in Severity] == [
        sum(finding.severity is severity for finding in entry.findings) for severity in Severity
    ]


def test_a_file_is_opened_again_only_when_it_has_changed(tmp_path: Path) -> None:
    audited: list[str] = []

    def audit(read: Reading) -> tuple[Finding, ...]:
        audited.append(read.sheet.title.text)
        return ()

    library = FolderLibrary(tmp_path, audit)
    library.add(b"original", [reading(b"original", title="一")])
    for _ in range(3):
        library.entries()
    assert audited == ["一"]
    path = tmp_path / "readings" / "soumu-R3-14.json"
    path.write_text(reading(b"original", title="二").model_dump_json())
    os.utime(path, ns=(1, 1))
    library.entries()
    assert audited == ["一", "二"]
