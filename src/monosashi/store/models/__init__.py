"""The tables, one module a subject."""

from monosashi.store.models.choice import SectionChoice
from monosashi.store.models.document import KeptDocument, KeptReading
from monosashi.store.models.draft import Draft
from monosashi.store.models.framework import DueDay, Field, Lineage, Period, PolicyNode
from monosashi.store.models.intake import Intake, IntakeCorrection
from monosashi.store.models.ledger import (
    KeptAppropriation,
    KeptProject,
    LedgerFault,
    LedgerSource,
    ProgrammeChoice,
    ProjectLink,
)
from monosashi.store.models.log import LogEntry, LogHead
from monosashi.store.models.mark import Comment, Proposal, Settled
from monosashi.store.models.organisation import Organisation, OrganisationKind
from monosashi.store.models.person import Person, Remembered, Role, Tries
from monosashi.store.models.projection import FindingRow, IndicatorRow, MoneyRow, SheetSummary, YearlyRow
from monosashi.store.models.register import (
    DefinitionKind,
    DefinitionVersion,
    KeptDefinition,
    KeptRecord,
    RecordFile,
    RecordRow,
    RecordUpload,
    RecordVersion,
)
from monosashi.store.models.rounds import Answer, AnswerDraft, Ask, Round, RoundUpload
from monosashi.store.models.sheet import KeptSheet, Release, ReviewStep, SheetKind, SheetState, Version
from monosashi.store.models.token import Token

__all__ = [
    "Answer",
    "AnswerDraft",
    "Ask",
    "Comment",
    "DefinitionKind",
    "DefinitionVersion",
    "Draft",
    "DueDay",
    "Field",
    "FindingRow",
    "IndicatorRow",
    "Intake",
    "IntakeCorrection",
    "KeptAppropriation",
    "KeptDefinition",
    "KeptDocument",
    "KeptProject",
    "KeptReading",
    "KeptRecord",
    "KeptSheet",
    "LedgerFault",
    "LedgerSource",
    "Lineage",
    "LogEntry",
    "LogHead",
    "MoneyRow",
    "Organisation",
    "OrganisationKind",
    "Period",
    "Person",
    "PolicyNode",
    "ProgrammeChoice",
    "ProjectLink",
    "Proposal",
    "RecordFile",
    "RecordRow",
    "RecordUpload",
    "RecordVersion",
    "Release",
    "Remembered",
    "ReviewStep",
    "Role",
    "Round",
    "RoundUpload",
    "SectionChoice",
    "Settled",
    "SheetKind",
    "SheetState",
    "SheetSummary",
    "Token",
    "Tries",
    "Version",
    "YearlyRow",
]
