"""Reasons: what a cell of 選定理由 says in its own words, sentence by sentence; 【参考】 and remarks after ※ left out.

>>> [words for _, words in sentences("参加者の数を指標とする。\\n【参考】\\n令和2年度：42回\\n\\n※当面は同じ数え方による。")]
['参加者の数を指標とする']
"""

import re
from collections.abc import Iterator

from monosashi.model import Rationale, Sheet
from monosashi.model.folding import fold, is_dash, unbroken

_REFERENCE = re.compile(r"[【\[(]\s*参\s*考\s*[】\])]")
_END = re.compile(r"[。\n]")
#: Words that only join a sentence to the one before it.
_JOINING = re.compile(r"^(?:なお|また|さらに|更に|このため|そのため|したがって|加えて|併せて|あわせて)、?")


def states_reasons(rationale: Rationale) -> bool:
    """Whether a cell holds more than a dash."""
    flat = unbroken(rationale.text)
    return bool(flat) and not is_dash(flat)


def reasoned(sheet: Sheet) -> dict[str, list[str]]:
    """The paths of the rationales that say something about each measure."""
    found: dict[str, list[str]] = {}
    for n, rationale in enumerate(sheet.rationales):
        if states_reasons(rationale):
            for path in rationale.measures:
                found.setdefault(path, []).append(f"/rationales/{n}")
    return found


def sentences(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence of the reasons: by what it is compared (without blanks), and as printed."""
    head = _REFERENCE.search(fold(text))
    for sentence in _END.split(text[: head.start()] if head else text):
        words = sentence.strip()
        if words and not words.startswith("※"):
            yield "".join(_JOINING.sub("", words).split()), words
