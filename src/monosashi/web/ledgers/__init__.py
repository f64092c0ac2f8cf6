"""Ledgers: the outside books that were imported, and what they say."""
