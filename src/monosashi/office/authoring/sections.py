"""Sections: a part's page laid out, in the form's columns: texts with their labels, tables of rows, and what can be done to
each row. A table's row is a thing of the sheet (an indicator's measure, a programme, a note)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from monosashi.model import MoneyCell, Sheet
from monosashi.model.folding import unbroken
from monosashi.office.authoring.fields import Field, Fields
from monosashi.office.authoring.parts import Part
from monosashi.office.authoring.structure.years import money_heads, slot_of


@dataclass(frozen=True)
class Act:
    """A button: what is done (``structure.acts``), by which word of the pages it is called, and at what."""

    act: str
    word: str
    name: str


@dataclass(frozen=True)
class Row:
    """A row of a table. ``path``: of its thing; ``name``: what it is called."""

    path: str
    name: str
    cells: tuple[Field | None, ...]
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True)
class Section:
    """A piece of a page: texts, then a table. ``measures``: of a rationale, the measures it may speak of with whether it
    does."""

    path: str
    name: str
    texts: tuple[Field, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    acts: tuple[Act, ...] = ()
    adds: tuple[Act, ...] = ()
    measures: tuple[tuple[Act, str, bool], ...] = ()


def sections(part: Part, fields: Fields) -> tuple[Section, ...]:
    """The sections of a part's page; the yearly values are a grid of their own."""
    makers: dict[str, Callable[[Part, Fields], tuple[Section, ...]]] = {
        "head": _head,
        "goal": _goal,
        "goals": _no_goal,
        "values": lambda _part, _fields: (),
        "rationales": _rationales,
        "programmes": _programmes,
        "money": _money,
        "cabinet": _cabinet,
        "notes": _notes,
    }
    return makers[part.kind](part, fields)


def _row_acts(path: str, name: str, count: int, word: str = "") -> tuple[Act, ...]:
    place = int(path.rpartition("/")[2])
    found = [Act(f"up:{path}", "up", name)] if place else []
    found += [Act(f"down:{path}", "down", name)] if place < count - 1 else []
    return (*found, Act(f"remove:{path}", word or "remove", name))


def _head(_part: Part, fields: Fields) -> tuple[Section, ...]:
    texts = [fields.field("/title"), fields.field("/identifier")]
    for n, statement in enumerate(fields.now.policy.statements):
        label = unbroken(statement.label)
        if fields.words.language != "ja":
            label = f"{label} {fields.words(f'label.head.{statement.role.value}')}"
        texts.append(fields.field(f"/policy/statements/{n}/text", label, wide=True))
    return (Section("/policy", "", tuple(texts)),)


def _no_goal(_part: Part, _fields: Fields) -> tuple[Section, ...]:
    return (Section("/goals", "", adds=(Act("add-goal:", "add_goal", ""),)),)


def _goal(part: Part, fields: Fields) -> tuple[Section, ...]:
    path = f"/goals/{part.number - 1}"
    goals = fields.now.goals
    goal = goals[part.number - 1]
    name = fields.name(path)
    first = Section(
        path,
        name,
        (fields.field(f"{path}/text", fields.label("indicators", "goal"), wide=True),),
        acts=_row_acts(path, name, len(goals), "remove_goal"),
        adds=(Act(f"add-lever:{path}", "add_lever", name), Act("add-goal:", "add_goal", "")),
    )
    return (first, *(_lever(f"{path}/levers/{v}", len(goal.levers), fields) for v in range(len(goal.levers))))


def _lever(path: str, count: int, fields: Fields) -> Section:
    g, v = (int(step) for step in path.split("/")[2::2])
    lever = fields.now.goals[g].levers[v]
    columns = _measure_columns(fields)
    rows = []
    for i, indicator in enumerate(lever.indicators):
        at = f"{path}/indicators/{i}"
        for m, _ in enumerate(indicator.measures):
            acts = _measure_acts(at, m, len(indicator.measures), len(lever.indicators), fields)
            rows.append(_measure(at, m, columns, acts, fields))
    return Section(
        path,
        fields.name(path),
        (fields.field(f"{path}/text", fields.label("indicators", "lever"), wide=True),),
        tuple(label for _, label in columns),
        tuple(rows),
        _row_acts(path, fields.name(path), count, "remove_lever"),
        (Act(f"add-indicator:{path}", "add_indicator", fields.name(path)),),
    )


