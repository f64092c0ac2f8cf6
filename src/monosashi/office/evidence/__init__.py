"""Evidence (数字の根拠): from a printed number to the records it was counted from, and from a record to its numbers."""
