"""Paper: what a document shows, whatever kind of file it came from; every reader of a kind of file gives one."""

from dataclasses import dataclass

from monosashi.model import Finding
from monosashi.reading.grid import Grid


@dataclass(frozen=True)
class Paper:
    """The cells of a document on one grid, the rows where its worksheets begin, and what could not be read as printed.

    Pages of a PDF and worksheets of a book are laid one below the other. A PDF or a Word file, whose pages follow one
    another without a seam, begins once, in row 1. Where a value was read by likeness of shape (a scan), a finding says so.
    """

    grid: Grid
    starts: tuple[int, ...] = (1,)
    findings: tuple[Finding, ...] = ()
