"""Registers (台帳) as workbooks: a row a record, empty rows for new ones; and the same workbook sent back with its faults."""

from monosashi.publishing.registers.workbook import register_workbook
from monosashi.publishing.rounds.marking import marked

__all__ = ["marked", "register_workbook"]
