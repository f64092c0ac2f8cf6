"""The head of a text: what follows its label, or looks as the field does where labels and values came apart."""

import re

from monosashi.forms import Form, StatementSpec, label_key
from monosashi.model import Identifier, Label, Message, Policy, Statement, StatementRole, Title
from monosashi.model.folding import fold, key, unbroken
from monosashi.reading.text.desk import Desk
from monosashi.reading.text.items import Item
from monosashi.reading.text.kinds import Kind
from monosashi.reading.text.why import LOOKS, NEAR


def read_title(desk: Desk) -> tuple[Title, Identifier]:
    """標題 and 整理番号."""
    title = next(desk.free(Kind.TITLE), None)
    number = next(desk.free(Kind.IDENTIFIER), None)
    desk.take("/title", [title] if title else [])
    desk.take("/identifier", [number] if number else [])
    return Title.model_validate(title.text if title else ""), Identifier.model_validate(number.text if number else "")


def furnish_labels(desk: Desk, form: Form) -> tuple[Label, ...]:
    """Every label and fragment of one is furniture; the labels of columns are kept as printed, in the form's order."""
    found: dict[str, Item] = {}
    for item in list(desk.free(Kind.LABEL, Kind.FRAGMENT)):
        desk.furnish([item])
        role = _column_role(item, form)
        if role:
            found.setdefault(role, item)
    order = [f"{table.part}.{column}" for table in form.tables for column in _roles(form, table.part)]
    labels = [(role, found[role]) for role in (*order, "aim") if role in found]
    for n, (_, item) in enumerate(labels):
        desk.take(f"/labels/{n}", [item])
    return tuple(Label(role=role, text=item.text) for role, item in labels)


def _roles(form: Form, part: str) -> list[str]:
    return ["side", *(column.role for column in form.table(part).columns), "total"]


def _column_role(item: Item, form: Form) -> str:
    folded = label_key(item.text)
    for table in form.tables:
        wordings = [(c.role, c) for c in table.columns] + [
            (n, w) for n, w in (("side", table.side), ("total", table.total)) if w
        ]
        for role, wording in wordings:
            if folded in wording.keys:
                return f"{table.part}.{role}"
    aim = next((s for s in form.statements if s.inner), None)
    return aim.role.value if aim and folded in aim.keys else ""


def read_policy(desk: Desk, form: Form) -> Policy:
    """The labelled texts, in the form's order. Call after the labels are furnished."""
    found: list[tuple[Statement, Item, Item | None]] = []
    inner = {key(i.label): i for spec in form.statements for i in spec.inner}
    for spec in form.statements:
        label = next((item for item in desk.furniture if label_key(item.text) in spec.keys), None)
        value, guess = _value(desk, spec, label)
        if value:
            path = f"/policy/statements/{len(found)}"
            desk.take(f"{path}/text", [value], guess)
            desk.take(f"{path}/label", [label or value])
            found.append(
                (Statement(role=spec.role, label=label.text if label else spec.label, text=value.text), value, label)
            )
    statements = [statement for statement, _, _ in found]
    for item in list(desk.free(Kind.INNER)):
        match = next((spec for words, spec in inner.items() if key(item.text).startswith(words)), None)
        if match:
            path = f"/policy/statements/{len(statements)}"
            desk.take(f"{path}/text", [item])
            desk.take(f"{path}/label", [item])
            statements.append(Statement(role=match.role, label=match.label, text=_after_label(item.text)))
    return Policy(level=form.level, level_in_law=form.level_in_law, statements=tuple(statements))


def _after_label(text: str) -> str:
    match = re.match(r"\s*[［\[][^］\]]*[］\]]\s*[:：]?\s*", text)
    return text[match.end() :] if match else text


def _value(desk: Desk, spec: StatementSpec, label: Item | None) -> tuple[Item | None, Message | None]:
    """What a label's text is: what its own words settle, what follows the label, or what looks as it does."""
    if spec.role is StatementRole.NAME and (policy := next(desk.free(Kind.POLICY), None)):
        return policy, None
    if spec.role is StatementRole.EVALUATION_MONTH:
        return next(desk.free(Kind.MONTH), None), None
    if spec.inner:
        return None, None
    looks = re.compile(spec.looks_like) if spec.looks_like else None
    after = desk.next_free(label, Kind.PROSE, within=2) if label else None
    if after and (looks is None or _looks(looks, after)):
        beside = label is not None and desk.index(after) == desk.index(label) + 1
        return after, None if beside else NEAR
    if looks is None:
        return None, None
    return next((item for item in _head(desk) if _looks(looks, item)), None), LOOKS


def _looks(pattern: re.Pattern[str], item: Item) -> bool:
    """Whether a text looks as a pattern says, with its line breaks or without."""
    return any(pattern.search(fold(text)) for text in (unbroken(item.text), item.text))


def _head(desk: Desk) -> list[Item]:
    """The free texts before the first indicator and near the title."""
    names = [desk.index(item) for item in desk.items if item.kind in (Kind.NAME, Kind.PROGRAMME)]
    title = next((desk.index(item) for item in desk.items if item.kind is Kind.TITLE), 0)
    end = min((n for n in names if n > title), default=len(desk.items))
    return [item for item in desk.free(Kind.PROSE) if title < desk.index(item) < end]
