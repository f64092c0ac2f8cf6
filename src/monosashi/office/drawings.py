"""Drawings: what was read, drawn on the pages of the document, one picture a page (``monosashi read --draw``)."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from monosashi.model import Message, Noun, Reading
from monosashi.model.error import MonosashiError
from monosashi.office.batch import Batch, CannotWrite
from monosashi.office.document import document_bytes
from monosashi.office.outcome import Outcome
from monosashi.office.page_pictures import page_in_worker
from monosashi.office.writing import replace
from monosashi.publishing.json import reading_from_json
from monosashi.reading.picture import (
    bare_page,
    drawing,
    drawn_pages,
    has_images,
    image_page,
    japanese_font_file,
    page_numbers,
    size_of,
)


class Drawing(Noun):
    """One page as PNG. ``trouble``: why it is drawn from its cells and not over its image."""

    number: int
    png: bytes
    trouble: Message | None = None


#: Said where drawn pages must do without their text.
_NO_LETTERS = Message(
    ja="日本語の書体が見つからないため、絵の文字は描いていません（枠と番地だけです）。Noto Sans CJK などを入れて、もう一度描いてください。",
    en="No Japanese font was found, so the texts are left out of the pictures (frames and names alone). "
    "Install one, such as Noto Sans CJK, and draw again.",
)


def lacking() -> Message | None:
    """What this machine lacks for whole pictures; None where nothing is lacking."""
    return None if japanese_font_file() else _NO_LETTERS


def drawings(data: bytes, reading: Reading) -> Iterator[Drawing]:
    """Each page that the reading speaks of. ``data``: the document it was read from, or the reading itself as JSON.

    Pages of a PDF are drawn over their images, which are made in a process of their own; where there is no image, and
    for every other kind of document, the page is drawn from its cells.
    """
    if not has_images(reading):
        yield from (Drawing(number=page.number, png=drawing(page)) for page in drawn_pages(reading))
        return
    held = hashlib.sha256(data).hexdigest() == reading.document.sha256
    for number in page_numbers(reading):
        yield _over_image(data, reading, number) if held else _bare(reading, number)


def _over_image(data: bytes, reading: Reading, number: int) -> Drawing:
    try:
        image = page_in_worker(data, number, reading.document.name)
    except MonosashiError as error:
        return _bare(reading, number, error.message)
    return Drawing(number=number, png=drawing(image_page(reading, number, size_of(image)), image))


def _bare(reading: Reading, number: int, trouble: Message | None = None) -> Drawing:
    return Drawing(number=number, png=drawing(bare_page(reading, number)), trouble=trouble)


def draw_into(folder: Path, name: str, data: bytes, reading: Reading) -> Iterator[tuple[Path, Message | None]]:
    """Write each page as NAME-p1.png; its file, and why it is not drawn over its image. Raises ``CannotWrite``."""
    for drawn in drawings(data, reading):
        file = folder / f"{name}-p{drawn.number}.png"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            replace(file, drawn.png)
        except OSError as error:
            raise CannotWrite(file, error.strerror or str(error)) from error
        yield file, drawn.trouble


def draw_outcome(batch: Batch, file: Path, outcome: Outcome, folder: Path) -> Iterator[tuple[Path, Message | None]]:
    """The same for every sheet that a batch wrote from a file, each under the name of its JSON. Raises
    ``MonosashiError`` where the file or the folder cannot be used any more."""
    if not outcome.written:
        return
    data = document_bytes(file, batch.limits)
    for sheet in outcome.written:
        kept = batch.out / sheet.output
        reading = reading_from_json(document_bytes(kept, batch.limits))
        yield from draw_into(folder, kept.stem, data, reading)
