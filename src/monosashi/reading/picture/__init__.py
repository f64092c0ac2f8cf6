"""Picture: what was read, shown on the paper it was read from."""

from monosashi.reading.picture.drawing import drawing
from monosashi.reading.picture.drawn import drawn_pages
from monosashi.reading.picture.fonts import japanese_font_file
from monosashi.reading.picture.layout import bare_page, has_images, image_page, page_numbers, page_with
from monosashi.reading.picture.marks import Mark, Part, marks_of, part_of
from monosashi.reading.picture.page import Box, PicturePage
from monosashi.reading.picture.page_image import PageImage, PageNotDrawn, page_image, size_of

__all__ = [
    "Box",
    "Mark",
    "PageImage",
    "PageNotDrawn",
    "Part",
    "PicturePage",
    "bare_page",
    "drawing",
    "drawn_pages",
    "has_images",
    "image_page",
    "japanese_font_file",
    "marks_of",
    "page_image",
    "page_numbers",
    "page_with",
    "part_of",
    "size_of",
]
