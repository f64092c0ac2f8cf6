"""Widening: a form with the wordings of other forms added, so that a label moved from one ministry's paper to another's is
still understood.

The form's own wordings come first: where two forms give one label different roles, the form that the paper is written
on decides. A paper that is written on none of them is read by the ``general`` wordings, widened by every form's.

>>> from monosashi.forms import default_form, forms, general
>>> wide = widened(default_form(), (*forms(), general()))
>>> "基準値" in [label for column in wide.table("indicators").columns for label in (column.label, *column.variants)]
True
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from monosashi.forms.form import Form, StatementSpec, TableSpec, Wording

_Words = TypeVar("_Words", bound=Wording)


@lru_cache(maxsize=64)
def widened(form: Form, others: tuple[Form, ...]) -> Form:
    """``form`` with the labels of ``others`` that it does not know, each in the role it has there."""
    columns = _keys(column for table in form.tables for column in table.columns)
    texts = _keys(form.statements)
    statements, tables = form.statements, form.tables
    for other in others:
        statements = _with_statements(statements, other.statements, columns)
        for table in other.tables:
            tables = _with_table(tables, table, texts)
    title = _with_variants(form.title, (text for other in others for text in _printed(other.title)), frozenset())
    return form.model_copy(update={"statements": statements, "tables": tables, "title": title})


def _printed(wording: Wording) -> tuple[str, ...]:
    return wording.label, *wording.variants


def _with_variants(wording: _Words, texts: Iterable[str], taken: frozenset[str]) -> _Words:
    """The wording with those texts that are new to it and that no other role has taken."""
    known = Wording(label=wording.label, variants=wording.variants)
    new: list[str] = []
    for text in texts:
        own = Wording(label=text).keys
        if not own & (known.keys | taken | Wording(label=wording.label, variants=tuple(new)).keys):
            new.append(text)
    # built anew: a copy would keep the cached keys of the narrower wording
    return type(wording).model_validate({**wording.model_dump(), "variants": (*wording.variants, *new)})


def _keys(wordings: Iterable[Wording]) -> frozenset[str]:
    return frozenset(key for wording in wordings for key in wording.keys)


def _with_statements(
    own: tuple[StatementSpec, ...], others: tuple[StatementSpec, ...], columns: frozenset[str]
) -> tuple[StatementSpec, ...]:
    """Each statement's new labels join the first statement of the same role, or stand as a statement of their own."""
    found = list(own)
    for spec in others:
        at = next((n for n, one in enumerate(found) if one.role is spec.role), None)
        if at is None:
            if not spec.keys & (_keys(found) | columns):
                found.append(spec.model_copy(update={"optional": True}))
        else:
            taken = columns | _keys(one for n, one in enumerate(found) if n != at)
            found[at] = _with_variants(found[at], _printed(spec), taken)
            inner = [one for one in spec.inner if not one.keys & _keys(found[at].inner)]
            found[at] = found[at].model_copy(update={"inner": (*found[at].inner, *inner)})
    return tuple(found)


def _with_table(own: tuple[TableSpec, ...], other: TableSpec, texts: frozenset[str]) -> tuple[TableSpec, ...]:
    at = next((n for n, table in enumerate(own) if table.part == other.part), None)
    if at is None:
        return (*own, other)
    table = own[at]
    columns = list(table.columns)
    for column in other.columns:
        place = next((n for n, one in enumerate(columns) if one.role == column.role), None)
        if place is None:
            if not column.keys & (_keys(columns) | texts):
                columns.append(column.model_copy(update={"optional": True}))
        else:
            taken = texts | _keys(one for n, one in enumerate(columns) if n != place)
            columns[place] = _with_variants(columns[place], _printed(column), taken)
    joined = {
        "columns": tuple(columns),
        "side": _joined(table.side, other.side),
        "total": _joined(table.total, other.total),
    }
    return (*own[:at], table.model_copy(update=joined), *own[at + 1 :])


def _joined(own: Wording | None, other: Wording | None) -> Wording | None:
    if own is None or other is None:
        return own or other
    return _with_variants(own, _printed(other), frozenset())
