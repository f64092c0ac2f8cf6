"""Packages (zip): what is checked before any parser sees them.

A package tells how large its parts are, and may lie. So each part is unpacked once here, a little at a time and into
nothing, and the package is refused as soon as the bytes that really come out are more than it said or than is allowed.

Source: PKWARE APPNOTE 6.3.10 (4.3.7 local file header, 4.4.4 general purpose bits, 4.4.5 compression methods).
"""

import zlib
from collections import Counter
from io import BytesIO
from itertools import pairwise
from struct import Struct
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from monosashi.reading.errors import Encrypted, TooBig, UnreadableDocument
from monosashi.reading.limits import Limits

#: A local header up to the lengths of its name and its extra field.
_LOCAL = Struct("<4s22xHH")
_LOCAL_MARK = b"PK\x03\x04"
_ENCRYPTED = 0x1
#: Bytes unpacked at a time.
_STEP = 1 << 18
#: A part that unpacks to less than this does no harm, whatever its ratio.
_HARMLESS = 8 * 1024 * 1024


#: What zipfile raises where a package, or a part of it, is damaged; a missing part is a KeyError, a lock a RuntimeError.
DAMAGED = (BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, OSError)


def check_package(data: bytes, name: str, limits: Limits, part: str) -> None:
    """That the bytes are a zip of a sane size that holds ``part`` and whose parts are what it says they are.

    Raises ``TooBig``, ``Encrypted`` or ``UnreadableDocument``.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except (BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise UnreadableDocument(
            name,
            "ファイルの包み（zip）が壊れているか、途中で切れています。",
            "its package (zip) is damaged or cut short.",
        ) from error
    if not any(found.filename == part for found in parts):
        raise UnreadableDocument(name, f"中身の目次（{part}）がありません。", f"it holds no {part}.")
    if any(found.flag_bits & _ENCRYPTED for found in parts):
        raise Encrypted(name)
    _check_sizes(parts, name, limits)
    _check_order(parts, name)
    for found in parts:
        _check_part(data, found, name)


def _check_sizes(parts: list[ZipInfo], name: str, limits: Limits) -> None:
    if len(parts) > limits.parts:
        raise TooBig(
            name,
            f"包みの中の部品が {len(parts):,} 個あり、上限の {limits.parts:,} 個を超えます。",
            f"its package holds {len(parts):,} parts, more than {limits.parts:,}.",
            Limits.setting("parts"),
        )
    unpacked = sum(found.file_size for found in parts)
    if unpacked > limits.unpacked_bytes:
        raise TooBig(
            name,
            f"展開すると {unpacked:,} バイトになり、上限の {limits.unpacked_bytes:,} バイトを超えます。",
            f"it unpacks to {unpacked:,} bytes, more than {limits.unpacked_bytes:,}.",
            Limits.setting("unpacked_bytes"),
        )
    steep = max(parts, key=lambda found: found.file_size / max(found.compress_size, _HARMLESS / limits.ratio))
    if steep.file_size > max(limits.ratio * steep.compress_size, _HARMLESS):
        raise TooBig(
            name,
            f"部品の一つが {steep.compress_size:,} バイトから {steep.file_size:,} バイトに膨らみ、上限の {limits.ratio} 倍を超えます。",
            f"one of its parts unpacks from {steep.compress_size:,} to {steep.file_size:,} bytes, "
            f"more than {limits.ratio} times.",
            Limits.setting("ratio"),
        )


def _check_order(parts: list[ZipInfo], name: str) -> None:
    """That no part lies inside another, and no name is given twice for different bytes."""
    spans = sorted((found.header_offset, found.header_offset + found.compress_size) for found in parts)
    if any(start < end for (_, end), (start, _) in pairwise(spans)):
        raise UnreadableDocument(name, "包みの中の部品が重なり合っています。", "parts of its package overlap.")
    different = Counter(found_name for found_name, _ in {(found.filename, found.CRC) for found in parts})
    if any(count > 1 for count in different.values()):
        raise UnreadableDocument(
            name, "包みの中に、同じ名前の部品が二つあります。", "two parts of its package bear one name."
        )


def _check_part(data: bytes, part: ZipInfo, name: str) -> None:
    """That the part unpacks to exactly as many bytes as the package says."""
    size = _unpacked_size(data, part)
    if size != part.file_size:
        raise UnreadableDocument(
            name,
            "包みの中の部品が壊れているか、書かれた大きさと違います。",
            "a part of its package is damaged, or not of the size it is said to be.",
        )


def _unpacked_size(data: bytes, part: ZipInfo) -> int | None:
    """How many bytes really come out, counted no further than one step over what the package says; None where nothing
    can be unpacked."""
    header = data[part.header_offset : part.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size:
        return None
    mark, name_length, extra_length = _LOCAL.unpack(header)
    start = part.header_offset + _LOCAL.size + name_length + extra_length
    packed = memoryview(data)[start : start + part.compress_size]
    if mark != _LOCAL_MARK or len(packed) != part.compress_size:
        return None
    if part.compress_type == ZIP_STORED:
        return len(packed)
    return _inflated_size(packed, part.file_size) if part.compress_type == ZIP_DEFLATED else None


def _inflated_size(packed: memoryview, said: int) -> int | None:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    size = 0
    left: bytes | memoryview = packed
    try:
        while not stream.eof and size <= said:
            step = stream.decompress(left, _STEP)
            left = stream.unconsumed_tail
            size += len(step)
            if not step and not left:
                return None
    except zlib.error:
        return None
    return size
