"""The log, health, and what the keeper of the system needs."""
