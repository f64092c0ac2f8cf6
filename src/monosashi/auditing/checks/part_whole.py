"""うち数が全体を超えている / A part exceeds its whole

規則: 「45件（うち政務レベル19件）」のように全体とうち数（内訳）が印刷されているとき、うち数は全体を超えてはならない。基準値、目標値、年度ごとの
目標値と実績値、【参考】のすべてで見る。
Rule: Where a value is printed with a part of it, the part must not exceed the whole. Baseline, target, yearly targets,
actuals and the past actuals under 【参考】 are all looked at.

適用しない場合: 割合、平均、一件当たりの値のとき（女性の割合は全体の割合を超えうる）。単位が全体と異なるとき。全体が負の数のとき。
Does not apply: To rates, means and amounts per something (the women's rate may exceed the rate of all); where the units
differ; where the whole is negative.

良い例: 172件（うち専門家派遣61件）。
Right: 172 cases, of which 61 with an expert.

悪い例: 172件（うち専門家派遣181件）。
Wrong: 172 cases, of which 181 with an expert.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.compositions import Composition, compositions
from monosashi.model import Finding, Message, Part, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import is_sane
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.units import adds_up, same_unit
from monosashi.model.measuring.wording import capital
from monosashi.model.quantity import print_amount

CHECK = Check("part-whole", Severity.ERROR)


@dataclass(frozen=True)
class _Excess:
    """A part above its whole."""

    line: Composition
    path: str
    part: Part


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each part that exceeds its whole: one finding for a measure's part, wherever it does."""
    found: dict[tuple[str, str], list[_Excess]] = {}
    for group in compositions(sheet):
        for line in group:
            for path, part in zip(line.part_paths, line.quantity.parts, strict=True):
                if _exceeds(line, part):
                    found.setdefault(line.owner_of(sheet, part.name), []).append(_Excess(line, path, part))
    for excesses in found.values():
        yield _finding(sheet, excesses)


def _exceeds(line: Composition, part: Part) -> bool:
    whole = line.quantity
    return (
        same_unit(part.amount.unit, whole.unit)
        and is_sane(whole.value)
        and is_sane(part.amount.value)
        and adds_up(whole, line.name)
        and 0 <= whole.value < part.amount.value
    )


def _finding(sheet: Sheet, excesses: list[_Excess]) -> Finding:
    first = excesses[0]
    whole, part = print_amount(first.line.quantity.amount), print_amount(first.part.amount)
    where = first.line.where
    return CHECK.finding(
        first.path,
        Contrast(f"≦{whole}", part),
        Message(
            ja=f"{where.ja}の{whole}のうち{first.part.name}が{part}と、全体を超えています。",
            en=f"{capital(where.en)}: the part {first.part.name}, {part}, exceeds the whole, {whole}.",
        ),
        evidence(sheet, *(path for excess in excesses for path in (excess.line.path, excess.path))),
    )
