"""Page pictures: the original of a sheet, page by page, with what was read from each place of it.

The way from a value to the paper and back: a path leads to the page and the boxes where it stands, and each box tells
the values it holds by name and leads to them. Images of pages are drawn once and kept beside the original.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from monosashi.model import Cell, Message, Place, Reading
from monosashi.model.error import MonosashiError
from monosashi.model.folding import unbroken
from monosashi.office.entry import Entry
from monosashi.office.job import Job
from monosashi.office.library import Library
from monosashi.office.limits import limits_here
from monosashi.office.worker import ask
from monosashi.publishing.html import Anchors, Language, Words, where, words
from monosashi.reading.picture import (
    Box,
    Part,
    PicturePage,
    bare_page,
    drawn_pages,
    has_images,
    image_page,
    page_numbers,
    page_with,
    size_of,
)

#: How an image was drawn; another number draws all of them again.
_DRAWN_AS = "2"
#: How many values of one box are named, where there are many.
_NAMED = 2
#: Seconds in which the image of one page must be drawn.
_SECONDS = 30


class NoSuchPage(MonosashiError):
    """A page that the original does not have, or of which the sheet says nothing."""

    def __init__(self, name: str, number: int, numbers: Sequence[int]) -> None:
        has = f"{numbers[0]}～{numbers[-1]}" if numbers else "-"
        super().__init__(
            "no-such-page",
            f"「{name}」から読み取った表に、{number}ページはありません（あるのは {has}）。ページを選び直してください。",
            f"The sheet read from {name!r} has no page {number} (it has {has}). Choose another page.",
        )


@dataclass(frozen=True, slots=True)
class Named:
    """A value by its path, its name in the reader's language, and the id it has on the sheet's page."""

    path: str
    name: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ShownBox:
    """A box of the page: where it lies in points, what it belongs to, the values in it, and its text.

    ``lines`` are the text as the picture must draw it, each with its place; empty over an image.
    """

    part: str
    x: float
    y: float
    width: float
    height: float
    values: tuple[Named, ...]
    text: str
    place: str
    selected: bool
    guessed: bool
    size: float
    lines: tuple[tuple[float, float, str], ...]

    @property
    def shown_values(self) -> tuple[Named, ...]:
        """The values that are named; the head of a column belongs to all that stands below it."""
        return self.values[:_NAMED] if len(self.values) > _NAMED + 1 else self.values

    @property
    def further(self) -> int:
        """How many values are not named."""
        return len(self.values) - len(self.shown_values)

    @property
    def name(self) -> str:
        """The names of its values."""
        return "、".join(value.name for value in self.shown_values)


@dataclass(frozen=True, slots=True)
class Selected:
    """The value that was asked for: its name, its text, and where it stands. ``page``: the first page that shows it,
    none where the paper's place of it is not known."""

    value: Named
    text: str
    place: str
    page: int | None


@dataclass(frozen=True)
class PaperPage:
    """One page of the original as the web shows it. ``trouble``: why there is no image of it where there should be."""

    number: int
    numbers: tuple[int, ...]
    name: str
    width: float
    height: float
    boxes: tuple[ShownBox, ...]
    drawn: bool
    selected: Selected | None
    trouble: str = ""

    @property
    def parts(self) -> tuple[tuple[str, tuple[ShownBox, ...]], ...]:
        """The boxes that hold something by what they belong to: first what was left over, then the parts in order."""
        order = (Part.LEFTOVER, *(part for part in Part if part not in (Part.LEFTOVER, Part.FURNITURE)))
        reading = sorted(self.boxes, key=lambda box: (box.y, box.x))
        grouped = ((part.value, tuple(box for box in reading if box.part == part)) for part in order)
        return tuple((part, boxes) for part, boxes in grouped if boxes)

    @property
    def before(self) -> int | None:
        """The page before this one."""
        return next((number for number in reversed(self.numbers) if number < self.number), None)

    @property
    def after(self) -> int | None:
        """The page after this one."""
        return next((number for number in self.numbers if number > self.number), None)

    @property
    def found(self) -> bool:
        """Whether the value that was asked for stands on this page."""
        return any(box.selected for box in self.boxes)

    @property
    def guessed(self) -> bool:
        """Whether a box of this page was placed by guess."""
        return any(box.guessed for box in self.boxes)


