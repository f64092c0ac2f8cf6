"""Variations: ruled tables like those of government forms, with known truth, printed to PDF in many ways."""
