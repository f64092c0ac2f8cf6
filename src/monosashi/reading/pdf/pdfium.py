"""The door to pdfium: a document, its pages, and what one page draws.

pypdfium2 declares every function with pointer types, which costs more than the calls themselves where a page is asked
thousands of small questions. The small questions are therefore declared once more, over the same addresses, with plain
numbers for handles. pdfium knows no threads: who opens a document holds ``LOCK`` until it is closed.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

import pypdfium2  # noqa: F401 (loads the library and makes it ready)
from pypdfium2 import raw

#: Held while a document is open.
LOCK = RLock()

_HANDLE, _INT, _FLAG = ctypes.c_void_p, ctypes.c_int, ctypes.c_int

ERROR_PASSWORD = 4
ERROR_SECURITY = 5

TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5
INVISIBLE = 3


def _small(name: str, result: Any, *arguments: Any) -> Any:
    """A function that answers at once and may keep the interpreter waiting meanwhile."""
    address = ctypes.cast(getattr(raw, name), _HANDLE).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def _long(name: str, result: Any, *arguments: Any) -> Any:
    """A function that may take its time; other threads go on meanwhile."""
    address = ctypes.cast(getattr(raw, name), _HANDLE).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_load_document = raw.FPDF_LoadMemDocument64
_close_document = raw.FPDF_CloseDocument
_load_page = _long("FPDF_LoadPage", _HANDLE, _HANDLE, _INT)
_close_page = _long("FPDF_ClosePage", None, _HANDLE)
load_text = _long("FPDFText_LoadPage", _HANDLE, _HANDLE)
close_text = _long("FPDFText_ClosePage", None, _HANDLE)

_page_box = _small("FPDF_GetPageBoundingBox", _FLAG, _HANDLE, _HANDLE)
page_turns = _small("FPDFPage_GetRotation", _INT, _HANDLE)

count_objects = _small("FPDFPage_CountObjects", _INT, _HANDLE)
object_at = _small("FPDFPage_GetObject", _HANDLE, _HANDLE, _INT)
count_inner = _small("FPDFFormObj_CountObjects", _INT, _HANDLE)
inner_at = _small("FPDFFormObj_GetObject", _HANDLE, _HANDLE, ctypes.c_ulong)
object_kind = _small("FPDFPageObj_GetType", _INT, _HANDLE)
_matrix = _small("FPDFPageObj_GetMatrix", _FLAG, _HANDLE, _HANDLE)
_bounds = _small("FPDFPageObj_GetBounds", _FLAG, _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)
_clip_path = _small("FPDFPageObj_GetClipPath", _HANDLE, _HANDLE)
_clip_count = _small("FPDFClipPath_CountPaths", _INT, _HANDLE)
_clip_segments = _small("FPDFClipPath_CountPathSegments", _INT, _HANDLE, _INT)
_clip_segment = _small("FPDFClipPath_GetPathSegment", _HANDLE, _HANDLE, _INT, _INT)

count_segments = _small("FPDFPath_CountSegments", _INT, _HANDLE)
_segment_at = _small("FPDFPath_GetPathSegment", _HANDLE, _HANDLE, _INT)
_segment_kind = _small("FPDFPathSegment_GetType", _INT, _HANDLE)
_segment_point = _small("FPDFPathSegment_GetPoint", _FLAG, _HANDLE, _HANDLE, _HANDLE)
_segment_closes = _small("FPDFPathSegment_GetClose", _FLAG, _HANDLE)
_draw_mode = _small("FPDFPath_GetDrawMode", _FLAG, _HANDLE, _HANDLE, _HANDLE)
_fill_colour = _small("FPDFPageObj_GetFillColor", _FLAG, _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)
_stroke_colour = _small("FPDFPageObj_GetStrokeColor", _FLAG, _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)

count_characters = _small("FPDFText_CountChars", _INT, _HANDLE)
_get_text = _small("FPDFText_GetText", _INT, _HANDLE, _INT, _INT, _HANDLE)
character_code = _small("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _INT)
object_of_character = _small("FPDFText_GetTextObject", _HANDLE, _HANDLE, _INT)
is_generated = _small("FPDFText_IsGenerated", _INT, _HANDLE, _INT)
_origin = _small("FPDFText_GetCharOrigin", _FLAG, _HANDLE, _INT, _HANDLE, _HANDLE)
_loose_box = _small("FPDFText_GetLooseCharBox", _FLAG, _HANDLE, _INT, _HANDLE)
_character_matrix = _small("FPDFText_GetMatrix", _FLAG, _HANDLE, _INT, _HANDLE)
font_size = _small("FPDFText_GetFontSize", ctypes.c_double, _HANDLE, _INT)
_font = _small("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
_is_embedded = _small("FPDFFont_GetIsEmbedded", _INT, _HANDLE)
_font_name = _small("FPDFFont_GetBaseFontName", ctypes.c_size_t, _HANDLE, _HANDLE, ctypes.c_size_t)
render_mode = _small("FPDFTextObj_GetTextRenderMode", _INT, _HANDLE)

# Where pdfium writes its answers: one for all calls, since LOCK lets only one reader in.
_floats = (ctypes.c_float * 6)()
_F = [ctypes.addressof(_floats) + 4 * n for n in range(6)]
_doubles = (ctypes.c_double * 2)()
_D = [ctypes.addressof(_doubles) + 8 * n for n in range(2)]
_ints = (ctypes.c_uint * 4)()
_I = [ctypes.addressof(_ints) + 4 * n for n in range(4)]
_F0, _F1, _F2, _F3 = _F[:4]
_D0, _D1 = _D

#: Farther than any page reaches.
_FAR = 1e9
#: Longer font names are not looked at.
_MOST_NAME = 256
#: So many corners of a clip path are looked at.
_MOST_CLIP = 1000

Quad = tuple[float, float, float, float]


class OpenError(Exception):
    """pdfium's number for why a document could not be opened; 0 where it opened but holds no page."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


