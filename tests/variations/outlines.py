"""Outlines: a TrueType font file of boxes, made by hand, to be embedded. Whoever looks sees boxes; a reader sees widths.

Only the tables a PDF needs are there: head, hhea, maxp, hmtx, loca, glyf (OpenType specification 1.9).
"""

from collections.abc import Mapping
from struct import pack

_EM = 1000
#: A box glyph: one contour of four points, coordinates as differences.
_FLAGS = bytes([1, 1, 1, 1])


def box_font(halves: Mapping[int, bool]) -> bytes:
    """A font with a box for each of these glyph numbers, half as wide where the value is true."""
    count = max(halves, default=0) + 1
    glyf, loca, hmtx = bytearray(), bytearray(pack(">I", 0)), bytearray()
    for number in range(count):
        if number in halves:
            glyf += _box(_EM // 2 if halves[number] else _EM)
        hmtx += pack(">Hh", _EM // 2 if halves.get(number) else _EM, 60)
        loca += pack(">I", len(glyf))
    tables = {
        b"glyf": bytes(glyf),
        b"head": pack(
            ">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _EM, 0, 0, 0, -120, _EM, 880, 0, 8, 2, 1, 0
        ),
        b"hhea": pack(">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, _EM, 0, 0, _EM, 1, 0, 0, 0, 0, 0, 0, 0, count),
        b"hmtx": bytes(hmtx),
        b"loca": bytes(loca),
        b"maxp": pack(">IHHHHHHHHHHHHHH", 0x10000, count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _assembled(tables)


def _box(width: int) -> bytes:
    left, right, low, high = 60, width - 60, -80, 800
    across = pack(">hhhh", left, 0, right - left, 0)
    up = pack(">hhhh", low, high - low, 0, low - high)
    return pack(">hhhhhHH", 1, left, low, right, high, 3, 0) + _FLAGS + across + up


def _assembled(tables: Mapping[bytes, bytes]) -> bytes:
    directory, body = bytearray(), bytearray()
    start = 12 + 16 * len(tables)
    for tag, data in sorted(tables.items()):
        padded = data + bytes(-len(data) % 4)
        total = sum(int.from_bytes(padded[n : n + 4], "big") for n in range(0, len(padded), 4)) & 0xFFFFFFFF
        directory += tag + pack(">III", total, start + len(body), len(data))
        body += padded
    return pack(">IHHHH", 0x10000, len(tables), 64, 2, len(tables) * 16 - 64) + bytes(directory + body)
