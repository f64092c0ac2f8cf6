"""Evidence: the actual of a year, or in which way there is none.

An actual is a number, words, or missing in one of six ways; none of them is zero. Under the terms of a scenario a
provisional number, or that of a disrupted year, is left out.
"""

from dataclasses import dataclass, replace

from monosashi.forms.disrupted import disruption
from monosashi.judging.ratio_amounts import amounts_of, pooled
from monosashi.judging.saying import plain, quoted, step, year
from monosashi.model import Actual, Footing, Nendo, State, Step, Terms
from monosashi.model.folding import unbroken
from monosashi.model.measuring.arithmetic import decimals_of, rounded_to, shown
from monosashi.model.measuring.strand import Point, Strand, point_of
from monosashi.model.message import Message


@dataclass(frozen=True)
class Evidence:
    """What the actual of a year rests on. ``point`` where there is a number; ``words`` where there are only words."""

    footing: Footing
    nendo: Nendo | None
    path: str = ""
    text: str = ""
    point: Point | None = None
    actual: Actual | None = None
    steps: tuple[Step, ...] = ()

    @property
    def as_of(self) -> Nendo | None:
        """The year the number is of: that in brackets where the cell names one."""
        return (self.point.quantity.as_of if self.point else None) or self.nendo


#: In what way an actual is missing, as the end of a sentence.
_MISSING = {
    State.NOT_YET: Message(ja="まだありません", en="is not there yet"),
    State.COMPILING: Message(ja="集計中です", en="is still being compiled"),
    State.NOT_SURVEYED: Message(ja="調査されていません", en="was not surveyed"),
    State.NOT_PUBLISHED: Message(ja="公表されていません", en="is not published"),
    State.NOT_APPLICABLE: Message(ja="該当がありません", en="does not apply"),
    State.UNSTATED: Message(ja="示されていません", en="is not stated"),
}


def evidence_of(strand: Strand, nendo: Nendo | None, terms: Terms) -> Evidence:
    """The evidence for a year, on these terms. A disrupted year left out gives way to the latest earlier one with a number."""
    if nendo and terms.without_disrupted and disruption(nendo):
        return _before_the_disruption(strand, nendo, terms)
    return _printed(strand, nendo, terms)


def actual_at(strand: Strand, nendo: Nendo) -> tuple[int, Actual] | None:
    """The actual printed for a year, with its place; a reported one before one that is missing."""
    found = [
        (n, each)
        for n, each in enumerate(strand.measure.actuals)
        if each.year.nendo and each.year.nendo.year == nendo.year
    ]
    return min(found, key=lambda one: one[1].state is not State.REPORTED) if found else None


def number_at(strand: Strand, nendo: Nendo) -> Point | None:
    """The number reported for a year."""
    found = actual_at(strand, nendo)
    return _point(strand, *found) if found else None


def has_result(strand: Strand, actual: Actual) -> bool:
    """Whether something is reported for a year after the baseline's."""
    since = strand.measure.baseline.year.nendo
    when = actual.year.nendo
    return bool(actual.state is State.REPORTED and when and (since is None or when.year > since.year))


def _point(strand: Strand, n: int, actual: Actual) -> Point | None:
    quantity, when = actual.value.quantity, actual.year.nendo
    if not quantity or not when or actual.state is not State.REPORTED:
        return None
    return point_of(f"{strand.path}/actuals/{n}/value", quantity, (when,), strand.part)


def _printed(strand: Strand, nendo: Nendo | None, terms: Terms) -> Evidence:
    found = actual_at(strand, nendo) if nendo else None
    if not found or not nendo:
        said = year(nendo) if nendo else Message(ja="判定する年度", en="a year to judge")
        missing = step(f"{said.ja}の実績値の欄がありません。", f"There is no column of actuals for {said.en}.")
        return Evidence(Footing.UNSTATED, nendo, steps=(missing,))
    n, actual = found
    path, text = f"{strand.path}/actuals/{n}/value", unbroken(actual.value.text)
    if actual.state is not State.REPORTED:
        return Evidence(
            Footing(actual.state.value), nendo, path, text, None, actual, (_missing(actual, nendo, text, path),)
        )
    point = _point(strand, n, actual)
    if not point:
        return _without_number(strand, Evidence(Footing.IN_WORDS, nendo, path, text, None, actual), nendo)
    return _with_number(strand, Evidence(Footing.REPORTED, nendo, path, text, point, actual), terms)


def _missing(actual: Actual, nendo: Nendo, text: str, path: str) -> Step:
    when, how = year(nendo), _MISSING[actual.state]
    printed, printed_en = (f"（欄の印刷は「{text}」）", f" (printed: “{text}”)") if text else ("", "")
    return step(
        f"{when.ja}の実績値は{how.ja}{printed}。よりどころになる数がないので、達成とも未達成ともしません。",
        f"The actual for {when.en} {how.en}{printed_en}; without a number it is called neither met nor missed.",
        path,
    )


