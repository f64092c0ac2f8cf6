"""Tokens for programs: only the sha256 of the secret is kept."""

from django.db import models

from monosashi.store.models.person import Person


class Token(models.Model):
    """A program's right to act as a person, within ``scopes`` (by blank: read, collect, write)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=150)
    sha256 = models.CharField(max_length=64, unique=True)
    scopes = models.CharField(max_length=100)
    made = models.DateTimeField()
    expires = models.DateTimeField()
    revoked = models.BooleanField(default=False)
    used = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made", "-id")
