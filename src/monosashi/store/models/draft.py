"""Draft: what a person has typed and not saved, kept from keystroke to keystroke. Not logged, seen by nobody else."""

from django.db import models

from monosashi.store.models.person import Person
from monosashi.store.models.sheet import KeptSheet, Version


class Draft(models.Model):
    """``edits``: ``{path: text}`` against ``base``."""

    sheet = models.ForeignKey(KeptSheet, on_delete=models.CASCADE, related_name="drafts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="drafts")
    base = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    edits = models.JSONField(default=dict)
    saved = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("sheet", "person"), name="one_draft_a_person"),)
