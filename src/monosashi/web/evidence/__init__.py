"""The pages of evidence: from a printed number to its records, and back from a record to its numbers."""
