"""Printed marks: what the sign beside a measure (○, ×, 達成, イ) says of its target, where that is certain.

Ministries have scales of their own. Words and ○ × mean the same everywhere; on a scale with ◎ a ○ may mean nearly reached;
イ ロ ハ are 総務省's and mean nothing where ア stands beside them; letters and numbers (A, B, 1) say nothing by themselves;
and a sheet that explains its signs (○：おおむね80％以上) means what it explains.
"""

import re

from monosashi.auditing.attained import Attained
from monosashi.model import Sheet
from monosashi.model.folding import fold, key
from monosashi.model.measuring.once import once

_SIGNS = {
    Attained.MET: frozenset({"○", "〇", "◯", "◎", "達成", "目標達成", "達成済", "達成済み", "イ"}),
    Attained.NEAR: frozenset({"△", "ロ", "概ね達成", "おおむね達成"}),
    Attained.MISSED: frozenset({"×", "✕", "✖", "╳", "未達成", "未達", "目標未達成", "不達成", "ハ"}),
}
_CIRCLES = frozenset({"○", "〇", "◯"})
_KANA = frozenset("イロハ")
#: What makes an explained sign mean something of its own.
_SOFT = re.compile("概ね|おおむね|ほぼ|程度|%|割")


def says(sheet: Sheet, sign: str) -> Attained | None:
    """What a mark says of its target; None where that is not certain on this sheet."""
    plain = key(sign).strip("()【】[]")
    found = next((attained for attained, signs in _SIGNS.items() if plain in {key(one) for one in signs}), None)
    if found is None:
        return None
    scale = _scale(sheet)
    if plain in _CIRCLES and "◎" in scale:
        return None
    if plain in _KANA and not scale <= _KANA | {"ニ"}:
        return None
    return None if _is_explained_otherwise(sheet, plain) else found


@once
def _scale(sheet: Sheet) -> frozenset[str]:
    """Every sign printed on the sheet."""
    signs = {measure.mark.sign for _, _, measure in sheet.measures()}
    signs |= {key(actual.mark).strip("()") for _, _, measure in sheet.measures() for actual in measure.actuals}
    return frozenset(sign for sign in signs if sign)


def _is_explained_otherwise(sheet: Sheet, sign: str) -> bool:
    """Whether a note, a label or a statement gives the sign a softer meaning: ○：80％以上."""
    if len(sign) > 1:
        return False
    same = "".join(_CIRCLES) if sign in _CIRCLES else re.escape(sign)
    meaning = re.compile(rf"[{same}][」』)]?\s*[:=…]+([^○〇◯△×◎。\n]{{1,40}})")
    texts = [note.text for note in sheet.notes] + [label.text for label in sheet.labels]
    texts += [statement.text for statement in sheet.policy.statements]
    return any(_SOFT.search(match[1]) for text in texts for match in meaning.finditer(fold(text)))
