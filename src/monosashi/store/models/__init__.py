"""The tables, one module a subject."""

from monosashi.store.models.document import KeptDocument, KeptReading
from monosashi.store.models.draft import Draft
from monosashi.store.models.framework import Field, Lineage, Period, PolicyNode
from monosashi.store.models.intake import Intake
from monosashi.store.models.log import LogEntry, LogHead
from monosashi.store.models.mark import Comment, Proposal, Settled
from monosashi.store.models.organisation import Organisation, OrganisationKind
from monosashi.store.models.person import Person, Role
from monosashi.store.models.projection import FindingRow, IndicatorRow, MoneyRow, SheetSummary, YearlyRow
from monosashi.store.models.rounds import Answer, Ask, Round
from monosashi.store.models.sheet import KeptSheet, Release, SheetKind, SheetState, Version
from monosashi.store.models.token import Token

__all__ = [
    "Answer",
    "Ask",
    "Comment",
    "Draft",
    "Field",
    "FindingRow",
    "IndicatorRow",
    "Intake",
    "KeptDocument",
    "KeptReading",
    "KeptSheet",
    "Lineage",
    "LogEntry",
    "LogHead",
    "MoneyRow",
    "Organisation",
    "OrganisationKind",
    "Period",
    "Person",
    "PolicyNode",
    "Proposal",
    "Release",
    "Role",
    "Round",
    "Settled",
    "SheetKind",
    "SheetState",
    "SheetSummary",
    "Token",
    "Version",
    "YearlyRow",
]
