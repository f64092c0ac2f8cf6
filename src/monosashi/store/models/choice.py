"""Which lines of the state's budget a person said a policy's money comes from."""

from django.db import models

from monosashi.store.models.person import Person
from monosashi.store.models.sheet import KeptSheet


class SectionChoice(models.Model):
    """``codes``: ids of 項・事項 (account|所管|組織|項|事項), which outlive a new import; an empty list says that none fits. Never
    changed: one that was taken back, or that another took the place of, stays and says who did and when."""

    sheet = models.ForeignKey(KeptSheet, on_delete=models.PROTECT, related_name="section_choices")
    codes = models.JSONField(default=list)
    why = models.TextField(blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=200)
    time = models.DateTimeField()
    undone = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("id",)