def paper_page(library: Library, name: str, language: Language, number: int | None = None, at: str = "") -> PaperPage:
    """A page of the original of that sheet. ``at``: the path of a value to point out; without a number, the page where
    that value stands, else the first. Raises ``NoSuchPage`` and as ``Library.document``."""
    entry = library.get(name)
    reading, spoken = entry.reading, words(language)
    numbers = page_numbers(reading)
    selected = _selected(reading, at, spoken) if at else None
    standing = selected.page if selected else None
    wanted = number if number is not None else standing or (numbers[0] if numbers else 1)
    if wanted not in numbers:
        raise NoSuchPage(reading.document.name, wanted, numbers)
    page, trouble = _page(library, entry, wanted)
    places = reading.trace.places(at) if at else ()
    anchors = Anchors.of(reading.sheet)
    boxes = tuple(_shown(reading, box, places, anchors, spoken) for box in page.boxes)
    return PaperPage(
        number=wanted,
        numbers=numbers,
        name=page.name,
        width=page.width,
        height=page.height,
        boxes=boxes,
        drawn=page.drawn,
        selected=selected,
        trouble=spoken.of(trouble) if trouble else "",
    )


def leftover_pages(reading: Reading) -> tuple[tuple[Cell, int | None], ...]:
    """What no part of the sheet took, each with the page of the picture that shows it."""
    if has_images(reading):
        return tuple((cell, cell.place.page) for cell in reading.leftover)
    pages = drawn_pages(reading) if reading.leftover else ()
    at = {box.mark.place: page.number for page in pages for box in page.boxes}
    return tuple((cell, at.get(cell.place)) for cell in reading.leftover)


def page_png(library: Library, name: str, number: int) -> bytes:
    """The image of a page of that sheet's original. Raises ``NoSuchPage``, ``PageNotDrawn`` and as ``Library.document``."""
    reading = library.get(name).reading
    numbers = page_numbers(reading) if has_images(reading) else ()
    if number not in numbers:
        raise NoSuchPage(reading.document.name, number, numbers)
    return library.picture(
        name, f"{number}-{_DRAWN_AS}", lambda data: page_in_worker(data, number, reading.document.name)
    )


def page_tag(entry: Entry, number: int) -> str:
    """A tag that stays the same as long as the image of that page does."""
    return f'"{entry.reading.document.sha256[:16]}-{number}-{_DRAWN_AS}"'


def page_in_worker(data: bytes, number: int, name: str) -> bytes:
    """The image of a page, drawn in a process of its own. Raises ``MonosashiError`` where it cannot be."""
    limits = limits_here()
    job = Job(name=name, task="page", page=number, limits=replace(limits, seconds=min(_SECONDS, limits.seconds)))
    answer = ask(job, data)
    if answer.head.refusal:
        raise answer.head.refusal.error
    return answer.frames[0]


def _page(library: Library, entry: Entry, number: int) -> tuple[PicturePage, Message | None]:
    """The page, and what kept its image from being drawn: its boxes can be shown all the same, with their text."""
    reading = entry.reading
    if not has_images(reading):
        return next(page for page in drawn_pages(reading) if page.number == number), None
    try:
        return image_page(reading, number, size_of(page_png(library, entry.slug, number))), None
    except MonosashiError as error:
        return bare_page(reading, number), error.message


def _selected(reading: Reading, at: str, spoken: Words) -> Selected:
    places = reading.trace.places(at)
    texts = [cell.text for cell in reading.cells if cell.place in places]
    anchor = Anchors.of(reading.sheet).nearest(at)
    named = Named(at, where(reading.sheet, at, spoken), anchor)
    return Selected(
        value=named,
        text=unbroken(texts[0]) if texts else "",
        place="、".join(str(place) for place in places),
        page=page_with(reading, places),
    )


def _shown(reading: Reading, box: Box, places: Sequence[Place], anchors: Anchors, spoken: Words) -> ShownBox:
    mark = box.mark
    named = [Named(path, where(reading.sheet, path, spoken), anchors.nearest(path)) for path in mark.paths]
    return ShownBox(
        part=mark.part.value,
        x=round(box.x0, 1),
        y=round(box.top, 1),
        width=round(box.x1 - box.x0, 1),
        height=round(box.bottom - box.top, 1),
        values=tuple({value.name: value for value in reversed(named)}.values())[::-1],
        text=unbroken(mark.text),
        place=str(mark.place),
        selected=mark.place in places,
        guessed=mark.guessed,
        size=round(box.size, 1),
        lines=tuple((round(x, 1), round(y, 1), text) for x, y, text in box.placed_lines()),
    )
