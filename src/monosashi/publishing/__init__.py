"""SHEET -> BYTES. Excel, HTML, JSON and the flat tables; one verb for each kind, `publish` in the office."""
