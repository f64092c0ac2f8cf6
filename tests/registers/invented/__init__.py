"""The invented records: what is wanted is what is derived, row by row as in the key."""