def _without_number(strand: Strand, found: Evidence, nendo: Nendo) -> Evidence:
    when = year(nendo)
    if strand.part:
        said = step(
            f"{when.ja}の実績値「{found.text}」に、うち{strand.part}の数はありません。",
            f"The actual for {when.en}, “{found.text}”, gives no number for {strand.part}.",
            found.path,
        )
        return replace(found, footing=Footing.UNSTATED, steps=(said,))
    text = quoted(strand, found.text)
    said = step(
        f"{when.ja}の実績{text.ja}は一つの数ではないので、数としては判定しません。",
        f"The actual for {when.en}, {text.en}, is no single number; it is not judged as one.",
        found.path,
    )
    return replace(found, steps=(said,))


def _with_number(strand: Strand, found: Evidence, terms: Terms) -> Evidence:
    point = found.point
    if not point or not found.nendo:
        return found
    when, text = year(found.nendo), quoted(strand, found.text)
    if point.quantity.provisional and terms.without_provisional:
        said = step(
            f"{when.ja}の実績値{text.ja}は確定前の値なので、この仮定ではないものとして扱います。",
            f"The actual for {when.en}, {text.en}, is provisional; on these terms it counts as missing.",
            found.path,
        )
        return replace(found, footing=Footing.LEFT_OUT, point=None, steps=(said,))
    note = _note(point, found.nendo)
    said = step(
        f"{when.ja}の実績値は{text.ja}です{note.ja}。",
        f"The actual for {when.en} is {text.en}{note.en}.",
        found.path,
    )
    footing = Footing.PROVISIONAL if point.quantity.provisional else Footing.REPORTED
    return replace(found, footing=footing, steps=(said, *_from_amounts(point)))


def _note(point: Point, nendo: Nendo) -> Message:
    of = point.quantity.as_of
    if point.quantity.provisional:
        return Message(ja="（確定前の値です）", en=" (a provisional number)")
    if of and of.year != nendo.year:
        earlier = year(of)
        return Message(
            ja=f"（最新の値として{earlier.ja}のものが印刷されています）", en=f" (the latest there is, of {earlier.en})"
        )
    return Message(ja="", en="")


def _from_amounts(point: Point) -> tuple[Step, ...]:
    """Where the two amounts of a ratio are printed beside it: whether they make the number."""
    amounts = amounts_of(point.quantity) if point.amount is point.quantity else None
    if not amounts:
        return ()
    exact, printed = pooled([amounts], point.amount.unit), point.amount.value
    alike = rounded_to(exact, decimals_of(printed)) == printed
    formula = f"{plain(amounts[0])}÷{plain(amounts[1])}"
    result = f"{shown(rounded_to(exact, decimals_of(printed) + 1))}{point.amount.unit}"
    return (
        step(
            f"印刷された二つの数から計算すると{formula}＝{result}で、{'実績値と合います' if alike else '実績値と合いません'}。"
            "判定は印刷された実績値によります。",
            f"The two amounts printed make {formula} = {result}, which {'agrees' if alike else 'does not agree'} with the "
            "actual; the printed actual is judged.",
            point.path,
        ),
    )


def _before_the_disruption(strand: Strand, nendo: Nendo, terms: Terms) -> Evidence:
    when = year(nendo)
    earlier = [
        one.year.nendo
        for one in strand.measure.actuals
        if one.year.nendo and one.year.nendo.year < nendo.year
        if not disruption(one.year.nendo) and has_result(strand, one)
    ]
    if not earlier:
        said = step(
            f"{when.ja}は異常な年度なので除きます。それより前に、判定に使える実績値がありません。",
            f"{when.en} was a disrupted year and is left out; there is no earlier actual to judge by.",
        )
        return Evidence(Footing.LEFT_OUT, nendo, steps=(said,))
    latest = max(earlier, key=lambda one: one.year)
    then = year(latest)
    said = step(
        f"{when.ja}は異常な年度なので除き、その前の{then.ja}で見ます。",
        f"{when.en} was a disrupted year and is left out; {then.en} before it is judged.",
    )
    found = _printed(strand, latest, terms)
    return replace(found, steps=(said, *found.steps))


def latest_before(strand: Strand, nendo: Nendo) -> Evidence | None:
    """The latest number reported before a year and after the baseline's: told beside a missing one, never judged by."""
    earlier = [
        one.year.nendo
        for one in strand.measure.actuals
        if one.year.nendo and one.year.nendo.year < nendo.year and one.value.quantity and has_result(strand, one)
    ]
    found = _printed(strand, max(earlier, key=lambda one: one.year), Terms()) if earlier else None
    return found if found and found.point else None
