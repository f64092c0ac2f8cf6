"""A disk that lost its power: what ``recording.c`` recorded, replayed up to a moment, and the folder as it may be found
after the power comes back.

What a sync covered is there. Of what was written, truncated, created, renamed or unlinked since, anything may be: each
write kept, dropped or torn (each of its sectors of 512 bytes kept or dropped by itself), each truncation kept or dropped;
of the changes to the folder itself some number of the first. A file that is only shared memory (SQLite's ``-shm``) is
never found again.
"""

import struct
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from random import Random

SECTOR = 512
_HEADER = struct.Struct("=6Q")


class Kind(IntEnum):
    """What a record tells; ``ANSWERED`` is written by the one who asked."""

    OPENED = 1
    WRITTEN = 2
    TRUNCATED = 3
    SYNCING = 4
    SYNCED = 5
    RENAMED = 6
    UNLINKED = 7
    FOLDER_SYNCING = 8
    FOLDER_SYNCED = 9
    ANSWERED = 100


@dataclass(frozen=True, slots=True)
class Record:
    """One record. ``offset``: of a write; the new size of a truncation. ``data``: what was written; a rename's new name;
    what was answered."""

    kind: Kind
    inode: int
    offset: int
    process: int
    name: str
    data: bytes


def answered(name: str, data: bytes) -> bytes:
    """The bytes of a record that says that something was answered."""
    return _HEADER.pack(Kind.ANSWERED, 0, 0, len(data), 0, len(name.encode())) + name.encode() + data


def records(file: Path) -> Iterator[Record]:
    """The records of a file, in their order. A last one that was cut off by the end of its process is left out."""
    data = memoryview(file.read_bytes())
    at = 0
    while at + _HEADER.size <= len(data):
        kind, inode, offset, length, process, named = _HEADER.unpack_from(data, at)
        start = at + _HEADER.size
        at = start + named + length
        if at > len(data):
            return
        name = bytes(data[start : start + named]).decode()
        yield Record(Kind(kind), inode, offset, process, name, bytes(data[start + named : at]))


@dataclass
class _File:
    """A file: what is surely on the disk, and what may be. ``began``: of each process, how many changes there were when
    its syncs began."""

    sure: bytearray = field(default_factory=bytearray)
    pending: deque[tuple[int, bytes | None]] = field(default_factory=deque)
    changes: int = 0
    began: dict[int, deque[int]] = field(default_factory=lambda: defaultdict(deque))

    def change(self, offset: int, data: bytes | None) -> None:
        self.pending.append((offset, data))
        self.changes += 1

    def synced(self, process: int) -> None:
        """The oldest sync of a process that has not ended ends: what was there when it began is sure."""
        until = self.began[process].popleft() if self.began[process] else 0
        while self.pending and self.changes - len(self.pending) < until:
            _apply(self.sure, *self.pending.popleft())

    def found(self, random: Random | None, kept: float) -> bytes:
        """What may be found of it; without chance all that was written."""
        content = bytearray(self.sure)
        for offset, data in self.pending:
            if random is None or random.random() < kept:
                _apply(content, offset, data)
            elif data is not None and random.random() < kept:
                for at, sector in _sectors(offset, data):
                    if random.random() < kept:
                        _apply(content, at, sector)
        return bytes(content)


def _apply(content: bytearray, offset: int, data: bytes | None) -> None:
    """A write, or (without data) a truncation. What lies between the end and a write beyond it is zeros."""
    if data is None:
        del content[offset:]
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    if data is not None:
        content[offset : offset + len(data)] = data


def _sectors(offset: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    start = 0
    while start < len(data):
        end = min(len(data), start + SECTOR - (offset + start) % SECTOR)
        yield offset + start, data[start:end]
        start = end


class Disk:
    """A folder on a disk. Begins with what is in it, all of it sure."""

    def __init__(self, folder: Path) -> None:
        self._files: dict[int, _File] = {}
        self._sure: dict[str, int] = {}
        self._pending: list[tuple[str, int | None]] = []
        self._began: dict[int, deque[int]] = defaultdict(deque)
        self._settled = 0
        for path in sorted(folder.iterdir()):
            if path.is_file():
                self._sure[path.name] = path.stat().st_ino
                self._files[path.stat().st_ino] = _File(bytearray(path.read_bytes()))

    def take(self, record: Record) -> None:
        """What the next record tells, done."""
        file = self._files.setdefault(record.inode, _File())
        match record.kind:
            case Kind.OPENED:
                if self._names().get(record.name) != record.inode:
                    self._files[record.inode] = _File()
                    self._pending.append((record.name, record.inode))
            case Kind.WRITTEN:
                file.change(record.offset, record.data)
            case Kind.TRUNCATED:
                file.change(record.offset, None)
            case Kind.SYNCING:
                file.began[record.process].append(file.changes)
            case Kind.SYNCED:
                file.synced(record.process)
            case Kind.UNLINKED:
                self._pending.append((record.name, None))
            case Kind.RENAMED:
                inode = self._names().get(record.name)
                self._pending += [(record.data.decode(), inode), (record.name, None)]
            case Kind.FOLDER_SYNCING:
                self._began[record.process].append(self._settled + len(self._pending))
            case Kind.FOLDER_SYNCED:
                self._settle(self._began[record.process].popleft() if self._began[record.process] else 0)
            case Kind.ANSWERED:
                pass

    def found(self, random: Random | None = None) -> dict[str, bytes]:
        """The folder as it may be found: each file's bytes by name. Without chance: as it was before the power went."""
        # some cuts lose nearly all that was not synced, some nearly nothing
        kept = random.random() if random else 1.0
        changes = self._pending if random is None else self._pending[: random.randint(0, len(self._pending))]
        names = self._after(changes)
        return {
            name: self._files[inode].found(random, kept) for name, inode in names.items() if not name.endswith("-shm")
        }

    def _names(self) -> dict[str, int]:
        return self._after(self._pending)

    def _after(self, changes: list[tuple[str, int | None]]) -> dict[str, int]:
        names = dict(self._sure)
        for name, inode in changes:
            if inode is None:
                names.pop(name, None)
            else:
                names[name] = inode
        return names

    def _settle(self, until: int) -> None:
        done = max(0, until - self._settled)
        self._sure = self._after(self._pending[:done])
        del self._pending[:done]
        self._settled += done
