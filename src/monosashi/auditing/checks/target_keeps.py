"""目標値が基準値と同じ / The target is the baseline

規則: 最終の目標値が基準値と等しいとき、目標は水準の維持であることを示す。うち数は、うち数どうしで比べる。
Rule: Where the final target equals the baseline, the target only keeps the level that was there. A part is compared with its
own baseline.

適用しない場合: どちらかが文章のとき、または単位が異なるとき。目標値が「超」や「未満」で、基準値そのものを含まないとき。
Does not apply: Where either is a text or the units differ; where the target's bound (more than, below) leaves the baseline's
own number out.

良い例: 基準値41回、目標値45回程度。
Right: Baseline 41, target about 45.

悪い例: 基準値41回、目標値41回程度。
Wrong: Baseline 41, target about 41.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.target_standing import Comparison, Standing, compare
from monosashi.model.measuring.way import Way
from monosashi.model.measuring.wording import capital, number, strand_name

CHECK = Check("target-keeps", Severity.NOTE)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each target equal to its baseline."""
    for strand in strands(sheet):
        found = compare(sheet, strand)
        if found and found.standing is Standing.KEEPS:
            yield _finding(sheet, strand, found)


def _finding(sheet: Sheet, strand: Strand, found: Comparison) -> Finding:
    name = strand_name(strand)
    baseline, target = number(found.baseline), number(found.target)
    stated = found.direction.way is Way.KEEP
    return CHECK.finding(
        found.target.path,
        Contrast(f"≠{baseline}", target),
        Message(
            ja=f"{name.ja}の目標値{target}は基準値{baseline}と同じで、水準の維持が目標です"
            f"{'（維持することは表に書かれています）' if stated else ''}。",
            en=f"{capital(name.en)}: the target {target} is the baseline {baseline}, so it only keeps the level"
            f"{', as the sheet says' if stated else ''}.",
        ),
        evidence(sheet, found.baseline.path),
    )
