"""Intake: a document on its way from an upload to a first version."""

from django.db import models

from monosashi.store.models.document import KeptDocument, KeptReading
from monosashi.store.models.organisation import Organisation
from monosashi.store.models.person import Person
from monosashi.store.models.sheet import KeptSheet


class Intake(models.Model):
    """One sheet of an uploaded document, or one document that could not be read (``error_code``).

    ``state``: waiting, reading, failed, open (being worked on), accepted, set_aside.
    """

    document = models.ForeignKey(KeptDocument, on_delete=models.PROTECT, related_name="intakes")
    ordinal = models.PositiveIntegerField(default=1)
    reading = models.ForeignKey(KeptReading, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ministry = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    bureau = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    state = models.CharField(max_length=12, default="waiting")
    error = models.JSONField(null=True, blank=True)
    done = models.JSONField(default=list, blank=True)
    sheet = models.ForeignKey(KeptSheet, null=True, blank=True, on_delete=models.PROTECT, related_name="intakes")
    started = models.DateTimeField()

    class Meta:
        ordering = ("-started", "-id")
