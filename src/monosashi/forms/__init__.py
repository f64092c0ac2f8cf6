"""The blank paper: labels, columns, marks and print layout of each ministry's form, as dated data."""

from monosashi.forms.form import (
    ColumnSpec,
    Form,
    Layout,
    Over,
    PartKind,
    PrintedPart,
    StatementSpec,
    TableSpec,
    Wording,
    label_key,
)
from monosashi.forms.loader import UNKNOWN, default_form, form, forms, general, load_form
from monosashi.forms.widening import widened
from monosashi.forms.words import IndicatorWords, indicator_words

__all__ = [
    "UNKNOWN",
    "ColumnSpec",
    "Form",
    "IndicatorWords",
    "Layout",
    "Over",
    "PartKind",
    "PrintedPart",
    "StatementSpec",
    "TableSpec",
    "Wording",
    "default_form",
    "form",
    "forms",
    "general",
    "indicator_words",
    "label_key",
    "load_form",
    "widened",
]
