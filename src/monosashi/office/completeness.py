"""Completeness: how much of what the form asks for the sheet gives.

Asked for: the title, the identifier and every labelled text of the form's head; for each measure its name, kind,
baseline, target, both years, targets by year, the reason for its choice and the judgement of its target; an actual for
each printed year before the sheet's own; for each programme its name, outline, related indicators and review number;
each row of the budget's table, and the items that pay for the policy. What a form marks as optional, or does not have,
is not asked for: a 評価書 without programmes lacks none. Whether a measure counts output or outcome is asked where
the form says so, or the sheet says so of another measure.

Zero is an answer. A dash is one only where the form gives it a meaning: a baseline that does not exist yet (and its
year), a programme that serves no indicator (総務省's note ※４) or is no project under review. A missing actual is an
answer if the sheet says why it is missing (集計中, 未公表 ...); a blank or a dash for a year that is over is none. A dash answers for a judgement (nothing was due)
and for a row of the budget (nothing was added or carried over).
"""

from collections.abc import Iterator

from monosashi.forms import Form
from monosashi.model import BudgetRow, BudgetRowKind, Measure, Noun, Programme, Sheet, State, Statement
from monosashi.model.folding import is_dash, unbroken


class Missing(Noun):
    """Something the form asks for and the sheet does not give. ``label``: the form's name of it, where no path has one."""

    path: str
    label: str = ""


class Completeness(Noun):
    """How many answers of how many questions, and which are missing."""

    filled: int
    asked: int
    missing: tuple[Missing, ...] = ()

    @property
    def share(self) -> float:
        """The share of questions that are answered (0 to 1); 1 where nothing is asked."""
        return self.filled / self.asked if self.asked else 1.0


#: A question: what is missing if it is not answered, and whether it is.
_Question = tuple[Missing, bool]


def completeness(sheet: Sheet, form: Form) -> Completeness:
    """Hold a sheet against the blank form it was written on."""
    questions = [*_head(sheet, form), *_measures(sheet, form), *_programmes(sheet, form), *_budget(sheet, form)]
    missing = tuple(gap for gap, answered in questions if not answered)
    return Completeness(filled=len(questions) - len(missing), asked=len(questions), missing=missing)


def _answered(text: str, *, dash: bool = False) -> bool:
    return bool(text.strip()) and (dash or not is_dash(text))


def _asks(form: Form, part: str) -> frozenset[str]:
    """The columns of a form's table that must be filled."""
    table = next((table for table in form.tables if table.part == part), None)
    return frozenset(column.role for column in table.columns if not column.optional) if table else frozenset()


def _head(sheet: Sheet, form: Form) -> Iterator[_Question]:
    yield Missing(path="/title"), _answered(sheet.title.text)
    if not form.identifier_optional:
        yield Missing(path="/identifier"), _answered(sheet.identifier.text)
    for spec in (spec for spec in form.statements if not spec.optional):
        for wording in spec.inner or (spec,):
            asked = Statement(role=wording.role, label=wording.label, text="")
            yield _statement(sheet, asked)


def _statement(sheet: Sheet, asked: Statement) -> _Question:
    at = next((n for n, given in enumerate(sheet.policy.statements) if given.role is asked.role), None)
    path = "/policy/statements" if at is None else f"/policy/statements/{at}/text"
    return Missing(path=path, label=asked.plain_label), _answered(sheet.policy.text(asked.role))


def _measures(sheet: Sheet, form: Form) -> Iterator[_Question]:
    asks = _asks(form, "indicators")
    if form.states_kinds or any(measure.name.kind for _, _, measure in sheet.measures()):
        asks |= {"kind"}
    own_year = sheet.title.nendo.year if sheet.title.nendo else None
    explained = {path for rationale in sheet.rationales if _answered(rationale.text) for path in rationale.measures}
    for path, _, measure in sheet.measures():
        for role, where, answered in _questions(path, measure, explained=path in explained):
            if role in asks:
                yield Missing(path=where), answered
        yield from _actuals(path, measure, own_year)


def _questions(path: str, measure: Measure, *, explained: bool) -> Iterator[tuple[str, str, bool]]:
    """Each question to a measure: the column that asks, the path of the answer, whether it is given."""
    name, baseline, target = measure.name, measure.baseline, measure.target
    yield "indicator", f"{path}/name", _answered(name.name)
    yield "kind", f"{path}/name/kind", name.kind is not None
    yield "baseline", f"{path}/baseline/value", _answered(baseline.value.text, dash=True)
    yield "baseline_year", f"{path}/baseline/year", _answered(baseline.year.text, dash=is_dash(baseline.value.text))
    yield "target", f"{path}/target/value", _answered(target.value.text)
    yield "target_year", f"{path}/target/year", _answered(target.year.text)
    yield "yearly_target", f"{path}/targets", any(_answered(year.value.text) for year in measure.targets)
    yield "rationale", f"{path}/rationale", explained
    yield "met", f"{path}/mark", _answered(measure.mark.text, dash=True)


def _actuals(path: str, measure: Measure, own_year: int | None) -> Iterator[_Question]:
    for n, actual in enumerate(measure.actuals):
        if own_year is not None and actual.year.nendo and actual.year.nendo.year < own_year:
            due = Missing(path=f"{path}/actuals/{n}/value")
            yield due, actual.state not in (State.UNSTATED, State.NOT_YET)


def _programmes(sheet: Sheet, form: Form) -> Iterator[_Question]:
    asks = _asks(form, "programmes")
    for n, programme in enumerate(sheet.programmes):
        for role, where, answered in _means(f"/programmes/{n}", programme):
            if role in asks:
                yield Missing(path=where), answered


def _means(path: str, programme: Programme) -> Iterator[tuple[str, str, bool]]:
    yield "programme", f"{path}/name", _answered(programme.name.name)
    yield "related", f"{path}/related", _answered(programme.related.text, dash=True)
    yield "outline", f"{path}/outline", _answered(programme.outline)
    yield "review_number", f"{path}/review_number", _answered(programme.review_number, dash=True)


def _budget(sheet: Sheet, form: Form) -> Iterator[_Question]:
    """The rows of the budget's table, or one question where the whole table is missing; the items that pay."""
    if form.has("budget"):
        table = form.table("budget")
        if not sheet.budgets:
            yield Missing(path="/budgets", label=unbroken(table.side.label) if table.side else ""), False
        else:
            labels = {column.role: column.label for column in table.columns if not column.optional}
            yield from (_budget_row(sheet, kind, labels[kind]) for kind in BudgetRowKind if kind in labels)
    if form.has("items"):
        yield Missing(path="/budget_items"), bool(sheet.budget_items)


def _budget_row(sheet: Sheet, kind: BudgetRowKind, label: str) -> _Question:
    """Whether a stage is stated for some year, in whichever table."""
    rows = {
        f"/budgets/{b}/rows/{r}": row
        for b, budget in enumerate(sheet.budgets)
        for r, row in enumerate(budget.rows)
        if row.kind is kind
    }
    path = next(iter(rows), "/budgets")
    return Missing(path=path, label="" if rows else unbroken(label)), any(_states(row) for row in rows.values())


def _states(row: BudgetRow) -> bool:
    return any(_answered(amount.text, dash=True) for amount in row.amounts)
