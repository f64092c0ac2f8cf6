"""Rounds (照会): which measures of which sheets are asked of whom, for which year, by when; and the answers."""

import uuid

from django.db import models

from monosashi.store.models.document import KeptDocument
from monosashi.store.models.organisation import Organisation
from monosashi.store.models.person import Person
from monosashi.store.models.sheet import KeptSheet, Version


def fresh_key() -> str:
    """A lasting random name, by which a round's workbooks know it in whichever installation they are opened."""
    return uuid.uuid4().hex


class Round(models.Model):
    """A round of collecting actuals. ``state``: open, closed. ``note``: words to those who answer."""

    ministry = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="rounds")
    name = models.CharField(max_length=200)
    nendo = models.PositiveIntegerField()
    deadline = models.DateField()
    state = models.CharField(max_length=10, default="open")
    opened = models.DateTimeField()
    key = models.CharField(max_length=32, unique=True, default=fresh_key)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("-opened", "-id")


class Ask(models.Model):
    """One measure asked of one bureau. ``identity``: the measure's lasting id. ``state``: asked, answered, returned,
    approved. ``ministry`` repeats the round's, for the policy of who may. ``number`` and ``name``: as the sheet printed
    them when it was asked, shown where the measure has gone since. ``remark``: why the last answer was returned."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="asks")
    sheet = models.ForeignKey(KeptSheet, on_delete=models.PROTECT, related_name="asks")
    identity = models.CharField(max_length=40)
    ministry = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    bureau = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    division = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="asked")
    closed = models.BooleanField(default=False)
    number = models.CharField(max_length=40, blank=True)
    name = models.TextField(blank=True)
    remark = models.TextField(blank=True)
    written = models.ForeignKey(Version, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("round", "sheet", "id")
        constraints = (models.UniqueConstraint(fields=("round", "sheet", "identity"), name="asked_once"),)


class Answer(models.Model):
    """An answer to an ask; the newest counts. ``status``: a ``monosashi.model.State``. ``was``: what the sheet said of the
    year when it was answered. ``source``: the workbook it came by."""

    ask = models.ForeignKey(Ask, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField(blank=True)
    status = models.CharField(max_length=20)
    year = models.PositiveIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    by_workbook = models.BooleanField(default=False)
    was = models.TextField(blank=True)
    source = models.ForeignKey(KeptDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=150)
    time = models.DateTimeField()

    class Meta:
        ordering = ("time", "id")


class AnswerDraft(models.Model):
    """What a person has typed for an ask and not sent: the texts by part. Not logged, seen by nobody else."""

    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="drafts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    texts = models.JSONField(default=dict)
    saved = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("ask", "person"), name="one_draft_an_ask"),)


class RoundUpload(models.Model):
    """A workbook that came back, with what was read from it (``monosashi.model.asked.ReturnedPaper`` as JSON). ``state``:
    open (shown to whoever sent it), taken, set_aside."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="uploads")
    bureau = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(KeptDocument, on_delete=models.PROTECT, related_name="+")
    content = models.TextField()
    state = models.CharField(max_length=10, default="open")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=150)
    time = models.DateTimeField()

    class Meta:
        ordering = ("-time", "-id")
