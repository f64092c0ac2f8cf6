"""Intake: a document on its way from an upload to a first version, with what people corrected in it."""

from django.db import models

from monosashi.store.models.document import KeptDocument, KeptReading
from monosashi.store.models.organisation import Organisation
from monosashi.store.models.person import Person
from monosashi.store.models.sheet import KeptSheet


class Intake(models.Model):
    """One sheet of an uploaded document, or one document that could not be read (``error``).

    ``state``: waiting, reading, failed, open (being worked on), accepted, set_aside. ``document`` is None for a file that
    was too big to keep. ``form``: the id of the form a person chose to read it by. ``claimed``: when a reading of it was
    begun, ``tries``: how many were. ``error``: code and sentences of the last reading that failed. ``done``: keys of the
    items of work that were confirmed, ``left``: how many are not.
    """

    document = models.ForeignKey(KeptDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="intakes")
    ordinal = models.PositiveIntegerField(default=1)
    reading = models.ForeignKey(KeptReading, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ministry = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    bureau = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    form = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=12, default="waiting", db_index=True)
    claimed = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.JSONField(null=True, blank=True)
    done = models.JSONField(default=list, blank=True)
    left = models.PositiveIntegerField(null=True, blank=True)
    sheet = models.ForeignKey(KeptSheet, null=True, blank=True, on_delete=models.PROTECT, related_name="intakes")
    started = models.DateTimeField()

    class Meta:
        ordering = ("-started", "-id")


class IntakeCorrection(models.Model):
    """A correction laid over an intake's reading (``monosashi.model.Correction``). Never changed: one that was taken back
    stays, and says who did (``undone_by``, by name) and when."""

    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="corrections")
    at = models.TextField()
    was = models.TextField(blank=True)
    now = models.TextField(blank=True)
    why = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=150)
    time = models.DateTimeField()
    undone = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("id",)
