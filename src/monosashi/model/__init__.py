"""What a sheet says: every type that crosses a door. Nouns are frozen; what was printed stands beside what it means."""

from monosashi.model.budget import Budget, BudgetAmount, BudgetItem, BudgetRow, BudgetRowKind, BudgetSum
from monosashi.model.cabinet import CabinetLink
from monosashi.model.date import PrintedDate, PrintedMonth, YearMonth
from monosashi.model.finding import Evidence, Finding, Message, Severity
from monosashi.model.goal import Goal, Lever
from monosashi.model.indicator import (
    Actual,
    Baseline,
    Indicator,
    Judged,
    Kind,
    Measure,
    MeasureName,
    State,
    Target,
    YearTarget,
)
from monosashi.model.mark import Number
from monosashi.model.money import Account, MoneyCell, MoneyLine, Stage
from monosashi.model.nendo import Nendo, PrintedNendo, YearKind
from monosashi.model.note import Note
from monosashi.model.noun import Noun, Printed
from monosashi.model.place import Place
from monosashi.model.policy import Identifier, Policy, Statement, StatementRole, Title
from monosashi.model.programme import Programme, ProgrammeName, Related
from monosashi.model.quantity import Amount, Comparator, Part, Quantity, Ratio, Value
from monosashi.model.rationale import Rationale, Reference
from monosashi.model.reading import Cell, Coverage, Document, Guess, Reading
from monosashi.model.sheet import Label, Sheet, same
from monosashi.model.trace import Trace, TraceEntry

__all__ = [
    "Account",
    "Actual",
    "Amount",
    "Baseline",
    "Budget",
    "BudgetAmount",
    "BudgetItem",
    "BudgetRow",
    "BudgetRowKind",
    "BudgetSum",
    "CabinetLink",
    "Cell",
    "Comparator",
    "Coverage",
    "Document",
    "Evidence",
    "Finding",
    "Goal",
    "Guess",
    "Identifier",
    "Indicator",
    "Judged",
    "Kind",
    "Label",
    "Lever",
    "Measure",
    "MeasureName",
    "Message",
    "MoneyCell",
    "MoneyLine",
    "Nendo",
    "Note",
    "Noun",
    "Number",
    "Part",
    "Place",
    "Policy",
    "Printed",
    "PrintedDate",
    "PrintedMonth",
    "PrintedNendo",
    "Programme",
    "ProgrammeName",
    "Quantity",
    "Ratio",
    "Rationale",
    "Reading",
    "Reference",
    "Related",
    "Severity",
    "Sheet",
    "Stage",
    "State",
    "Statement",
    "StatementRole",
    "Target",
    "Title",
    "Trace",
    "TraceEntry",
    "Value",
    "YearKind",
    "YearMonth",
    "YearTarget",
    "same",
]
