"""Taking in: the first act of every office. Documents are kept, read, corrected and accepted as first versions."""
