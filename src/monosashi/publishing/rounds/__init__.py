"""Rounds (照会): the workbook that a bureau is sent, and the same workbook sent back with what is to be put right."""

from monosashi.publishing.rounds.marking import marked
from monosashi.publishing.rounds.workbook import round_workbook

__all__ = ["marked", "round_workbook"]
