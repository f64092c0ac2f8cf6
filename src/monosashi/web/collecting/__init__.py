"""Rounds: asking bureaus for actuals, by workbook and in the browser."""
