"""A year on paper: from a published workbook to an erratum, in a browser, as officers walk it."""
