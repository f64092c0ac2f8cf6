"""Collecting (照会・回答): rounds in which bureaus are asked for actuals, by workbook and in the browser.

A program asks ``asks_for`` and sends ``answer``; the pages do the same.
"""

from monosashi.office.collecting.answering import Answered, answer, doubts_of_typed, drafts_of, drop_drafts, keep_draft
from monosashi.office.collecting.approving import SheetOutcome, approve
from monosashi.office.collecting.bulk import return_answers, set_closed
from monosashi.office.collecting.papers import Addressee, addressees, workbook_of, workbooks_of
from monosashi.office.collecting.records import round_csv
from monosashi.office.collecting.refusals import FaultyAnswers
from monosashi.office.collecting.reminding import Reminder, Standing, mail_offered, reminders, send_reminders, standings
from monosashi.office.collecting.rounds import (
    CandidateSheet,
    RoundChange,
    RoundOrder,
    candidates,
    change_round,
    open_round,
    plausible_year,
    readdress,
    set_open,
)
from monosashi.office.collecting.seeing import (
    ASK_STATES,
    AnswerGiven,
    AskLine,
    Filter,
    RoundLine,
    asks_for,
    chosen_of,
    history_of,
    round_line,
    rounds_for,
    sheets_of,
)
from monosashi.office.collecting.uploading import Plan, marked_workbook, plan, set_aside, take, upload, uploads_of
from monosashi.office.collecting.whom import organisations_to_ask
from monosashi.reading.rounds import Typed

__all__ = [
    "ASK_STATES",
    "Addressee",
    "AnswerGiven",
    "Answered",
    "AskLine",
    "CandidateSheet",
    "FaultyAnswers",
    "Filter",
    "Plan",
    "Reminder",
    "RoundChange",
    "RoundLine",
    "RoundOrder",
    "SheetOutcome",
    "Standing",
    "Typed",
    "addressees",
    "answer",
    "approve",
    "asks_for",
    "candidates",
    "change_round",
    "chosen_of",
    "doubts_of_typed",
    "drafts_of",
    "drop_drafts",
    "history_of",
    "keep_draft",
    "mail_offered",
    "marked_workbook",
    "open_round",
    "organisations_to_ask",
    "plan",
    "plausible_year",
    "readdress",
    "reminders",
    "return_answers",
    "round_csv",
    "round_line",
    "rounds_for",
    "send_reminders",
    "set_aside",
    "set_closed",
    "set_open",
    "sheets_of",
    "standings",
    "take",
    "upload",
    "uploads_of",
    "workbook_of",
    "workbooks_of",
]
