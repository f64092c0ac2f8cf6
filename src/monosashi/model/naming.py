"""Names as they are compared: a policy's without the number that a ministry gives it from year to year.

>>> policy_key("政策14：ICT分野における国際戦略の推進") == policy_key("ＩＣＴ分野における国際戦略の推進")
True
>>> policy_key("施策目標Ⅰ-11-2 医療情報の利用"), policy_key("5Gの普及"), policy_key("2-1. 道路")
('医療情報の利用', '5gの普及', '道路')
"""

import re

from monosashi.model.folding import fold, key

_LEVEL = r"(?:[^\d\s:Ⅰ-ⅿ①-⑳]{0,6}(?:政策|施策|目標|分野|評価))"
_NUMBER = r"[Ⅰ-ⅿ①-⑳\d]{1,4}(?:\s*+[-－−―‐–ー._]\s*+[\dⅠ-ⅿ①-⑳]{1,3}){0,4}"
#: A level with its number (政策14：, 施策目標Ⅰ-11-2), or a number set apart by what follows it (2-1. , ⑭ ).
_NUMBERED = re.compile(rf"\s*+(?:{_LEVEL}\s*+{_NUMBER}\s*+[:.、)\]】]?|[(\[【]?{_NUMBER}(?:\s*+[:.、)\]】]|\s))\s*+")


def policy_key(name: str) -> str:
    """By what policies are compared: the name without its number, blanks, width and case; the whole of it where it is
    nothing but a number."""
    folded = fold(name)
    match = _NUMBERED.match(folded)
    rest = folded[match.end() :] if match else folded
    return key(rest) or key(name)
