"""Printing: a sheet on the blank paper of its form, as boxes with rows and columns. Excel and HTML draw them."""

from monosashi.publishing.printing.layout import LaidOut, laid_out

__all__ = ["LaidOut", "laid_out"]
