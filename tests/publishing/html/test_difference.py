"""Two texts side by side: what is shared, what only one says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.publishing.html import Run, difference

_TEXTS = st.text(st.sampled_from("港を整える45６,. a件\n"), max_size=30)


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("45件程度", "46件程度", ["45"], ["46"]),
        ("港を整える", "港を直す", ["整え", "る"], ["直す"]),
        ("港", "港", [], []),
        ("", "港", [], ["港"]),
        ("船が出る", "給食を食べる子ども", ["船が出る"], ["給食を食べる子ども"]),
    ],
)
def test_what_differs_is_marked_in_whole_numbers_and_words(
    before: str, after: str, old: list[str], new: list[str]
) -> None:
    left, right = difference(before, after)
    assert "".join(run.text for run in left if run.differs) == "".join(old)
    assert "".join(run.text for run in right if run.differs) == "".join(new)


@given(_TEXTS, _TEXTS)
def test_put_together_again_they_are_the_texts_and_share_the_rest(before: str, after: str) -> None:
    left, right = difference(before, after)
    assert ("".join(run.text for run in left), "".join(run.text for run in right)) == (before, after)
    assert [run.text for run in left if not run.differs] == [run.text for run in right if not run.differs]


@given(_TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert difference(text, text) == ((Run(text, False),), (Run(text, False),)) if text else ((), ())
