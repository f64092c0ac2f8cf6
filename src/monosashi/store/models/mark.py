"""Marks: what people put beside a value without changing it."""

from django.db import models

from monosashi.store.models.person import Person
from monosashi.store.models.sheet import KeptSheet, Version


class Comment(models.Model):
    """A remark on a value (``path``) or on the whole sheet (empty path); answers stand under it. Never edited; withdrawn
    it stays, without its text on pages. ``for_council``: whether council members see it; ``must_resolve``: whether it has to
    be resolved before the sheet is released."""

    sheet = models.ForeignKey(KeptSheet, on_delete=models.PROTECT, related_name="comments")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    path = models.TextField(blank=True)
    answers = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=150)
    text = models.TextField()
    time = models.DateTimeField()
    for_council = models.BooleanField(default=False)
    must_resolve = models.BooleanField(default=False)
    resolved = models.BooleanField(default=False)
    resolved_by = models.CharField(max_length=150, blank=True)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering = ("time", "id")


class Proposal(models.Model):
    """Another text for a value, beside others, until one is taken. ``state``: open, taken, declined, withdrawn.
    ``reason_code``: of a target, baseline or definition, the kind of reason for changing it; else empty."""

    sheet = models.ForeignKey(KeptSheet, on_delete=models.PROTECT, related_name="proposals")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    path = models.TextField()
    was = models.TextField()
    text = models.TextField()
    reason_code = models.CharField(max_length=40, blank=True, default="")
    why = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=150)
    time = models.DateTimeField()
    state = models.CharField(max_length=10, default="open")
    settled_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("time", "id")


class Settled(models.Model):
    """A decision a person answers for: a finding waived, or a grade overridden (``monosashi.model.decision``)."""

    sheet = models.ForeignKey(KeptSheet, on_delete=models.PROTECT, related_name="settled")
    kind = models.CharField(max_length=10)
    path = models.TextField(blank=True)
    code = models.CharField(max_length=60)
    person_name = models.CharField(max_length=150)
    why = models.TextField()
    time = models.DateTimeField()
    lifted = models.BooleanField(default=False)
    lifted_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("time", "id")
