"""What a sheet says: every type that crosses a door. Nouns are frozen; what was printed stands beside what it means."""

from monosashi.model.asked import (
    AskedMeasure,
    AskedSheet,
    CellFault,
    PastValue,
    Reply,
    ReturnedLine,
    ReturnedPaper,
    RoundPaper,
)
from monosashi.model.budget import Budget, BudgetAmount, BudgetItem, BudgetRow, BudgetRowKind, BudgetSum
from monosashi.model.cabinet import CabinetLink
from monosashi.model.correction import Correction
from monosashi.model.date import PrintedDate, PrintedMonth, YearMonth
from monosashi.model.decision import Decisions, Override, Waiver
from monosashi.model.evaluation import CommonGrade, Evaluation, Told, common_grade
from monosashi.model.finding import Evidence, Finding, Severity
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
from monosashi.model.judgement import (
    Achievement,
    Basis,
    BasisSetting,
    Citation,
    Footing,
    GoalShape,
    Input,
    InputRole,
    Judgement,
    Mark,
    Movement,
    RuleUsed,
    Scenario,
    Step,
    Terms,
    Threshold,
    ThresholdSetting,
)
from monosashi.model.mark import Number
from monosashi.model.measuring.way import Way
from monosashi.model.message import Message
from monosashi.model.money import Account, MoneyCell, MoneyLine, Stage
from monosashi.model.nendo import Nendo, PrintedNendo, YearKind
from monosashi.model.note import Note
from monosashi.model.noun import Noun, Printed
from monosashi.model.pathway import Lag, Pairing, Pathway, PathwayBasis, PathwayPoint, PathwaySeries, PathwaySource
from monosashi.model.place import Place
from monosashi.model.policy import Identifier, Policy, Statement, StatementRole, Title
from monosashi.model.programme import Programme, ProgrammeName, Related
from monosashi.model.quantity import Amount, Comparator, Part, Quantity, Ratio, Value
from monosashi.model.rationale import Rationale, Reference
from monosashi.model.reading import Cell, Coverage, Document, Guess, Reading
from monosashi.model.sheet import Label, Sheet, same
from monosashi.model.tolerances import Tolerances
from monosashi.model.trace import Trace, TraceEntry

__all__ = [
    "Account",
    "Achievement",
    "Actual",
    "Amount",
    "AskedMeasure",
    "AskedSheet",
    "Baseline",
    "Basis",
    "BasisSetting",
    "Budget",
    "BudgetAmount",
    "BudgetItem",
    "BudgetRow",
    "BudgetRowKind",
    "BudgetSum",
    "CabinetLink",
    "Cell",
    "CellFault",
    "Citation",
    "CommonGrade",
    "Comparator",
    "Correction",
    "Coverage",
    "Decisions",
    "Document",
    "Evaluation",
    "Evidence",
    "Finding",
    "Footing",
    "Goal",
    "GoalShape",
    "Guess",
    "Identifier",
    "Indicator",
    "Input",
    "InputRole",
    "Judged",
    "Judgement",
    "Kind",
    "Label",
    "Lag",
    "Lever",
    "Mark",
    "Measure",
    "MeasureName",
    "Message",
    "MoneyCell",
    "MoneyLine",
    "Movement",
    "Nendo",
    "Note",
    "Noun",
    "Number",
    "Override",
    "Pairing",
    "Part",
    "PastValue",
    "Pathway",
    "PathwayBasis",
    "PathwayPoint",
    "PathwaySeries",
    "PathwaySource",
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
    "Reply",
    "ReturnedLine",
    "ReturnedPaper",
    "RoundPaper",
    "RuleUsed",
    "Scenario",
    "Severity",
    "Sheet",
    "Stage",
    "State",
    "Statement",
    "StatementRole",
    "Step",
    "Target",
    "Terms",
    "Threshold",
    "ThresholdSetting",
    "Title",
    "Told",
    "Tolerances",
    "Trace",
    "TraceEntry",
    "Value",
    "Waiver",
    "Way",
    "YearKind",
    "YearMonth",
    "YearTarget",
    "common_grade",
    "same",
]
