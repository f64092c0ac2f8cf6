"""What of a counting rule cannot work: a field its register lacks, a sum of names, a part without a name.

A rule that is refused when it is written never counts wrongly in silence when it is used.
"""

from collections.abc import Iterator

from monosashi.model import Condition, CountedUnit, CountingRule, FieldKind, Register, RegisterField, Span
from monosashi.model.folding import key
from monosashi.registers.counting_values import AMOUNTS, DAYS, SEVERAL, amount, day

#: A fault in Japanese and in English.
Said = tuple[str, str]
_FLAGS = ("true", "false")
_MOST_DIGITS = 9


def odds(rule: CountingRule, register: Register | None) -> Iterator[Said]:
    """What of a rule cannot work; of one whose register is not known, what it contradicts itself in."""
    yield from _own_odds(rule)
    if register:
        yield from _missing(rule, register)
        yield from _kinds(rule, register)
        for condition in (*rule.conditions, *(one for part in rule.subsets for one in part.conditions)):
            field = register.field(condition.field)
            if field:
                yield from _condition(condition, field)


def _own_odds(rule: CountingRule) -> Iterator[Said]:
    needs_field = rule.counts is not CountedUnit.RECORDS
    if bool(rule.counted) != needs_field:
        yield (
            "counted は、distinct、sum、ratio の規則に要り、records の規則には要りません",
            "counted is for rules of distinct, sum and ratio, which must have it",
        )
    if rule.below and rule.counts is not CountedUnit.RATIO:
        yield "below は ratio の規則だけに書きます", "below is for rules of ratio only"
    if rule.counts is CountedUnit.RATIO and rule.digits is None:
        yield (
            "ratio の規則には、小数何桁に丸めるか（digits）が要ります",
            "a ratio must say to how many digits it is rounded",
        )
    if rule.digits is not None and not 0 <= rule.digits <= _MOST_DIGITS:
        yield f"digits は0から{_MOST_DIGITS}までです", f"digits is 0 to {_MOST_DIGITS}"
    if rule.since and (rule.span is not Span.CUMULATIVE or day(rule.since) is None):
        yield (
            f"since「{rule.since}」は、累計（cumulative）の規則に日付（2015-11-25）で書きます",
            "since is a day (2015-11-25) of a cumulative rule",
        )
    if rule.valid_to and rule.valid_to.year < rule.valid_from.year:
        yield "valid_to が valid_from より前です", "valid_to is before valid_from"
    if any(not one.measure.strip() for one in rule.applies_to):
        yield "applies_to には指標の名前（measure）が要ります", "applies_to must name a measure"
    names = [key(part.part) for part in rule.subsets]
    if len(set(names)) < len(names) or not all(names):
        yield "「うち」の名前（part）が空か、二度あります", "the name of a part is empty or stands twice"
    if any(not part.conditions for part in rule.subsets):
        yield "「うち」（subsets）には条件が要ります", "a part must have a condition"
    if any(not group for group in rule.same_event):
        yield "same_event に空の組があります", "same_event holds an empty group"


def _missing(rule: CountingRule, register: Register) -> Iterator[Said]:
    for code in _named(rule):
        field = register.field(code)
        if field is None:
            has = ", ".join(field.code for field in register.fields)
            yield (
                f"台帳「{register.name.ja}」に項目「{code}」がありません（あるのは {has}）",
                f"the register {register.code} has no field {code!r}, but {has}",
            )


def _named(rule: CountingRule) -> Iterator[str]:
    """Every field a rule names."""
    yield from filter(None, (rule.day, rule.last_day, rule.counted, rule.below))
    yield from (condition.field for condition in rule.conditions)
    yield from (condition.field for part in rule.subsets for condition in part.conditions)
    yield from _same_event(rule)


def _same_event(rule: CountingRule) -> Iterator[str]:
    yield from (code for group in rule.same_event for one in group for code in one.split("|"))


def _kinds(rule: CountingRule, register: Register) -> Iterator[Said]:
    """Fields of a kind that cannot do what the rule asks of them."""
    ratio = rule.counts is CountedUnit.RATIO
    sums = AMOUNTS | SEVERAL if ratio else AMOUNTS
    different = frozenset(FieldKind) - AMOUNTS - {FieldKind.RECORD}
    asked = [
        ("day", (rule.day,), DAYS),
        ("last_day", (rule.last_day,), DAYS),
        ("counted", (rule.counted,), different if rule.counts is CountedUnit.DISTINCT else sums),
        ("below", (rule.below,), sums),
        ("same_event", tuple(_same_event(rule)), frozenset(FieldKind) - {FieldKind.RECORD}),
    ]
    for where, codes, kinds in asked:
        for code in codes:
            field = register.field(code) if code else None
            if field and field.kind not in kinds:
                yield (
                    f"{where} の項目「{field.name.ja}」（{code}）の種類 {field.kind.value} は、ここでは使えません",
                    f"{where}: {code} is a field of {field.kind.value}, which cannot be used here",
                )


def _condition(condition: Condition, field: RegisterField) -> Iterator[Said]:
    """What a condition asks that its field can never tell."""
    texts = (*condition.one_of, *condition.none_of)
    bounds = tuple(filter(None, (condition.at_least, condition.at_most)))
    if not texts and not bounds and condition.filled is None:
        yield f"項目「{field.code}」の条件が何も求めていません", f"the condition on {field.code} asks for nothing"
    if field.kind is FieldKind.RECORD and (texts or bounds):
        yield (
            f"ほかの記録を指す項目「{field.code}」には、filled の条件だけを書けます",
            f"of {field.code}, which names another record, only whether it is filled can be asked",
        )
    if bounds and (field.kind not in AMOUNTS | DAYS or not all(_measurable(field, bound) for bound in bounds)):
        yield (
            f"項目「{field.code}」の範囲「{'、'.join(bounds)}」は、数や日付ではありません",
            f"the bounds of {field.code}, {', '.join(bounds)}, are no numbers or days",
        )
    known = _FLAGS if field.kind is FieldKind.FLAG else tuple(choice.code for choice in field.choices)
    if known and (strange := [text for text in texts if text not in known]):
        yield (
            f"項目「{field.code}」に「{strange[0]}」という答えはありません（あるのは {', '.join(known)}）",
            f"{field.code} has no answer {strange[0]!r}, but {', '.join(known)}",
        )


def _measurable(field: RegisterField, bound: str) -> bool:
    return (day(bound) if field.kind in DAYS else amount(bound)) is not None
