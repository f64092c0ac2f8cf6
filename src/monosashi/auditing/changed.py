"""Changed: a value that two sheets print otherwise, and the finding that tells such values of one measure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Amount, Finding, Message, Nendo, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.measuring.amounts import one_measure
from monosashi.model.measuring.printed import evidence, text_of
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.measuring.wording import capital, number, years
from monosashi.model.path import resolve


@dataclass(frozen=True)
class Changed:
    """What a value is (目標値), the years it is of, how the earlier sheet prints it and how the later one does, and where
    it stands on the later sheet."""

    what: Message
    nendos: tuple[Nendo, ...]
    before: str
    after: str
    path: str

    @property
    def said(self) -> Message:
        """令和5年度の目標値：18社→20社 / the target for FY2023: 18社, now 20社."""
        when = years(self.nendos)
        before, after = self.before or "－", self.after or "－"
        return Message(
            ja=f"{f'{when.ja}の' if when.ja else ''}{self.what.ja}：{before}→{after}",
            en=f"the {self.what.en}{f' for {when.en}' if when.en else ''}: {before}, now {after}",
        )


def changed(what: Message, nendos: tuple[Nendo, ...], before: Point, after: Point) -> Changed:
    """Two numbers of a strand, as printed without their brackets."""
    return Changed(what, nendos, number(before), number(after), after.path)


def grouped(changes: Iterable[Changed]) -> list[Changed]:
    """One value printed for several years is told once, with those years."""
    found: dict[tuple[str, str, str], Changed] = {}
    for one in changes:
        known = found.get((one.before, one.after, one.path))
        found[one.before, one.after, one.path] = replace(one, nendos=(*known.nendos, *one.nendos)) if known else one
    return list(found.values())


def told(check: Check, sheet: Sheet, sentence: Message, changes: Sequence[Changed], *rests_on: str) -> Finding:
    """The finding of a check on changed values, at the first of them. ``sentence``: without its end, about the measure."""
    said = [one.said for one in changes]
    printed = [path for path in rests_on if text_of(resolve(sheet, path))]
    others = [one.path for one in changes[1:] if text_of(resolve(sheet, one.path))]
    return check.finding(
        changes[0].path,
        Contrast("、".join(one.before for one in changes), "、".join(one.after or "－" for one in changes)),
        Message(
            ja=f"{sentence.ja}（{'、'.join(one.ja for one in said)}）。",
            en=f"{capital(sentence.en)} ({'; '.join(one.en for one in said)}).",
        ),
        evidence(sheet, *others, *printed),
    )


def counted(strand: Strand, point: Point) -> Amount:
    """A point's number in the unit that stands apart from it, where it prints none of its own."""
    beside = unbroken(strand.measure.counted_in or strand.measure.name.unit)
    return point.amount if point.amount.unit or not beside else point.amount.model_copy(update={"unit": beside})


def comparable(old: Strand, before: Point, new: Strand, after: Point) -> bool:
    """Whether two numbers of one measure speak of the same: units of one measure, and both sums since a beginning or
    neither."""
    summed = before.quantity.cumulative or old.named_cumulative, after.quantity.cumulative or new.named_cumulative
    return summed[0] == summed[1] and one_measure(counted(old, before).unit, counted(new, after).unit)
