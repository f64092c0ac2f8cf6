"""Kinds that LibreOffice opens for us: the same cells as the file they were made from, and clear words without it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from monosashi.reading import UnreadableDocument
from monosashi.reading.convert import read_doc, read_odt, read_rtf
from monosashi.reading.document import open_paper
from monosashi.reading.kind import DOC, ODT, RTF, kind_of
from monosashi.reading.limits import DEFAULT_LIMITS, Limits
from monosashi.reading.word import read_word
from tests.papers.catalogue import papers
from tests.papers.word import paper_to_docx

Convert = Callable[[Path, str], Path]


@pytest.mark.office_suite
@pytest.mark.parametrize(
    ("suffix", "kind"),
    [("doc", DOC), *(pytest.param(*one, marks=pytest.mark.thorough) for one in (("odt", ODT), ("rtf", RTF)))],
)
def test_the_same_cells_as_the_word_file(tmp_path: Path, soffice: Convert, suffix: str, kind: str) -> None:
    source = tmp_path / "sheet.docx"
    source.write_bytes(paper_to_docx(papers()[0]))
    data = soffice(source, suffix).read_bytes()
    assert kind_of(data) == kind
    paper = open_paper(data, f"sheet.{suffix}", kind, DEFAULT_LIMITS)
    plain = read_word(source.read_bytes(), source.name, DEFAULT_LIMITS)
    assert [(c.text, c.top, c.left, c.bottom, c.right) for c in paper.grid.cells] == [
        (c.text, c.top, c.left, c.bottom, c.right) for c in plain.grid.cells
    ]
    assert [(finding.code, finding.found) for finding in paper.findings] == [("converted", f".{suffix}")]


@pytest.mark.parametrize(("read", "suffix"), [(read_doc, ".doc"), (read_rtf, ".rtf"), (read_odt, ".odt")])
def test_without_an_office_suite_the_error_says_what_to_do(
    read: Callable[[bytes, str, Limits], object], suffix: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableDocument) as error:
        read(b"anything", f"sheet{suffix}", DEFAULT_LIMITS)
    assert error.value.code == "needs-libreoffice"
    assert suffix in error.value.message.ja
    assert "LibreOffice" in error.value.message.en


def program(folder: Path, script: str) -> None:
    """An office suite of our own."""
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


def test_a_conversion_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "/bin/sleep 60 & wait")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableDocument) as error:
        read_doc(b"anything", "slow.doc", Limits(seconds=1))
    assert error.value.code == "too-slow"


def test_what_the_office_suite_cannot_open_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableDocument) as error:
        read_doc(b"anything", "broken.doc", DEFAULT_LIMITS)
    assert error.value.code == "unreadable"


def test_an_encrypted_word_file_is_told_as_such() -> None:
    head = b"\xec\xa5" + bytes(8) + (0x0100).to_bytes(2, "little")
    with pytest.raises(UnreadableDocument) as error:
        read_doc(b"\xd0\xcf\x11\xe0" + bytes(508) + head + bytes(500), "secret.doc", DEFAULT_LIMITS)
    assert error.value.code == "encrypted"
