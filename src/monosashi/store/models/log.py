"""The log of an installation: every act, chained by hash (see ``monosashi.store.log``)."""

from django.db import models

from monosashi.store.signature import LONGEST


class LogEntry(models.Model):
    """One act. ``record`` is the canonical JSON that was hashed; the other columns repeat what it says, for searching."""

    number = models.PositiveBigIntegerField(primary_key=True)
    time = models.DateTimeField(db_index=True)
    person = models.CharField(max_length=LONGEST, db_index=True)
    verb = models.CharField(max_length=40, db_index=True)
    object = models.CharField(max_length=200, db_index=True)
    ministry = models.CharField(max_length=80, blank=True, db_index=True)
    bureau = models.CharField(max_length=80, blank=True)
    record = models.TextField()
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)


class LogHead(models.Model):
    """The last entry's number and hash, in one row that every writer locks, so that entries never fork."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)
