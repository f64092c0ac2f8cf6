"""Projections: tables drawn from versions, for lists and searches. They can be dropped and rebuilt at any time.

``released``: whether a row is of the last released edition (shown to everyone) or of the head (shown to its own).
"""

from django.db import models

from monosashi.store.models.sheet import KeptSheet, Version


class Projection(models.Model):
    """A row about one version of a sheet."""

    sheet = models.ForeignKey(KeptSheet, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="+")
    released = models.BooleanField()

    class Meta:
        abstract = True


class SheetSummary(Projection):
    """A line of the list of sheets (``monosashi.office.sheet_records.SheetRecord``)."""

    record = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("sheet", "released"), name="one_summary"),)


class IndicatorRow(Projection):
    """A line of the table ``indicators``, with the measure's lasting id."""

    path = models.TextField()
    identity = models.CharField(max_length=40, db_index=True)
    number = models.CharField(max_length=40)
    name = models.TextField()
    record = models.JSONField()


class YearlyRow(Projection):
    """A line of the table ``yearly``."""

    number = models.CharField(max_length=40)
    nendo = models.PositiveIntegerField(null=True)
    record = models.JSONField()


class MoneyRow(Projection):
    """A line of the table ``money``."""

    record = models.JSONField()


class FindingRow(Projection):
    """A finding, without waivers."""

    code = models.CharField(max_length=60, db_index=True)
    severity = models.CharField(max_length=10)
    path = models.TextField(blank=True)
    record = models.JSONField()
