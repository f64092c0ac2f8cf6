"""Settings: whether the thresholds an office has set can be: known by name, within their bounds, one above the other."""

from collections.abc import Iterable
from decimal import Decimal

from monosashi.judging.rule import Rule, ThresholdSpec, rules
from monosashi.model import Message, Terms, ThresholdSetting
from monosashi.model.error import MonosashiError

#: By how many per cent a target with 程度 may be missed; asked of every office, whatever its rule.
ABOUT = ThresholdSpec(
    name="about",
    asks=Message(
        ja="「程度」「約」の付いた目標を、何％まで下回っても達成とみなすか",
        en="By how many per cent a target with 程度 may be missed and still count as met",
    ),
    default=Decimal(0),
    at_least=Decimal(0),
    at_most=Decimal(100),
)


def asked_thresholds(also: Iterable[Rule] = ()) -> dict[str, ThresholdSpec]:
    """Every threshold that some rule asks an office to set, by name."""
    found = {spec.name: spec for one in (*rules(), *also) for spec in one.thresholds if spec.asked}
    return {**found, ABOUT.name: ABOUT}


def with_about(terms: Terms) -> Terms:
    """The terms with the tolerance for 程度 that their settings state, where they state one."""
    own = next((one.value for one in terms.settings if one.name == ABOUT.name), None)
    return terms if own is None else terms.model_copy(update={"about": own})


def refuse_incoherent(terms: Terms, rule: Rule | None = None) -> None:
    """Raise ``MonosashiError`` (bad-thresholds) with everything that is wrong with an office's settings."""
    if not terms.settings:
        return
    known = asked_thresholds([rule] if rule else [])
    wrong = [*_each(terms.settings, known), *_together(terms.settings, known)]
    if wrong:
        raise MonosashiError(
            "bad-thresholds",
            f"閾値の設定を使えません。判定はしていません。{'。'.join(one.ja for one in wrong)}。",
            f"The thresholds cannot be used; nothing was judged. {'; '.join(one.en for one in wrong)}.",
        )


def _each(settings: tuple[ThresholdSetting, ...], known: dict[str, ThresholdSpec]) -> Iterable[Message]:
    seen: set[str] = set()
    for one in settings:
        if one.name in seen:
            yield Message(ja=f"「{one.name}」が二度あります", en=f'"{one.name}" is set twice')
        seen.add(one.name)
        if one.name not in known:
            names = ", ".join(sorted(known))
            yield Message(
                ja=f"「{one.name}」という閾値はありません（あるのは {names}）",
                en=f'there is no threshold "{one.name}" (there are {names})',
            )
        elif why := known[one.name].refuses(one.value):
            yield Message(ja=f"「{one.name}」の{one.value}は{why.ja}", en=f'"{one.name}" is {one.value}; {why.en}')


def _together(settings: tuple[ThresholdSetting, ...], known: dict[str, ThresholdSpec]) -> Iterable[Message]:
    values = {one.name: one.value for one in settings}
    for name, value in values.items():
        limit = known[name].not_above if name in known else ""
        if limit in values and value > values[limit]:
            yield Message(
                ja=f"「{name}」の{value}が「{limit}」の{values[limit]}を超えています",
                en=f'"{name}" ({value}) is more than "{limit}" ({values[limit]})',
            )
