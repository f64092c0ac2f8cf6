"""What the latest earlier actual says, where the year judged has none: told beside the missing one, never judged by."""

from monosashi.judging.aim_of import aim_of
from monosashi.judging.attainment import met
from monosashi.judging.evidence import Evidence, latest_before
from monosashi.judging.money_units import in_unit
from monosashi.judging.saying import quoted, step, year
from monosashi.judging.stated_target import stated_target
from monosashi.model import Message, Sheet, State, Step, Terms
from monosashi.model.measuring.direction import Direction
from monosashi.model.measuring.strand import Strand


def earlier(sheet: Sheet, strand: Strand, way: Direction, missing: Evidence, terms: Terms) -> tuple[Step, ...]:
    """The sentence on the latest number before a year whose actual is missing; nothing where there is none."""
    if missing.nendo is None or not missing.actual or missing.actual.state is State.REPORTED:
        return ()
    found = latest_before(strand, missing.nendo)
    if not found or not found.nendo or not found.point:
        return ()
    when, text = year(found.nendo), quoted(strand, found.text)
    reached = _reached(sheet, strand, way, found, terms)
    how = _HOW[reached]
    return (
        step(
            f"参考：直近の実績値は{when.ja}の{text.ja}{how.ja}。この判定には使っていません。",
            f"For information: the latest actual is that of {when.en}, {text.en}{how.en}; it is not used here.",
            found.path,
        ),
    )


_HOW = {
    True: Message(ja="で、その年度の目標に達していました", en=", which met the target of that year"),
    False: Message(ja="で、その年度の目標に達していませんでした", en=", which missed the target of that year"),
    None: Message(ja="です", en=""),
}


def _reached(sheet: Sheet, strand: Strand, way: Direction, found: Evidence, terms: Terms) -> bool | None:
    held = stated_target(strand, found.nendo)
    aim = aim_of(sheet, strand, way, held, found.nendo, found.point)
    if not held or (held.on_the_way and not aim.every_year) or not aim.bounds or not found.point:
        return None
    actual = in_unit(found.point.amount.value, found.point.amount.unit, aim.unit)
    if actual is None or (aim.cumulative != found.point.quantity.cumulative and not strand.named_cumulative):
        return None
    return met(aim, actual, terms)
