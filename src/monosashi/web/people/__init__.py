"""Accounts, organisations and programs' tokens."""
