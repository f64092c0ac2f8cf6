"""Files that are damaged or made to do harm: a clear fault with its place, the lines before taken, and nothing grows."""

import gzip
import json
import lzma
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monosashi.ledgers.book_files import MOST_FAULTS, Source, SourceFile, Unknown, sources
from monosashi.ledgers.files import LARGEST_JSON, LONGEST_LINE, BookUnreadable
from monosashi.ledgers.review_sheets import projects
from monosashi.ledgers.settlement import appropriations
from monosashi.model import BookFault, Project
from tests.ledgers.invented_books import review_sheet, written


def _told(path: Path) -> list[tuple[str, int]]:
    """Each item: a fault's code, or a project's number; with its line."""
    return [(one.code if isinstance(one, BookFault) else one.number, one.place.line) for one in projects(path)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (json.dumps(review_sheet(2))[:300], "not-json"),
        ("[]", "not-json"),
        ("3", "not-json"),
        ('{"事業名": NaN}', "not-json"),
        ('{"ID": ' + "9" * 5000 + "}", "not-json"),
        ('{"a":' * 100_000, "too-deep"),
        ("[" * 100_000, "too-deep"),
        (json.dumps(review_sheet(2, 事業名="a\x00b")), "holds-nul"),
        (json.dumps(review_sheet(2, 事業名="\ud800")), "not-text"),
        (b'{"\xff": 1}', "not-text"),
        (json.dumps(review_sheet(2), ensure_ascii=False).encode("cp932"), "not-text"),
        (b'{"a": "' + b"x" * LONGEST_LINE + b'"}', "line-too-long"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_the_others_are_taken(
    tmp_path: Path, line: str | bytes, code: str
) -> None:
    path = written(tmp_path / "a.jsonl", [review_sheet(1), line, review_sheet(3)])
    assert _told(path) == [("0001", 1), (code, 2), ("0003", 3)]


def test_escapes_that_name_characters_are_no_fault(tmp_path: Path) -> None:
    (found,) = projects(written(tmp_path / "a.jsonl", [json.dumps(review_sheet(事業名="𠮷野と\\u0000の事業"))]))
    assert isinstance(found, Project)
    assert found.name == "𠮷野と\\u0000の事業"


@pytest.mark.parametrize("pack", [lzma.compress, gzip.compress])
def test_a_file_that_is_cut_gives_what_stands_before(tmp_path: Path, pack: object) -> None:
    sheets = [json.dumps(review_sheet(n)).encode() for n in range(1, 400)]
    assert callable(pack)
    packed = pack(b"\n".join(sheets))
    (tmp_path / "cut").write_bytes(packed[: len(packed) * 9 // 10])
    told = _told(tmp_path / "cut")
    assert told[-1] == ("book-cut", len(told))
    assert told[:-1] == [(f"{n:04d}", n) for n in range(1, len(told))]
    assert len(told) > 100


def test_several_streams_of_xz_are_one_file(tmp_path: Path) -> None:
    one, two = (lzma.compress(json.dumps(review_sheet(n)).encode() + b"\n") for n in (1, 2))
    (tmp_path / "a.xz").write_bytes(one + two)
    assert _told(tmp_path / "a.xz") == [("0001", 1), ("0002", 2)]


def test_a_bomb_is_stopped_and_takes_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monosashi.ledgers.files.LARGEST", 64 << 20)
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(b" " * (80 << 20), 1))
    tracemalloc.start()
    told = _told(tmp_path / "bomb.jsonl.gz")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told == [("line-too-long", 1)]
    assert peak < 4 * LONGEST_LINE


def test_one_text_that_is_too_large_is_not_decoded(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"metadata": {"fiscalYear": 2021}, "items": [' + b" " * LARGEST_JSON)
    (found,) = appropriations(tmp_path / "a.json")
    assert isinstance(found, BookFault)
    assert found.code == "book-too-large"


def test_xz_may_not_ask_for_all_memory(tmp_path: Path) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 29}]
    with lzma.open(tmp_path / "a.xz", "wb", filters=filters) as file:
        file.write(b"{}\n")
    assert _told(tmp_path / "a.xz") == [("book-cut", 1)]


def test_where_too_much_is_wrong_reading_stops(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", [review_sheet(), *["{}"] * (MOST_FAULTS + 50)])
    (source,) = sources([SourceFile(path, "a.jsonl")])
    assert isinstance(source, Source)
    found = list(source.lines())
    assert len(found) == MOST_FAULTS + 2
    assert isinstance(found[-1], BookFault)
    assert found[-1].code == "too-many-faults"


def test_what_is_no_book_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "note.json").write_text("{}", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a.csv", "1,2\n")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    found = sources([SourceFile(tmp_path, "books")])
    assert found == (Unknown("broken.zip"), Unknown("note.json"), Unknown("other.zip"))


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BookUnreadable) as refused:
        list(projects(tmp_path / "none.jsonl"))
    assert refused.value.code == "book-unreadable"


@given(place=st.integers(0, 2500), put=st.binary(max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_to_a_line_the_next_is_taken(tmp_path: Path, place: int, put: bytes) -> None:
    line = json.dumps(review_sheet(1), ensure_ascii=False).encode()
    broken = (line[:place] + put + line[place + len(put) :]).replace(b"\n", b" ")
    found = list(projects(written(tmp_path / "a.jsonl", [broken, review_sheet(2)])))
    assert isinstance(found[-1], Project)
    assert (found[-1].number, found[-1].place.line) == ("0002", 2)
