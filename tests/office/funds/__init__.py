"""Funds in the office."""
