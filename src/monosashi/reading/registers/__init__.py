"""A register's workbook that came back: its rows wherever they were moved, and what of it cannot be taken."""

from monosashi.reading.registers.returned import NotOfRegister, read_register

__all__ = ["NotOfRegister", "read_register"]
