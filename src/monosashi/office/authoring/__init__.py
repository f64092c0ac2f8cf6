"""Authoring: writing sheets part by part. Texts and rows change here without a database; what is saved goes by keeping."""

from monosashi.office.authoring.editing import NoSuchPlace, edit, edits_between, text_at
from monosashi.office.authoring.merging import Collision, Merged, merge

__all__ = ["Collision", "Merged", "NoSuchPlace", "edit", "edits_between", "merge", "text_at"]
