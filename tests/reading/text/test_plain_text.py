"""Plain text whose layout is lost: what is placed is right, nothing is invented, nothing is lost."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monosashi.model import Reading, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.path import leaves
from monosashi.office.samples import sample_sheets
from monosashi.reading import NoSheetFound, UnreadableDocument, read
from tests.corpus.yardstick import fields

SAMPLE = sample_sheets()[0]


def dump(sheet: Sheet, width: int = 18, seed: int | None = None) -> str:
    """The sheet's words as a program without an eye for layout gives them: cells in blocks, lines cut anywhere, and
    with a seed the blocks of the table in any order."""
    head = [sheet.title.text, sheet.identifier.text]
    for statement in sheet.policy.statements:
        head += [statement.label, statement.text]
    body = [label.text for label in sheet.labels]
    for goal in sheet.goals:
        body.append(goal.text)
        for lever in goal.levers:
            body.append(lever.text)
            for indicator in lever.indicators:
                for measure in indicator.measures:
                    own = [indicator.number.text, measure.name.text, measure.baseline.value.text]
                    own += [measure.baseline.year.text, measure.target.value.text, measure.target.year.text]
                    body.append("\n\n".join(_broken(text, width) for text in own))
                    body.append("\n\n".join(_broken(target.value.text, width) for target in measure.targets))
    body += [rationale.text for rationale in sheet.rationales]
    body += [f"{note.mark}\u3000{note.text}" for note in sheet.notes]
    if seed is not None:
        random.Random(seed).shuffle(body)  # noqa: S311  the order of a test, no secret
    return "\n\n".join(_broken(text, width) if len(text) < 400 else text for text in head + body)


def _broken(text: str, width: int) -> str:
    return "\n".join(line[n : n + width] for line in text.split("\n") for n in range(0, max(1, len(line)), width))


def one(text: str) -> Reading:
    (reading,) = read(text.encode(), "sheet.txt")
    return reading


def characters(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=max(1, settings().max_examples // 6))
@given(st.integers(0, 10_000), st.integers(9, 40))
def test_nothing_is_lost_and_nothing_invented(seed: int, width: int) -> None:
    text = dump(SAMPLE, width, seed)
    reading = one(text)
    assert reading.coverage.total == len(characters(text))
    flat = characters(text)
    for path, words in leaves(reading.sheet):
        if words and not path.endswith("/label"):
            pieces = [characters(line) for line in words.split("\n")]
            assert [piece for piece in pieces if piece not in flat] == [], path
            assert reading.trace.places(path) != (), path


def test_what_the_words_settle_is_placed_right() -> None:
    reading = one(dump(SAMPLE))
    placed = {
        characters(measure.name.name): (indicator.number.text, measure.baseline.value.text, measure.target.value.text)
        for _, indicator, measure in reading.sheet.measures()
    }
    printed = {
        characters(measure.name.name): (indicator.number.text, measure.baseline.value.text, measure.target.value.text)
        for _, indicator, measure in SAMPLE.measures()
    }
    assert {name: tuple(map(unbroken, values)) for name, values in placed.items()} == {
        name: tuple(map(unbroken, values)) for name, values in printed.items()
    }


def test_every_guess_has_its_reason_and_its_place() -> None:
    reading = one(dump(SAMPLE, seed=3))
    assert len(reading.guesses) > 0
    for guess in reading.guesses:
        assert reading.trace.places(guess.path) != ()
        assert guess.reason.ja
        assert guess.reason.en


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
def test_encodings_of_japanese_offices(encoding: str) -> None:
    data = dump(SAMPLE).replace("－", "ー").replace("～", "から").replace("①", "1").encode(encoding, errors="replace")
    (reading,) = read(data, "sheet.txt")
    assert unbroken(reading.sheet.policy.name) == SAMPLE.policy.name


def test_a_number_that_stands_apart_from_its_name_is_a_guess() -> None:
    """Numbers printed in a row of their own go to the names by their order, and that is said."""
    indicators = [indicator for _, indicator, _ in SAMPLE.measures()]
    names = [measure.name.text for _, _, measure in SAMPLE.measures()]
    numbers = "\n\n".join(indicator.number.text for indicator in indicators)
    labels = "\n\n".join(label.text for label in SAMPLE.labels)
    reading = one("\n\n".join([SAMPLE.title.text, labels, numbers, "区切り", *names]))
    assert [i.number.text for _, i, _ in reading.sheet.measures()] == [i.number.text for i in indicators]
    guessed = {guess.path for guess in reading.guesses}
    assert {f"{path}/number" for path, _ in reading.sheet.indicators()} <= guessed


def test_prose_is_no_sheet() -> None:
    with pytest.raises(NoSheetFound) as error:
        read("本日は晴天なり。\n明日も晴れるでしょう。".encode(), "weather.txt")
    assert error.value.code == "no-sheet"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableDocument) as error:
        read(bytes(range(256)) * 4, "noise.bin")
    assert error.value.code == "unreadable"


@pytest.mark.shared
def test_the_published_text(shared: Path) -> None:
    file = shared / "seed/R3-14.txt"
    (reading,) = read(file.read_bytes(), file.name)
    assert fields(shared, [reading], shared / "seed/R3-14.tables") == (506, 513)
    cover = reading.coverage
    assert (cover.fields + cover.furniture) / cover.total >= 0.85