@contextmanager
def opened(data: bytes) -> Iterator[tuple[int, int]]:
    """A document's handle and its number of pages; closed at the end. Raises ``OpenError``."""
    with LOCK:
        pointer = _load_document(data, len(data), None)
        if not pointer:
            raise OpenError(int(raw.FPDF_GetLastError()) or 1)
        try:
            pages = int(raw.FPDF_GetPageCount(pointer))
            if pages < 1:
                raise OpenError(0)
            yield ctypes.cast(pointer, _HANDLE).value or 0, pages
        finally:
            _close_document(pointer)


@contextmanager
def page_of(document: int, index: int) -> Iterator[int]:
    """A page's handle, 0 where the page is damaged; closed at the end."""
    page = _load_page(document, index) or 0
    try:
        yield page
    finally:
        if page:
            _close_page(page)


def visible_box(page: int) -> Quad:
    """Left, bottom, right and top of what is shown of a page, in its own space (CropBox within MediaBox)."""
    _page_box(page, _F0)
    left, top, right, bottom = _floats[:4]
    return left, min(bottom, top), right, max(bottom, top)


def bounds(handle: int) -> Quad:
    """Left, bottom, right and top of an object, in the space of its page or form."""
    if not _bounds(handle, _F0, _F1, _F2, _F3):
        return 0.0, 0.0, 0.0, 0.0
    return _floats[0], _floats[1], _floats[2], _floats[3]


def matrix(handle: int) -> tuple[float, ...]:
    """The six numbers of an object's matrix."""
    return tuple(_floats) if _matrix(handle, _F0) else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def draw_mode(path: int) -> tuple[bool, bool]:
    """Whether a path is filled, and whether it is stroked."""
    _draw_mode(path, _I[0], _I[1])
    return bool(_ints[0]), bool(_ints[1])


def fill_colour(handle: int) -> tuple[int, int, int, int]:
    """Red, green, blue and opacity of a filling; black where pdfium cannot tell."""
    known = _fill_colour(handle, *_I)
    return (_ints[0], _ints[1], _ints[2], _ints[3]) if known else (0, 0, 0, 255)


