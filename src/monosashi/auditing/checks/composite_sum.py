"""内訳の合計が、全体と合わない / The parts do not add up to their total

規則: 「42回（政策協議等：17回　国際会議：25回）」のように全体と二つ以上の内訳が印刷されているとき、内訳の合計は全体と等しくなければならない。
整数には許容差を置かない。小数、「程度」、平均の値には、印刷された桁の半単位ずつの丸めを認める。
Rule: Where a total is printed with two or more parts, the parts must add up to it. Whole numbers have no tolerance; decimals,
approximate values and means may be off by half a unit of the printed digits for each number.

適用しない場合: 内訳が「うち」と書かれ、全体の一部だけを示すとき。割合、平均、一件当たりの値のとき（内訳が全体をはさむ行ばかりのときも、平均とみなす）。
単位が全体と異なるとき。
Does not apply: Where parts are printed with うち (of which), so that they need not be complete; to rates, means and amounts
per something (also where every such line has its total between its parts); where a part has another unit.

良い例: 42回（政策協議等：17回　国際会議：25回）。
Right: 42, of which 17 and 25.

悪い例: 43回（政策協議等：17回　国際会議：25回）。
Wrong: 43, of which 17 and 25.
"""

from collections.abc import Iterator
from decimal import Decimal

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.compositions import Composition, compositions
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import decimals_of, difference, is_sane, total
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.units import adds_up, same_unit
from monosashi.model.measuring.wording import and_numbers, capital, numbers

CHECK = Check("composite-sum", Severity.ERROR)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each measure, and each list of past actuals, with a total that its parts do not add up to."""
    for group in compositions(sheet):
        lines = [line for line in group if _is_total(line)]
        if all(_is_between(line) for line in lines):
            continue
        wrong = [line for line in lines if not _adds_up(line)]
        if wrong:
            yield _finding(sheet, wrong)


def _is_total(line: Composition) -> bool:
    """Whether the line prints a total with parts that should be all of it."""
    whole = line.quantity
    return (
        len(whole.parts) >= 2
        and is_sane(whole.value)
        and adds_up(whole, line.name)
        and all(
            not part.subset and same_unit(part.amount.unit, whole.unit) and is_sane(part.amount.value)
            for part in whole.parts
        )
    )


def _is_between(line: Composition) -> bool:
    values = _values(line)
    return min(values) < line.quantity.value < max(values)


def _adds_up(line: Composition) -> bool:
    off = difference(total(_values(line)), line.quantity.value)
    if off == 0:
        return True
    numbers_printed = [line.quantity.value, *_values(line)]
    decimals = max(decimals_of(value) for value in numbers_printed)
    softened = line.quantity.mean_of or line.quantity.approximate
    if decimals == 0 and not softened:
        return False
    return off <= Decimal(len(numbers_printed)).scaleb(-decimals) / 2


def _values(line: Composition) -> list[Decimal]:
    return [part.amount.value for part in line.quantity.parts]


def _finding(sheet: Sheet, wrong: list[Composition]) -> Finding:
    first = wrong[0]
    values, unit = _values(first), first.quantity.unit
    right, printed = f"{total(values):,f}{unit}", f"{first.quantity.value:,f}{unit}"
    more = Message(
        ja=f"（同じことが、ほか{len(wrong) - 1}か所にあります）" if len(wrong) > 1 else "",
        en=f" (so it is in {len(wrong) - 1} more places)" if len(wrong) > 1 else "",
    )
    return CHECK.finding(
        first.path,
        Contrast(right, printed),
        Message(
            ja=f"{first.where.ja}の{printed}は、内訳{numbers(values)}の合計{right}と一致しません{more.ja}。",
            en=f"{capital(first.where.en)}: {printed} is not the sum of its parts {and_numbers(values)} ({right}){more.en}.",
        ),
        evidence(sheet, *(line.path for line in wrong), *first.part_paths),
    )
