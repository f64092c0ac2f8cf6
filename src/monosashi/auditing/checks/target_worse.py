"""目標値が基準値より悪い / The target is worse than the baseline

規則: 最終の目標値が、改善の向きから見て基準値より悪いことを示す。向きは、目標値の「以上」「以下」、指標名・目標値・選定理由の語（減らす、抑制、
短縮、維持など）で決め、なければ大きいほどよいとみなす。みなした向きと理由を述べる。選定理由が目標の見直しに触れていれば添える。
Rule: The final target is worse than the baseline in the direction of improvement. The direction is decided by the target's
bound and by words in the name, the target and the rationale (減らす, 抑制, 短縮, 維持 and the like); otherwise more is taken to
be better. The finding says which direction was assumed and why, and attaches the sheet's reason where its rationale speaks of
a revised target.

適用しない場合: どちらかが文章のとき。単位が異なるとき。どちらか一方だけが累計のとき。維持することが目標だと書かれているとき。
Does not apply: Where either is a text, the units differ, or only one is cumulative; where the sheet says that the level is to
be kept.

良い例: 利用率の基準値63.5％、目標値70.0％。待ち時間の短縮の基準値30分、目標値20分。
Right: A share of use from 63.5 % to 70.0 %; a waiting time to be shortened from 30 minutes to 20.

悪い例: 利用率の基準値63.5％、目標値60.0％。
Wrong: A share of use from 63.5 % to 60.0 %.
"""

import re
from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.references import saying
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.target_standing import Comparison, Standing, compare
from monosashi.model.measuring.way import Way
from monosashi.model.measuring.wording import capital, number, numbers, strand_name

CHECK = Check("target-worse", Severity.WARNING)

_REVISED = re.compile(r"(?:KPI|ＫＰＩ|目標).{0,90}?(?:見直|改定|改正|変更|修正|引き?下げ)", re.IGNORECASE)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each final target that is worse than its baseline."""
    for strand in strands(sheet):
        found = compare(sheet, strand)
        if found and found.standing is Standing.WORSE:
            yield _finding(sheet, strand, found)


def _finding(sheet: Sheet, strand: Strand, found: Comparison) -> Finding:
    name, why = strand_name(strand), found.direction.why
    baseline, target = number(found.baseline), number(found.target)
    reasons = saying(sheet, strand, _REVISED)
    yearly = numbers([point.amount.value for point in strand.yearly])
    least = "≦" if found.direction.way is Way.DOWN else "≧"
    return CHECK.finding(
        found.target.path,
        Contrast(f"{least}{baseline}", f"{target}（{yearly}）" if yearly else target),
        Message(
            ja=f"{name.ja}の目標値{target}は、基準値{baseline}より後退しています（{why.ja}"
            f"{'。選定理由は目標の見直しに触れています' if reasons else ''}）。",
            en=f"{capital(name.en)}: the target {target} is worse than the baseline {baseline} ({why.en}"
            f"{'; the rationale speaks of a revised target' if reasons else ''}).",
        ),
        (*evidence(sheet, found.baseline.path, *(point.path for point in strand.yearly)), *reasons),
    )
