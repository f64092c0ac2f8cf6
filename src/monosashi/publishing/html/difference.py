"""Difference: two texts cut into what they share and what only one of them says, for a page that shows them side by side.

>>> difference("45件程度", "60件程度")
((Run('45', True), Run('件程度', False)), (Run('60', True), Run('件程度', False)))
"""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

#: Texts less alike than this are shown as wholly different: islands of shared letters would only confuse.
_ALIKE = 0.4
#: A number is one word, for 45 and 46 do not share a 4; so is a Latin word; any other character stands for itself.
_WORD = re.compile(r"[0-9０-９.,，．]+|[A-Za-zＡ-Ｚａ-ｚ]+|.", re.DOTALL)


class Run(NamedTuple):
    """A piece of a text; ``differs``: whether the other text lacks it."""

    text: str
    differs: bool


def difference(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts in runs; put together again they are the texts."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return _runs([(before, True)]), _runs([(after, True)])
    steps = matcher.get_opcodes()
    return (
        _runs([("".join(old[i:j]), step != "equal") for step, i, j, _, _ in steps]),
        _runs([("".join(new[i:j]), step != "equal") for step, _, _, i, j in steps]),
    )


def _runs(pieces: list[tuple[str, bool]]) -> tuple[Run, ...]:
    return tuple(Run(text, differs) for text, differs in pieces if text)
