"""A reply from what was typed: each way of saying it, and each contradiction with the part that is wrong."""

import pytest

from monosashi.model import Reply, State
from monosashi.reading.rounds import Typed, replied


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        (Typed(), Reply()),
        (Typed(value=" 　\n"), Reply()),
        (Typed(value=" 1,250件 "), Reply(state=State.REPORTED, text="1,250件")),
        (Typed(state="実績", value="0"), Reply(state=State.REPORTED, text="0")),
        (Typed(state="実績あり", value="△5"), Reply(state=State.REPORTED, text="△5")),
        (Typed(state="集計中"), Reply(state=State.COMPILING)),
        (Typed(value="集計中"), Reply(state=State.COMPILING)),
        (Typed(state="集計中", value="集計中"), Reply(state=State.COMPILING)),
        (
            Typed(value="集計中（８月公表予定）"),
            Reply(state=State.COMPILING, text="集計中（８月公表予定）"),
        ),
        (Typed(state="調査なし"), Reply(state=State.NOT_SURVEYED)),
        (Typed(state="未公表", note="9月"), Reply(state=State.NOT_PUBLISHED, note="9月")),
        (Typed(state="該当なし", evidence="告示"), Reply(state=State.NOT_APPLICABLE, evidence="告示")),
        (Typed(state="まだない"), Reply(state=State.NOT_YET)),
        (Typed(value="41", year="Ｒ２"), Reply(state=State.REPORTED, text="41", year=2020)),
        (Typed(value="41", year="令和元年度"), Reply(state=State.REPORTED, text="41", year=2019)),
        (Typed(value="=1+1"), Reply(state=State.REPORTED, text="=1+1")),
        (Typed(value="港を整備した"), Reply(state=State.REPORTED, text="港を整備した")),
    ],
)
def test_what_is_typed_is_taken(typed: Typed, reply: Reply) -> None:
    assert replied(typed) == (reply, ())


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        (Typed(state="だいたい", value="12"), ["state"]),
        (Typed(value="-"), ["state"]),
        (Typed(value="－"), ["state"]),
        (Typed(note="あとで"), ["state"]),
        (Typed(state="実績"), ["value"]),
        (Typed(state="実績", value="集計中"), ["value"]),
        (Typed(state="実績", value="－"), ["value"]),
        (Typed(state="集計中", value="12"), ["value"]),
        (Typed(state="集計中", value="未公表"), ["value"]),
        (Typed(state="集計中", year="令和2年度"), ["year"]),
        (Typed(value="12", year="去年"), ["year"]),
        (Typed(value="12", year="平成0年度"), ["year"]),
        (Typed(value="1\x002"), ["value"]),
        (Typed(value="1", note="\ud800"), ["note"]),
        (Typed(value="1", note="あ" * 4001), ["note"]),
    ],
)
def test_a_contradiction_names_its_part(typed: Typed, parts: list[str]) -> None:
    assert [part for part, _ in replied(typed)[1]] == parts
