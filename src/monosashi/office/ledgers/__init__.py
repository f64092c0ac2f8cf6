"""Ledgers: the outside books imported, kept, read out, and a sheet laid beside them."""
