"""Rounds (照会): which measures of which sheets are asked of whom, for which year, by when; and the answers."""

from django.db import models

from monosashi.store.models.organisation import Organisation
from monosashi.store.models.person import Person
from monosashi.store.models.sheet import KeptSheet


class Round(models.Model):
    """A round of collecting actuals. ``state``: open, closed."""

    ministry = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="rounds")
    name = models.CharField(max_length=200)
    nendo = models.PositiveIntegerField()
    deadline = models.DateField()
    state = models.CharField(max_length=10, default="open")
    opened = models.DateTimeField()

    class Meta:
        ordering = ("-opened", "-id")


class Ask(models.Model):
    """One measure asked of one bureau. ``identity``: the measure's lasting id. ``state``: asked, answered, returned,
    approved."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="asks")
    sheet = models.ForeignKey(KeptSheet, on_delete=models.PROTECT, related_name="asks")
    identity = models.CharField(max_length=40)
    bureau = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    division = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="asked")
    closed = models.BooleanField(default=False)

    class Meta:
        ordering = ("round", "sheet", "id")
        constraints = (models.UniqueConstraint(fields=("round", "sheet", "identity"), name="asked_once"),)


class Answer(models.Model):
    """An answer to an ask; the newest counts. ``status``: a ``monosashi.model.State``."""

    ask = models.ForeignKey(Ask, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField(blank=True)
    status = models.CharField(max_length=20)
    year = models.PositiveIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    by_workbook = models.BooleanField(default=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=150)
    time = models.DateTimeField()

    class Meta:
        ordering = ("time", "id")
