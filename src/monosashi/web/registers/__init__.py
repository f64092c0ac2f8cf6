"""Registers: what was done, entered, listed, edited and proved."""
