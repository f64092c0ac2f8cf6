"""Bytes that were right and are no longer: cut, turned over, doubled, moved, overwritten."""

from collections.abc import Callable

from hypothesis import strategies as st

from monosashi.model.error import MonosashiError

#: Bytes that formats and their parsers take for something.
_TELLING = (
    b"\x00",
    b"\xff",
    b"\x80",
    b"\n",
    b"<",
    b">",
    b"&#0;",
    b'"',
    b"0",
    b"-1",
    b"99999999999",
    b"\xed\xa0\x80",
    b"[",
    b"(",
)

Mutation = Callable[[bytes], bytes]


@st.composite
def mutations(draw: st.DrawFn) -> Mutation:
    """One change, at a place given as a share of the length, so that it means something to bytes of any length."""
    where, length = draw(st.floats(0, 1)), draw(st.integers(0, 64))
    kind = draw(st.sampled_from(("cut", "drop", "double", "turn", "insert", "overwrite", "swap")))
    told = draw(st.sampled_from(_TELLING))

    def change(data: bytes) -> bytes:
        at = int(where * len(data))
        piece = data[at : at + length]
        before, after = data[:at], data[at + length :]
        return {
            "cut": before,
            "drop": before + after,
            "double": before + piece * 2 + after,
            "turn": before + bytes(byte ^ 0x55 for byte in piece) + after,
            "insert": before + told + data[at:],
            "overwrite": before + told + data[at + len(told) :],
            "swap": after + before,
        }[kind]

    return change


def mutated(data: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    """Right bytes with one to four changes."""

    def change(found: bytes, steps: list[Mutation]) -> bytes:
        for step in steps:
            found = step(found)
        return found

    return st.builds(change, data, st.lists(mutations(), min_size=1, max_size=4))


def refused(attempt: Callable[[], object]) -> str:
    """The code that an attempt is refused with; nothing where it succeeds."""
    try:
        attempt()
    except MonosashiError as error:
        return error.code
    return ""
