"""Keeping: documents, readings, sheet versions, marks and the log, append-only; projections that can be dropped and rebuilt.

A Django app on SQLite or PostgreSQL. It keeps and gives back; who may do what, and what an act means, is the office's.
"""
