"""The disk that lost its power: what was synced is found, what was not may be, and never anything else."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.soak.disk import SECTOR, Disk, Kind, Record, answered, records

NAME, INODE = "a.sqlite3", 7


def told(kind: Kind, offset: int = 0, data: bytes = b"", name: str = NAME, process: int = 1) -> Record:
    """A record about one file."""
    return Record(kind, INODE, offset, process, name, data)


#: The file is there, and its name is sure.
CREATED = (told(Kind.OPENED), told(Kind.FOLDER_SYNCING), told(Kind.FOLDER_SYNCED))
SYNC = (told(Kind.SYNCING), told(Kind.SYNCED))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing in it."""
    return tmp_path_factory.mktemp("empty")


def disk(folder: Path, *acts: Record) -> Disk:
    """A disk that was empty, after these."""
    made = Disk(folder)
    for act in acts:
        made.take(act)
    return made


@given(seed=st.integers(), writes=st.lists(st.tuples(st.integers(0, 2000), st.binary(min_size=1, max_size=1500))))
def test_what_a_sync_covered_is_found_whatever_happens(empty: Path, seed: int, writes: list[tuple[int, bytes]]) -> None:
    acts = [told(Kind.WRITTEN, offset, data) for offset, data in writes]
    synced = disk(empty, *CREATED, *acts, *SYNC)
    whole = bytearray()
    for offset, data in writes:
        whole.extend(bytes(max(0, offset + len(data) - len(whole))))
        whole[offset : offset + len(data)] = data
    assert synced.found(Random(seed)) == synced.found() == {NAME: bytes(whole)}


@given(seed=st.integers())
def test_of_a_write_that_was_not_synced_any_sectors_may_be_found_and_nothing_else(empty: Path, seed: int) -> None:
    old, new = b"o" * 3 * SECTOR, b"n" * 2 * SECTOR
    found = disk(empty, *CREATED, told(Kind.WRITTEN, 0, old), *SYNC, told(Kind.WRITTEN, SECTOR, new)).found(
        Random(seed)
    )[NAME]
    sectors = [found[at : at + SECTOR] for at in range(0, len(found), SECTOR)]
    assert sectors[0] == old[:SECTOR]
    assert {*sectors[1:]} <= {old[:SECTOR], new[:SECTOR]}


def test_every_outcome_of_a_torn_write_comes_about(empty: Path) -> None:
    torn = disk(empty, *CREATED, told(Kind.WRITTEN, 0, b"o" * 1024), *SYNC, told(Kind.WRITTEN, 0, b"n" * 1024))
    found = {torn.found(Random(seed))[NAME][::SECTOR] for seed in range(300)}
    assert found == {b"oo", b"on", b"no", b"nn"}


def test_a_sync_covers_only_what_was_written_before_it_began(empty: Path) -> None:
    acts = (told(Kind.WRITTEN, 0, b"a"), told(Kind.SYNCING), told(Kind.WRITTEN, 1, b"b"), told(Kind.SYNCED))
    found = {disk(empty, *CREATED, *acts).found(Random(seed))[NAME] for seed in range(50)}
    assert found == {b"a", b"ab"}


def test_another_process_writes_and_this_one_syncs_both(empty: Path) -> None:
    acts = (told(Kind.WRITTEN, 0, b"a", process=2), *SYNC)
    assert {disk(empty, *CREATED, *acts).found(Random(seed))[NAME] for seed in range(50)} == {b"a"}


def test_a_truncation_a_creation_a_rename_and_an_unlink_may_be_lost_until_synced(empty: Path) -> None:
    cut = (*CREATED, told(Kind.WRITTEN, 0, b"abc"), *SYNC, told(Kind.TRUNCATED, 1))
    assert {disk(empty, *cut).found(Random(seed))[NAME] for seed in range(50)} == {b"abc", b"a"}
    assert {tuple(disk(empty, told(Kind.OPENED)).found(Random(seed))) for seed in range(50)} == {(), (NAME,)}
    moved = disk(empty, *CREATED, told(Kind.RENAMED, data=b"b.sqlite3"))
    assert {tuple(moved.found(Random(seed))) for seed in range(50)} == {(NAME,), (NAME, "b.sqlite3"), ("b.sqlite3",)}
    gone = disk(empty, *CREATED, told(Kind.UNLINKED), told(Kind.FOLDER_SYNCING), told(Kind.FOLDER_SYNCED))
    assert gone.found(Random(1)) == {}


def test_shared_memory_is_never_found_again(empty: Path) -> None:
    assert (
        disk(empty, told(Kind.OPENED, name="a-shm"), told(Kind.FOLDER_SYNCING), told(Kind.FOLDER_SYNCED)).found() == {}
    )


def test_a_record_that_was_cut_off_by_the_end_of_its_process_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "record"
    file.write_bytes(answered("港", b"text") + answered("", b"more")[:-1])
    assert list(records(file)) == [Record(Kind.ANSWERED, 0, 0, 0, "港", b"text")]
