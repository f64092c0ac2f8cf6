"""What we wrote ourselves and hand strangers' bytes to: kinds, packages, forms, grammars, the grid."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from monosashi.forms import forms, load_form
from monosashi.model import Document, Place
from monosashi.office.job import Answer, receive_answer
from monosashi.publishing.json import reading_from_json
from monosashi.reading.grid import GridCell, in_reading_order
from monosashi.reading.kind import kind_of
from monosashi.reading.limits import Limits
from monosashi.reading.package import check_package
from monosashi.reading.paper import Paper
from monosashi.reading.ruled import read_ruled, ruled_sheets
from tests.fuzz.mutations import mutated, refused
from tests.hostile.package_maker import docx, xlsx
from tests.hostile.pages import page
from tests.hostile.pdf_maker import plain
from tests.hostile.texts import TEXT
from tests.laws.test_model_laws import GRAMMARS

DOCUMENTS = {"a.xlsx": xlsx(), "a.docx": docx(), "a.html": page(), "a.pdf": plain(), "a.txt": TEXT.encode()}
_FORMS = [
    file.read_bytes() for file in files("monosashi.forms").joinpath("data").iterdir() if file.name.endswith(".toml")
]
_PRINTED = (
    "45件（政務レベル19件）\n（平成30年度～令和2年度の平均）",
    "1,234百万円の内数\n（△５億円）",
    "令和３年度から令和７年度まで",
    "令和３年６月18日（閣議決定）",
    "①㉗（※３）19①",
    "【参考】12.5％（令和元年度）※２",
)


@given(mutated(st.sampled_from([*DOCUMENTS.values()])), st.sampled_from(["a.xlsx", "a.ods", "", "\0", "a" * 300]))
def test_a_kind_is_told_of_any_bytes(data: bytes, name: str) -> None:
    assert "/" in kind_of(data, name)


@given(mutated(st.sampled_from([DOCUMENTS["a.xlsx"], DOCUMENTS["a.docx"]])))
def test_a_package_is_checked_or_refused(data: bytes) -> None:
    code = refused(lambda: check_package(data, "a.xlsx", Limits(), "[Content_Types].xml"))
    assert code in {"", "unreadable", "too-big", "encrypted"}


@given(mutated(st.sampled_from(_FORMS)))
def test_a_form_file_is_a_form_or_is_refused(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "form.toml")
        file.write_bytes(data)
        assert refused(lambda: load_form(file)) in {"", "bad-form"}


@given(mutated(st.sampled_from([text.encode() for text in _PRINTED])))
def test_a_grammar_reads_or_gives_up(data: bytes) -> None:
    for parse in GRAMMARS.values():
        parse(data.decode("utf-8", "replace"))


@given(mutated(st.just(b'{"document": {"name": "a", "sha256": "0"}}')))
def test_json_is_a_reading_or_is_refused(data: bytes) -> None:
    assert refused(lambda: reading_from_json(data)) in {"", "not-a-reading"}


_WORDS = sorted({text for form in forms() for spec in form.statements for text in (spec.label, *spec.variants)})
_COLUMNS = sorted({column.label for form in forms() for table in form.tables for column in table.columns})
_TEXTS = st.one_of(
    st.sampled_from(_WORDS), st.sampled_from(_COLUMNS), st.sampled_from(_PRINTED), st.text(max_size=8), st.just("①")
)


@st.composite
def _cells(draw: st.DrawFn) -> GridCell:
    top, left = draw(st.integers(1, 12)), draw(st.integers(1, 12))
    bottom, right = top + draw(st.integers(0, 4)), left + draw(st.integers(0, 6))
    place = Place(page=1, x0=left, top=top, x1=right, bottom=bottom, worksheet="x")
    return GridCell(draw(_TEXTS), top, left, bottom, right, (place,) * draw(st.integers(1, 2)), draw(st.booleans()))


@given(st.lists(_cells(), max_size=60), st.lists(st.integers(1, 12), max_size=3))
def test_a_grid_of_anything_is_read_and_nothing_is_lost(cells: list[GridCell], starts: list[int]) -> None:
    paper = Paper(in_reading_order(cells), tuple(sorted({1, *starts})))
    document = Document(name="a", sha256="0")
    for ordinal, (part, form) in enumerate(ruled_sheets(paper, forms()), 1):
        reading = read_ruled(part, form, document, ordinal)
        printed = sum(len("".join(cell.text.split())) for cell in part.cells)
        assert reading.coverage.total == printed


@dataclass
class _Channel:
    """Bytes that come through a socket a few at a time."""

    left: bytes

    def sendall(self, data: bytes, /) -> None:
        """Nothing is sent here."""
        self.left += data

    def recv(self, most: int, /) -> bytes:
        """The next few bytes."""
        step, self.left = self.left[: min(most, 7)], self.left[min(most, 7) :]
        return step


@given(mutated(st.just(b"\0\0\0\0\0\0\0\x0c" + b'{"frames":1}' + b"\0\0\0\0\0\0\0\x02{}")))
def test_an_answer_is_an_answer_or_none(data: bytes) -> None:
    try:
        assert isinstance(receive_answer(_Channel(data)), Answer)
    except (EOFError, ValueError):
        return