def _measure_columns(fields: Fields) -> tuple[tuple[str, str], ...]:
    """The columns of a measure by the step of its path; those of some forms only where the sheet or its form has them."""
    label, words = fields.label, fields.words
    every = [one for _, one in fields.now.indicators()]
    measures = [measure for one in every for measure in one.measures]
    found = [("../../number", "No.")]
    if any(one.group for one in every):
        found.append(("../../group", words("where.indicator", number="").strip()))
    found.append(("name", label("indicators", "indicator")))
    if any(one.primary_mark for one in every):
        found.append(("../../primary_mark", words("indicator.primary")))
    if any(one.counted_in for one in measures):
        found.append(("counted_in", words("indicator.unit")))
    found += [
        ("baseline/value", label("indicators", "baseline")),
        ("baseline/year", label("indicators", "baseline_year")),
    ]
    found += [("target/value", label("indicators", "target")), ("target/year", label("indicators", "target_year"))]
    if fields.has_column("indicators", "met") or any(one.mark.text for one in measures):
        found.append(("mark", words("indicator.mark")))
    return tuple(found)


def _measure(
    indicator: str, m: int, columns: tuple[tuple[str, str], ...], acts: tuple[Act, ...], fields: Fields
) -> Row:
    path = f"{indicator}/measures/{m}"
    cells: list[Field | None] = []
    for step, label in columns:
        of_indicator = step.startswith("../../")
        if of_indicator and m:
            cells.append(None)
            continue
        at = f"{indicator}/{step.removeprefix('../../')}" if of_indicator else f"{path}/{step}"
        cells.append(fields.field(at, label))
    return Row(path, fields.name(path), tuple(cells), acts)


def _measure_acts(indicator: str, m: int, measures: int, count: int, fields: Fields) -> tuple[Act, ...]:
    path = f"{indicator}/measures/{m}"
    own = [Act(f"remove:{path}", "remove_measure", fields.name(path))] if measures > 1 else []
    if m:
        return tuple(own)
    name = fields.name(indicator)
    holder = indicator.rpartition("/indicators")[0]
    others = [
        Act(f"into:{indicator}>{at}", "into", fields.name(at))
        for at in (f"/goals/{g}/levers/{v}" for g, goal in enumerate(fields.now.goals) for v in range(len(goal.levers)))
        if at != holder
    ]
    return (
        *_row_acts(indicator, name, count, "remove_indicator"),
        Act(f"add-measure:{indicator}", "add_measure", name),
        *own,
        *others,
    )


def _rationales(_part: Part, fields: Fields) -> tuple[Section, ...]:
    measures = [(path, fields.name(path), one.name.name) for path, _, one in fields.now.measures()]
    found = []
    for n, told in enumerate(fields.now.rationales):
        path = f"/rationales/{n}"
        spoken = tuple(
            (Act(f"tell-of:{path}>{at}", "tell_of", name), f"{name} {words}", at in told.measures)
            for at, name, words in measures
        )
        text = fields.field(path, fields.label("indicators", "rationale"), wide=True)
        acts = _row_acts(path, fields.name(path), len(fields.now.rationales))
        found.append(Section(path, fields.name(path), (text,), acts=acts, measures=spoken))
    told_of = {path for told in fields.now.rationales for path in told.measures}
    adds = tuple(
        Act(f"add-rationale:{at}", "add_rationale", f"{name} {words}")
        for at, name, words in measures
        if at not in told_of
    )
    return (*found, Section("", "", adds=adds)) if adds else tuple(found)


def _programmes(_part: Part, fields: Fields) -> tuple[Section, ...]:
    heads = money_heads(fields.now)
    started = fields.has_column("programmes", "start") or any(one.started.text for one in fields.now.programmes)
    columns = [("number", "No.")]
    columns += [("name", fields.label("programmes", "programme"))]
    columns += [("started", fields.words("where.started"))] if started else []
    columns += [(f"money/{slot}", unbroken(head.text)) for slot, head in heads.items()]
    columns += [(role, fields.label("programmes", role)) for role in ("related", "outline", "review_number")]
    rows = []
    for n, programme in enumerate(fields.now.programmes):
        path = f"/programmes/{n}"
        cells = [_programme_cell(path, step, label, programme.money, fields) for step, label in columns]
        acts = _row_acts(path, fields.name(path), len(fields.now.programmes))
        rows.append(Row(path, fields.name(path), tuple(cells), acts))
    adds = (Act("add-programme:", "add_programme", ""),)
    return (Section("/programmes", "", (), tuple(label for _, label in columns), tuple(rows), adds=adds),)


