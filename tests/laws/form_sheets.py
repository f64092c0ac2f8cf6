"""Whole sheets on each of the other forms, drawn at random: what an office could legitimately print on that form.

They are made, not read: they carry no labels, and the form prints its own. What they say is drawn as for the form of
総務省 (``sheets``) and put where the form at hand has room for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from monosashi.forms import Form, form
from monosashi.model import (
    Baseline,
    Budget,
    BudgetAmount,
    BudgetItem,
    BudgetRow,
    Goal,
    Indicator,
    Judged,
    Lever,
    Measure,
    MeasureName,
    MoneyCell,
    Nendo,
    Number,
    Policy,
    PrintedNendo,
    Rationale,
    Sheet,
    Statement,
    StatementRole,
    Target,
    Title,
    Value,
    YearTarget,
)
from monosashi.model.budget import budget_row_kind
from monosashi.model.folding import is_dash
from monosashi.model.indicator import read_actual
from monosashi.model.nendo import print_nendo
from tests.laws.sheets import sheets
from tests.laws.texts import names, sentences

_ROWS = ("当初予算(a)", "補正予算(b)", "繰越し等(c)", "合計(a+b+c)", "執行額")
_AMOUNTS = st.sampled_from(("1,200", "▲ 1,940", "0", "－", "", "集計中", "（※記入は任意）", "〈120〉の内数"))
_JUDGED = st.sampled_from(("", "○", "（○）", "△", "A", "－"))
_TITLES = {
    "hyoujun-hyoka": "令和{}年度未来生活省実績評価書（標準様式）",
    "hyoujun-jizen": "令和{}年度実施施策に係る政策評価の事前分析表",
    "soumu-hyoka": "令和{}年度主要な政策に係る評価書（モニタリング）",
    "mhlw-jisseki": "実績評価書（令和{}年度）",
    "mlit-kohyo": "施策目標個票（令和{}年度）",
    "mod-hyoka": "令和{}年度実施施策に係る政策評価書（モニタリング）",
    "mof-chosho": "令和{}年度政策評価調書（個別票１）",
    "mof-jizen": "令和{}年度政策目標に係る事前分析表",
}
#: The forms, by what they have room for.
OTHER_FORMS = tuple(_TITLES)


@dataclass(frozen=True)
class _Room:
    """What a form prints of a measure."""

    ends: bool = True
    targets: bool = True
    marks: bool = False
    reasons: str = ""
    goals: bool = False


_ROOMS = {
    "hyoujun-hyoka": _Room(marks=True),
    "mlit-kohyo": _Room(marks=True),
    "mhlw-jisseki": _Room(marks=True, reasons="each"),
    "hyoujun-jizen": _Room(reasons="any"),
    "soumu-hyoka": _Room(marks=True, reasons="any", goals=True),
    "mof-jizen": _Room(ends=False, reasons="each"),
    "mod-hyoka": _Room(ends=False, targets=False, marks=True),
    "mof-chosho": _Room(),
}


@st.composite
def form_sheets(draw: st.DrawFn, form_id: str) -> Sheet:
    """A sheet on a form, as an office drafts it."""
    blank = form(form_id)
    year = draw(st.integers(2, 12))
    own = Nendo(year=2018 + year)
    said = draw(sheets())
    goals = draw(_goals(blank, said, own)) if blank.has("indicators") else ()
    room = _ROOMS[form_id]
    return Sheet(
        form=form_id,
        title=Title.model_validate(_TITLES[form_id].format(year)),
        identifier=said.identifier,
        policy=Policy(level=blank.level, level_in_law=blank.level_in_law, statements=draw(_statements(blank))),
        goals=goals,
        rationales=draw(_rationales(goals, room)),
        programmes=said.programmes if blank.has("programmes") else (),
        money=said.money if blank.has("programmes") else (),
        budgets=tuple(draw(st.lists(_budgets(own), max_size=1))) if blank.has("budget") else (),
        budget_items=draw(_items(own)) if blank.has("items") else (),
        cabinet=said.cabinet if blank.has("cabinet") and form_id not in ("mod-hyoka", "mof-jizen") else (),
        notes=said.notes,
    )


@st.composite
def _statements(draw: st.DrawFn, blank: Form) -> tuple[Statement, ...]:
    """A text of each role, in the form's order; those that may be left out now and then left out."""
    found: list[Statement] = []
    for part in blank.printed:
        for spec in blank.statements:
            first = not any(one.role is spec.role for one in found)
            if spec.role in part.roles and first and (not spec.optional or draw(st.booleans())):
                found.append(Statement(role=spec.role, label="", text=draw(_text(spec.role))))
    return tuple(found)


@cache
def _text(role: StatementRole) -> st.SearchStrategy[str]:
    if role is StatementRole.EVALUATION_MONTH:
        return st.just("令和６年８月")
    return names() if role in (StatementRole.OFFICE, StatementRole.RESPONSIBLE) else sentences()


