"""The chain: whatever is done to a log that somebody knows the head of is found, and told at the right entry."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.store.canonical import sha256_of
from monosashi.store.chain import BEGINNING, Break, Link, link, walk

RECORDS = st.lists(st.text(st.characters(codec="utf-8"), max_size=8), min_size=1, max_size=8)


def chain_of(records: list[str]) -> list[Link]:
    """A log of these records."""
    entries, previous = [], BEGINNING
    for number, record in enumerate(records, start=1):
        digest = sha256_of(record)
        previous = link(number, previous, digest)
        entries.append(Link(number, previous, record, digest))
    return entries


def head_of(entries: list[Link]) -> dict[int, str]:
    return {entries[-1].number: entries[-1].hash}


@given(RECORDS, st.data())
def test_a_whole_chain_holds_however_much_of_it_is_withheld(records: list[str], data: st.DataObject) -> None:
    entries = chain_of(records)
    withheld = data.draw(st.sets(st.integers(0, len(entries) - 1)))
    shown = [replace(one, record=None) if at in withheld else one for at, one in enumerate(entries)]
    assert list(walk(shown, head_of(entries))) == []


@given(RECORDS, st.data())
def test_an_edit_is_told_at_its_entry(records: list[str], data: st.DataObject) -> None:
    entries = chain_of(records)
    at = data.draw(st.integers(0, len(entries) - 1))
    other = data.draw(st.text(max_size=8).filter(lambda text: text.isprintable() and text != records[at]))
    edited = [*entries]
    edited[at] = replace(entries[at], record=other)
    assert [(one.kind, one.number) for one in walk(edited)] == [("edit", at + 1)]


@given(RECORDS, st.data())
def test_an_edit_whose_hashes_were_made_anew_is_told_by_the_published_head(
    records: list[str], data: st.DataObject
) -> None:
    entries = chain_of(records)
    at = data.draw(st.integers(0, len(entries) - 1))
    forged = chain_of([*records[:at], records[at] + "x", *records[at + 1 :]])
    assert list(walk(forged)) == []
    assert [(one.kind, one.number) for one in walk(forged, head_of(entries))] == [("other_head", len(entries))]


@given(RECORDS.filter(lambda records: len(records) > 1), st.data())
def test_a_gap_and_a_cut_tail_are_told(records: list[str], data: st.DataObject) -> None:
    entries = chain_of(records)
    at = data.draw(st.integers(0, len(entries) - 2))
    assert [(one.kind, one.number) for one in walk([*entries[:at], *entries[at + 1 :]])] == [("gap", at + 1)]
    cut = list(walk(entries[: at + 1], head_of(entries)))
    assert cut == [Break("cut", len(entries), wanted=entries[-1].hash, found=str(at + 1))]


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ([0, 1, 1, 2], [("fork", 2)]),
        ([0, 2, 1], [("gap", 2), ("order", 2)]),
        ([1, 2], [("gap", 1)]),
        ([], []),
    ],
)
def test_entries_twice_or_out_of_order_are_told(order: list[int], told: list[tuple[str, int]]) -> None:
    entries = chain_of(["a", "b", "c"])
    assert [(one.kind, one.number) for one in walk([entries[at] for at in order])] == told


def test_a_published_nothing_holds_for_every_log() -> None:
    assert list(walk(chain_of(["a"]), {0: BEGINNING})) == []
    assert [one.kind for one in walk([], {1: BEGINNING})] == ["cut"]