def fills_from(orders: dict[int, int], least: int) -> set[int]:
    """The numbers of those objects whose filling is at least so light in every colour, asked in one go."""
    ask, answer, (red, green, blue, opacity) = _fill_colour, _ints, _I
    return {
        order
        for handle, order in orders.items()
        if ask(handle, red, green, blue, opacity) and answer[0] >= least and min(answer) >= least
    }


def stroke_colour(handle: int) -> tuple[int, int, int, int]:
    """Red, green, blue and opacity of a stroke; black where pdfium cannot tell."""
    known = _stroke_colour(handle, *_I)
    return (_ints[0], _ints[1], _ints[2], _ints[3]) if known else (0, 0, 0, 255)


def segments(path: int) -> list[tuple[int, float, float, bool]]:
    """The pieces of a path: kind (line 0, curve 1, move 2), end point, and whether it closes the figure."""
    return [_segment(_segment_at(path, n)) for n in range(count_segments(path))]


def _segment(handle: int) -> tuple[int, float, float, bool]:
    _segment_point(handle, _F0, _F1)
    return _segment_kind(handle), _floats[0], _floats[1], bool(_segment_closes(handle))


def clip_box(handle: int) -> Quad | None:
    """Where all the paths that clip an object overlap, in the space of its page; nothing where it is not clipped."""
    clip = _clip_path(handle)
    paths = _clip_count(clip) if clip else 0
    if paths <= 0:
        return None
    left, bottom, right, top = -_FAR, -_FAR, _FAR, _FAR
    for n in range(paths):
        points = [_segment(_clip_segment(clip, n, k))[1:3] for k in range(min(_MOST_CLIP, _clip_segments(clip, n)))]
        if points:
            xs, ys = zip(*points, strict=True)
            left, bottom, right, top = max(left, min(xs)), max(bottom, min(ys)), min(right, max(xs)), min(top, max(ys))
    return left, bottom, right, top


def page_text(text: int, count: int) -> str:
    """All characters of a page, one for each that pdfium counts."""
    buffer = ctypes.create_string_buffer(4 * count + 2)
    written = _get_text(text, 0, count, ctypes.addressof(buffer))
    found = buffer.raw[: 2 * (written - 1)].decode("utf-16-le", "replace") if written > 1 else ""
    if len(found) == count:
        return found
    return "".join(_character(character_code(text, n)) for n in range(count))


def character(text: int, index: int) -> str:
    """One character, or the sign for what no font map explains."""
    return _character(character_code(text, index))


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def origin(text: int, index: int) -> tuple[float, float]:
    """Where a character's baseline begins, in the page's own space."""
    _origin(text, index, _D0, _D1)
    return _doubles[0], _doubles[1]


def ink(handle: int, text: int, first: int) -> tuple[Quad, float, float, bool, bool]:
    """All that is asked of every text object, in one go: its bounds, where its first character's baseline begins,
    whether it is invisible, and whether it is clipped."""
    known = _bounds(handle, _F0, _F1, _F2, _F3)
    quad = (_floats[0], _floats[1], _floats[2], _floats[3]) if known else (0.0, 0.0, 0.0, 0.0)
    _origin(text, first, _D0, _D1)
    clip = _clip_path(handle)
    clipped = clip is not None and _clip_count(clip) > 0
    return quad, _doubles[0], _doubles[1], render_mode(handle) == INVISIBLE, clipped


def font_of(handle: int) -> tuple[bool, str]:
    """Whether the font of a text object is embedded, and its name."""
    font = _font(handle)
    if not font:
        return True, ""
    buffer = ctypes.create_string_buffer(_MOST_NAME)
    _font_name(font, ctypes.addressof(buffer), _MOST_NAME)
    return _is_embedded(font) != 0, buffer.value.decode("utf-8", "replace")


def loose_box(text: int, index: int) -> Quad:
    """Left, bottom, right and top of a character with the room its font gives it."""
    _loose_box(text, index, _F0)
    return _floats[0], _floats[3], _floats[2], _floats[1]


def character_matrix(text: int, index: int) -> tuple[float, ...]:
    """The six numbers of a character's matrix."""
    return tuple(_floats) if _character_matrix(text, index, _F0) else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