def _programme_cell(path: str, step: str, label: str, money: tuple[MoneyCell, ...], fields: Fields) -> Field | None:
    if not step.startswith("money/"):
        return fields.field(f"{path}/{step}", label)
    slot = step.removeprefix("money/")
    n = next((n for n, cell in enumerate(money) if slot_of(cell.year) == slot), None)
    return None if n is None else fields.field(f"{path}/money/{n}", label)


def _money(_part: Part, fields: Fields) -> tuple[Section, ...]:
    sheet = fields.now
    found = []
    if sheet.money:
        cells = tuple(fields.field(f"/money/{n}", unbroken(cell.year.text)) for n, cell in enumerate(sheet.money))
        name = unbroken(sheet.label("programmes.total")) or fields.words("where.total", year="").strip()
        columns = tuple(unbroken(cell.year.text) for cell in sheet.money)
        found.append(Section("/money", name, columns=columns, rows=(Row("/money", name, cells),)))
    found += [_budget(sheet, b, fields) for b in range(len(sheet.budgets))]
    if sheet.budget_items:
        found.append(_items(sheet, fields))
    return tuple(found)


def _budget(sheet: Sheet, b: int, fields: Fields) -> Section:
    budget = sheet.budgets[b]
    heads: dict[tuple[str, ...], str] = {}
    for row in budget.rows:
        for amount in row.amounts:
            heads.setdefault(tuple(map(slot_of, amount.years)), "、".join(unbroken(y.text) for y in amount.years))
    rows = []
    for r, row in enumerate(budget.rows):
        path = f"/budgets/{b}/rows/{r}"
        at = {tuple(map(slot_of, amount.years)): n for n, amount in reversed(list(enumerate(row.amounts)))}
        cells = [fields.field(f"{path}/amounts/{at[key]}", head) if key in at else None for key, head in heads.items()]
        rows.append(Row(path, unbroken(row.label), tuple(cells)))
    return Section(
        f"/budgets/{b}", unbroken(budget.label) or fields.words("where.budgets"), (), tuple(heads.values()), tuple(rows)
    )


def _items(sheet: Sheet, fields: Fields) -> Section:
    parts = ("mark", "number", "account", "organisation", "item", "matter", "total")
    used = [part for part in parts if any(getattr(one, part) for one in sheet.budget_items)]
    width = max(len(one.amounts) for one in sheet.budget_items)
    longest = max(sheet.budget_items, key=lambda one: len(one.amounts))
    columns = [fields.words(f"label.budget_items.{part}") for part in used]
    columns += [unbroken(cell.year.text) for cell in longest.amounts]
    rows = []
    for n, item in enumerate(sheet.budget_items):
        path = f"/budget_items/{n}"
        cells: list[Field | None] = [fields.field(f"{path}/{part}", columns[k]) for k, part in enumerate(used)]
        cells += [
            fields.field(f"{path}/amounts/{a}", columns[len(used) + a]) if a < len(item.amounts) else None
            for a in range(width)
        ]
        rows.append(Row(path, fields.name(path), tuple(cells)))
    return Section("/budget_items", fields.words("where.budget_items"), (), tuple(columns), tuple(rows))


def _cabinet(_part: Part, fields: Fields) -> tuple[Section, ...]:
    steps = [(role, fields.label("cabinet", role)) for role in ("name", "date", "excerpt")]
    rows = _plain_rows("/cabinet", len(fields.now.cabinet), steps, fields)
    adds = (Act("add-cabinet:", "add_cabinet", ""),)
    return (Section("/cabinet", "", (), tuple(label for _, label in steps), rows, adds=adds),)


def _notes(_part: Part, fields: Fields) -> tuple[Section, ...]:
    steps = [("mark", "※")]
    steps.append(("text", fields.words("where.notes")))
    rows = _plain_rows("/notes", len(fields.now.notes), steps, fields)
    return (
        Section("/notes", "", (), tuple(label for _, label in steps), rows, adds=(Act("add-note:", "add_note", ""),)),
    )


def _plain_rows(rows: str, count: int, steps: list[tuple[str, str]], fields: Fields) -> tuple[Row, ...]:
    found = []
    for n in range(count):
        path = f"{rows}/{n}"
        cells = tuple(fields.field(f"{path}/{step}", label) for step, label in steps)
        found.append(Row(path, fields.name(path), cells, _row_acts(path, fields.name(path), count)))
    return tuple(found)
