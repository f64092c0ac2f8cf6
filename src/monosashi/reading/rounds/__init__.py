"""Rounds (照会): a bureau's workbook that came back -> what it answers, and what is wrong with it, cell by cell."""

from monosashi.reading.rounds.reply import Typed, replied
from monosashi.reading.rounds.returned import NotOfRound, read_round

__all__ = ["NotOfRound", "Typed", "read_round", "replied"]
