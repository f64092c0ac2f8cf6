"""Taking documents in: upload, work list, corrections, acceptance."""
