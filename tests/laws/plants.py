"""The changes that can be planted in a sheet: each edits one thing, and names the change that must be told of it."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from monosashi.model import (
    BudgetAmount,
    BudgetItem,
    BudgetRow,
    CabinetLink,
    Indicator,
    Judged,
    Kind,
    Measure,
    MeasureName,
    MoneyCell,
    Nendo,
    Note,
    Number,
    PrintedDate,
    PrintedNendo,
    Programme,
    ProgrammeName,
    Rationale,
    Related,
    Sheet,
    State,
    StatementRole,
    Title,
    Value,
)
from monosashi.model.folding import key
from monosashi.model.mark import print_number
from monosashi.model.money import print_money
from monosashi.model.path import leaves, resolve
from monosashi.model.quantity import print_quantity
from tests.laws.edits import named
from tests.laws.planting import Plant

#: Nothing that is drawn is like it.
NEW = "ヴェヌゾ九九號ヱヰ"
_NUMBER = Value.model_validate("987,654件")
_YEAR = PrintedNendo.model_validate("令和55年度")
#: How the titles that are drawn are worded.
TITLE = "主要な政策に係る政策評価の事前分析表（{}年度実施政策）"


def plants(sheet: Sheet) -> list[Plant]:
    """Every change that can be planted in this sheet, so that one can tell what was changed."""
    parts: tuple[Callable[[Sheet], Iterator[Plant]], ...] = (
        _head,
        _goals,
        _indicators,
        _rationales,
        _rows,
        _money,
        _budgets,
    )
    return [plant for part in parts for plant in part(sheet) if not _of_twins(sheet, plant)]


def _at(path: str, kind: str, now: Any, told_at: str = "", touches: str = "") -> Plant:
    """A thing at a path that becomes another."""
    return Plant(frozenset({touches or path}), kind, told_at or path, (path, now))


_STATEMENTS = {
    StatementRole.NAME: "policy-reworded",
    StatementRole.OUTLINE: "policy-outline-changed",
    StatementRole.EVALUATION_MONTH: "evaluation-month-moved",
}


def _head(sheet: Sheet) -> Iterator[Plant]:
    yield _at("/title", "sheet-year-moved", Title.model_validate(TITLE.format("令和77")))
    yield _at("/identifier", "identifier-changed", type(sheet.identifier).model_validate("総務省R55－㉚"))
    for n, statement in enumerate(sheet.policy.statements):
        path = f"/policy/statements/{n}"
        kind = _STATEMENTS.get(statement.role, "statement-changed")
        yield _at(f"{path}/text", kind, f"{statement.text}改", touches=path)
    for n, label in enumerate(sheet.labels):
        yield _at(f"/labels/{n}/text", "label-changed", f"新しい{label.text}")


def _goals(sheet: Sheet) -> Iterator[Plant]:
    for g, goal in enumerate(sheet.goals):
        yield _at(f"/goals/{g}/text", "goal-reworded", f"{goal.text}改", told_at=f"/goals/{g}")
        for v, lever in enumerate(goal.levers):
            path = f"/goals/{g}/levers/{v}"
            yield _at(f"{path}/text", "lever-reworded", f"{lever.text}改", told_at=path)
            new = Indicator(
                number=Number.model_validate("88"), measures=(Measure(name=MeasureName(text=NEW, name=NEW)),)
            )
            yield Plant(frozenset({"+indicators"}), "indicator-added", f"{path}/indicators", new, joins=True)


def _indicators(sheet: Sheet) -> Iterator[Plant]:
    for path, indicator in sheet.indicators():
        number = indicator.number
        other = "㊿" if number.circled else "77"
        yield _at(f"{path}/number", "indicator-renumbered", Number.model_validate(other), touches=path)
        turned = Number.model_validate(print_number(number.value or 0, circled=not number.circled))
        if indicator.model_copy(update={"number": turned}).primary != indicator.primary:
            yield _at(f"{path}/number", "primary-changed", turned, touches=path)
        sign = "－" if indicator.primary_mark in ("○", "◎") else "○"
        yield _at(f"{path}/primary_mark", "primary-changed", sign, touches=path)
        yield _at(f"{path}/group", "group-reworded", f"{path}の{indicator.group}", touches=path)
        beside = [
            f"/rationales/{n}"
            for n, each in enumerate(sheet.rationales)
            if any(measure.startswith(f"{path}/") for measure in each.measures)
        ]
        yield Plant(frozenset({path, *beside}), "indicator-ended", path, takes_away=True)
        for m, measure in enumerate(indicator.measures):
            for plant in _measure(f"{path}/measures/{m}", measure):
                yield Plant(frozenset({path}), plant.kind, plant.path, plant.now)


def _measure(path: str, measure: Measure) -> Iterator[Plant]:
    name = measure.name
    yield _at(f"{path}/name", "indicator-reworded", named(name, f"{name.name}改", name.kind))
    kind = Kind.OUTPUT if name.kind is Kind.OUTCOME else Kind.OUTCOME
    yield _at(f"{path}/name", "kind-changed", named(name, name.name, kind))
    yield _at(f"{path}/mark", "judgement-changed", Judged.model_validate("Ｚ"))
    yield _at(f"{path}/counted_in", "unit-changed", "畝")
    for end in ("baseline", "target"):
        yield _at(f"{path}/{end}/value", f"{end}-moved", _NUMBER)
        yield _at(f"{path}/{end}/year", f"{end}-year-moved", _YEAR)
        quantity = getattr(measure, end).value.quantity
        if quantity and not quantity.parts and not quantity.earlier_target:
            unit = Value.model_validate(print_quantity(quantity.model_copy(update={"unit": "畝"})))
            yield _at(f"{path}/{end}/value", "unit-changed", unit)
    for n in range(len(measure.targets)):
        yield _at(f"{path}/targets/{n}/value", "yearly-target-moved", _NUMBER)
    for n, actual in enumerate(measure.actuals):
        at = f"{path}/actuals/{n}"
        yield _at(f"{at}/mark", "year-mark-changed", "88.8%")
        reported = actual.model_copy(update={"value": _NUMBER, "state": State.REPORTED})
        gone = actual.model_copy(update={"value": Value(text="－"), "state": State.NOT_YET})
        if actual.state is State.REPORTED:
            yield _at(at, "actual-restated", reported, told_at=f"{at}/value")
            yield _at(at, "actual-withdrawn", gone, told_at=f"{at}/value")
        else:
            yield _at(at, "actual-reported", reported, told_at=f"{at}/value")
            other = (
                ("未公表", State.NOT_PUBLISHED)
                if actual.state is State.NOT_SURVEYED
                else ("調査中止", State.NOT_SURVEYED)
            )
            missing = actual.model_copy(update={"value": Value(text=other[0]), "state": other[1]})
            yield _at(at, "state-changed", missing, told_at=f"{at}/value")


def _rationales(sheet: Sheet) -> Iterator[Plant]:
    for n, rationale in enumerate(sheet.rationales):
        path = f"/rationales/{n}"
        said = Rationale.model_validate(f"改めて述べる。{rationale.text}")
        yield _at(path, "rationale-changed", said.model_copy(update={"measures": rationale.measures}))
        for k, reference in enumerate(rationale.references):
            start = rationale.text.index(reference.year.text) + len(reference.year.text)
            at = rationale.text.index(reference.text, start)
            text = f"{rationale.text[:at]}987,654件{rationale.text[at + len(reference.text) :]}"
            other = Rationale.model_validate(text).model_copy(update={"measures": rationale.measures})
            yield _at(path, "reference-changed", other, told_at=f"{path}/references/{k}")


def _rows(sheet: Sheet) -> Iterator[Plant]:
    """The rows of programmes, cabinet decisions and notes: changed, gone, or come."""
    for n, programme in enumerate(sheet.programmes):
        yield from _row(f"/programmes/{n}", "programme-ended", _programme(f"/programmes/{n}", programme))
    for n, link in enumerate(sheet.cabinet):
        yield from _row(f"/cabinet/{n}", "cabinet-ended", _link(f"/cabinet/{n}", link))
    for n, note in enumerate(sheet.notes):
        yield from _row(f"/notes/{n}", "note-ended", _note(f"/notes/{n}", note))
    new = Programme(number=Number.model_validate("88"), name=ProgrammeName(text=NEW, name=NEW))
    yield Plant(frozenset({"+programmes"}), "programme-added", "/programmes", new, joins=True)
    yield Plant(frozenset({"+cabinet"}), "cabinet-added", "/cabinet", CabinetLink(name=NEW), joins=True)
    yield Plant(frozenset({"+notes"}), "note-added", "/notes", Note(mark="※88", text=NEW), joins=True)


def _row(path: str, ended: str, changes: Iterator[Plant]) -> Iterator[Plant]:
    for plant in changes:
        yield Plant(frozenset({path}), plant.kind, plant.path, plant.now)
    yield Plant(frozenset({path}), ended, path, takes_away=True)


def _programme(path: str, programme: Programme) -> Iterator[Plant]:
    name = programme.name
    start = f"（{name.start.year}年度）" if name.start else ""
    yield _at(f"{path}/name", "programme-renamed", ProgrammeName.model_validate(f"{name.name}改{start}"))
    began = ProgrammeName(text=f"{name.name}（昭和30年度）", name=name.name, start=Nendo(year=1955))
    printed_at = f"{path}/name" if name.start or not programme.started else f"{path}/started"
    yield _at(f"{path}/name", "programme-start-moved", began, told_at=printed_at)
    yield _at(f"{path}/started", "programme-start-moved", _YEAR)
    yield _at(f"{path}/number", "programme-renumbered", Number.model_validate("(77)"))
    yield _at(f"{path}/related", "related-changed", Related.model_validate("61,62"))
    yield _at(f"{path}/outline", "outline-changed", f"{programme.outline}改")
    yield _at(f"{path}/review_number", "review-number-changed", "9999")
    yield from _cells(f"{path}/money", programme.money)


def _link(path: str, link: CabinetLink) -> Iterator[Plant]:
    yield _at(f"{path}/name", "cabinet-changed", f"{link.name}改")
    yield _at(f"{path}/date", "cabinet-changed", PrintedDate.model_validate("令和55年5月5日"))
    yield _at(f"{path}/excerpt", "cabinet-changed", f"{link.excerpt}改")


def _note(path: str, note: Note) -> Iterator[Plant]:
    yield _at(f"{path}/text", "note-reworded", f"{note.text}改")
    yield _at(f"{path}/mark", "note-renumbered", "※77")


def _budgets(sheet: Sheet) -> Iterator[Plant]:
    """Amounts, labels and rows of the budget's tables, and the lines of its items."""
    for b, budget in enumerate(sheet.budgets):
        rows = f"/budgets/{b}/rows"
        for r, row in enumerate(budget.rows):
            yield from _row(f"{rows}/{r}", "budget-row-ended", _budget_row(f"{rows}/{r}", row))
        yield Plant(frozenset({f"+{rows}"}), "budget-row-added", rows, BudgetRow(label=NEW), joins=True)
    for n, item in enumerate(sheet.budget_items):
        yield from _row(f"/budget_items/{n}", "budget-item-ended", _item(f"/budget_items/{n}", item))
    yield Plant(frozenset({"+items"}), "budget-item-added", "/budget_items", BudgetItem(item=NEW), joins=True)


