"""Documents by sha256, in the database itself, so that a backup, a transaction and a second server hold them all; and what was read from them."""

from django.db import models


class KeptDocument(models.Model):
    """An original, byte for byte. Never changed, never deleted."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    name = models.TextField()
    media_type = models.CharField(max_length=200, blank=True)
    size = models.PositiveBigIntegerField()
    data = models.BinaryField()
    added = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class KeptReading(models.Model):
    """One sheet read from a document: ``content`` is the JSON of ``monosashi.model.Reading``, corrections included.
    A new reading of the same sheet is a new row; ``reader`` tells the program's version that read it."""

    document = models.ForeignKey(KeptDocument, on_delete=models.PROTECT, related_name="readings")
    ordinal = models.PositiveIntegerField(default=1)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    reader = models.CharField(max_length=40)
    made = models.DateTimeField()

    class Meta:
        ordering = ("id",)
