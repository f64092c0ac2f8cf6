"""Fonts: the letters of this machine that can write Japanese."""

import os
import sys
from functools import cache
from pathlib import Path

from PIL import ImageFont

#: Fonts that Japanese machines come with, by their files' names, the plainest first.
_NAMES = (
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKjp-Regular.otf",
    "NotoSansJP-Regular.ttf",
    "NotoSansJP-Regular.otf",
    "BIZ-UDGothicR.ttc",
    "YuGothM.ttc",
    "meiryo.ttc",
    "msgothic.ttc",
    "ヒラギノ角ゴシック W3.ttc",
    "ipaexg.ttf",
    "ipagp.ttf",
    "ipag.ttf",
    "VL-PGothic-Regular.ttf",
    "DroidSansFallbackFull.ttf",
)


def _folders() -> list[Path]:
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    home = Path.home()
    return [
        *(Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("/System/Library/Fonts")),
        *(Path("/Library/Fonts"), home / ".fonts", home / ".local/share/fonts", home / "Library/Fonts"),
    ]


@cache
def japanese_font_file() -> Path | None:
    """The file of a font that writes Japanese; None where this machine has none that is known."""
    files = {file.name: file for folder in _folders() if folder.is_dir() for file in folder.rglob("*.[ot]t[cf]")}
    return next((files[name] for name in _NAMES if name in files), None)


@cache
def letters(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The letters of that size in pixels: Japanese where this machine has a font for it, else Latin alone."""
    file = japanese_font_file()
    return ImageFont.truetype(file, size) if file else ImageFont.load_default(size)