def _budget_row(path: str, row: BudgetRow) -> Iterator[Plant]:
    yield _at(f"{path}/label", "label-changed", f"改{row.label}")
    for n, amount in enumerate(row.amounts):
        now = BudgetAmount(text="987,654円", years=amount.years, value=Decimal(987654), unit="円")
        yield _at(f"{path}/amounts/{n}", "budget-changed", now)


def _item(path: str, item: BudgetItem) -> Iterator[Plant]:
    yield _at(f"{path}/mark", "budget-item-changed", "◆" if item.mark == "●" else "●")
    for column in ("number", "account", "organisation", "item", "matter", "total"):
        yield _at(f"{path}/{column}", "budget-item-changed", f"{getattr(item, column)}改")
    yield from _cells(f"{path}/amounts", item.amounts)


def _money(sheet: Sheet) -> Iterator[Plant]:
    for plant in _cells("/money", sheet.money):
        yield Plant(frozenset({plant.path.partition("/lines/")[0]}), plant.kind, plant.path, plant.now)


def _cells(path: str, cells: tuple[MoneyCell, ...]) -> Iterator[Plant]:
    for n, cell in enumerate(cells):
        at = f"{path}/{n}"
        if not cell.lines:
            yield _at(at, "money-changed", MoneyCell.read("987,654百万円", cell.year))
        for k, line in enumerate(cell.lines):
            field = "budget" if line.executed is None else "executed"
            more = line.model_copy(update={field: (getattr(line, field) or Decimal(0)) + 1})
            lines = (*cell.lines[:k], more, *cell.lines[k + 1 :])
            now = cell.model_copy(update={"text": print_money(lines), "lines": lines})
            yield _at(at, "money-changed", now, told_at=f"{at}/lines/{k}/{field}")


def _of_twins(sheet: Sheet, plant: Plant) -> bool:
    """Whether the row a plant takes away stands there twice, so that no one can tell which of the two went."""
    if not plant.takes_away:
        return False
    rows = [[key(text) for _, text in leaves(row)] for row in resolve(sheet, plant.path.rpartition("/")[0])]
    return rows.count(rows[int(plant.path.rpartition("/")[2])]) > 1