@st.composite
def _goals(draw: st.DrawFn, blank: Form, said: Sheet, own: Nendo) -> tuple[Goal, ...]:
    """The indicators of a drawn sheet as the form at hand prints them."""
    room = _ROOMS[blank.id]
    circles = blank.primary == "circled"
    years = _heads(own, draw(st.integers(1, 5)))

    def indicators(found: Sequence[Indicator]) -> tuple[Indicator, ...]:
        return tuple(
            one.model_copy(
                update={
                    "number": Number.model_validate(one.number.text),
                    "circle_marks": circles,
                    "primary_mark": draw(st.sampled_from(("○", "－"))) if blank.primary == "column" else "",
                    "measures": tuple(
                        draw(_measures(_told_apart(measure, n), room, years, own))
                        for n, measure in enumerate(one.measures)
                    ),
                }
            )
            for one in found
        )

    if room.goals:
        return tuple(
            Goal(
                text=goal.text,
                levers=tuple(Lever(text=v.text, indicators=indicators(v.indicators)) for v in goal.levers),
            )
            for goal in said.goals
        )
    flat = [one for _, one in said.indicators()]
    return (Goal(levers=(Lever(indicators=indicators(flat)),)),) if flat else ()


def _told_apart(measure: Measure, n: int) -> Measure:
    """The measure, in other words than one before it under the same number."""
    return measure.model_copy(update={"name": MeasureName.model_validate("別の" * n + measure.name.text)})


def _heads(own: Nendo, count: int) -> tuple[PrintedNendo, ...]:
    return tuple(PrintedNendo.model_validate(print_nendo(Nendo(year=own.year - 2 + n))) for n in range(count))


@st.composite
def _measures(draw: st.DrawFn, measure: Measure, room: _Room, years: Sequence[PrintedNendo], own: Nendo) -> Measure:
    """A measure with its years under the form's heads."""
    base, last = draw(st.tuples(st.integers(2010, 2020), st.integers(2021, 2031)))
    ends = {
        "baseline": Baseline(value=_yearless(measure.baseline.value), year=_year(base)),
        "target": Target(value=_yearless(measure.target.value), year=_year(last)),
    }
    if not room.ends:
        ends = {"target": Target(value=_yearless(measure.target.value))} if not room.targets else {}
    texts = zip(years, measure.targets if room.targets else (), strict=False)
    targets = tuple(YearTarget(years=(year,), value=_yearless(one.value)) for year, one in texts if one.value)
    asked = {year for one in targets if not is_dash(one.value.text) for year in one.years}
    values = [_yearless(actual.value).text for actual in measure.actuals if actual.value]
    actuals = tuple(
        read_actual(text, year, own.year, expected=year in asked) for year, text in zip(years, values, strict=False)
    )
    mark = Judged.model_validate(draw(_JUDGED) if room.marks else "")
    name = MeasureName.model_validate(measure.name.text)
    return Measure(name=name, **ends, targets=targets, actuals=actuals, mark=mark)


def _yearless(value: Value) -> Value:
    """The value, or a plain one where it speaks of years, which a form would take for its own."""
    return Value.model_validate("12社") if "年" in value.text else value


def _year(year: int) -> PrintedNendo:
    return PrintedNendo.model_validate(print_nendo(Nendo(year=year)))


@st.composite
def _rationales(draw: st.DrawFn, goals: Sequence[Goal], room: _Room) -> tuple[Rationale, ...]:
    """A reason for each measure, or for some."""
    found: list[Rationale] = []
    if not room.reasons:
        return ()
    for path, _, _ in Sheet(goals=tuple(goals)).measures():
        for _ in range(draw(st.integers(0, 2 if room.reasons == "each" else 1))):
            said = Rationale.model_validate(draw(sentences()))
            found.append(said.model_copy(update={"measures": (path,)}))
    return tuple(found)


@st.composite
def _budgets(draw: st.DrawFn, own: Nendo) -> Budget:
    """Stages over three years and the request for the next."""
    heads = (
        *_heads(own, 3),
        PrintedNendo(text=f"{print_nendo(Nendo(year=own.year + 1))}要求額", nendo=Nendo(year=own.year + 1)),
    )
    rows = []
    for label in _ROWS[: draw(st.integers(2, 4))] + _ROWS[4:]:
        amounts = [
            BudgetAmount.model_validate({"text": draw(_AMOUNTS)}).model_copy(update={"years": (head,)})
            for head in heads
        ]
        rows.append(BudgetRow(label=label, kind=budget_row_kind(label), unit="百万円", amounts=tuple(amounts)))
    return Budget(rows=tuple(rows))


@st.composite
def _items(draw: st.DrawFn, own: Nendo) -> tuple[BudgetItem, ...]:
    """Lines under ● and ◆, each with its sum."""
    found: list[BudgetItem] = []
    years = _heads(own, 2)
    for mark in ("●", "◆"):
        for n in range(draw(st.integers(1, 2))):
            amounts = tuple(MoneyCell.read(draw(st.sampled_from(("1,200", "0", "－"))), year) for year in years)
            line = {"number": str(n + 1), "account": "一般", "organisation": draw(names()), "item": draw(names())}
            found.append(BudgetItem(mark=mark, matter=draw(names()), amounts=amounts, **line))
        found.append(BudgetItem(total="小計", amounts=tuple(MoneyCell.read("1,200", year) for year in years)))
    return tuple(found)
