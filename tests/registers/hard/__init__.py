"""The hard records: cases written by hand, and how a test reads them."""
