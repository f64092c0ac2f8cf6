"""The blank paper: labels, columns, marks and print layout of each ministry's form, as dated data."""

from monosashi.forms.form import ColumnSpec, Form, StatementSpec, TableSpec, Wording, label_key
from monosashi.forms.loader import form, forms, load_form

__all__ = ["ColumnSpec", "Form", "StatementSpec", "TableSpec", "Wording", "form", "forms", "label_key", "load_form"]
