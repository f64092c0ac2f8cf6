"""Person: who works here, in which role, for which organisation. One account has one role.

Beside it: how often somebody tried a key in vain (``Tries``), and what the processes that answer remember together for a
few minutes (``Remembered``), such as a code that was just used and must not be used again.
"""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from monosashi.store.models.organisation import Organisation
from monosashi.store.signature import Signature, signed


class Role(models.TextChoices):
    """What a person does here. ``PUBLIC`` is who has not signed in."""

    SYSADMIN = "sysadmin"
    OFFICE = "office"
    BUREAU = "bureau"
    DIVISION = "division"
    COUNCIL = "council"
    AUDITOR = "auditor"
    PUBLIC = "public"


class People(BaseUserManager["Person"]):
    """Makes accounts."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "Person":
        """A new account; without a password nobody can sign in by password."""
        person = self.model(username=self.model.normalize_username(username), **fields)
        person.set_password(password)
        person.full_clean(exclude=["password"])
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """An account. ``organisation``: the ministry, bureau or division it works for; None for the keeper of the system.

    ``given_until``: until when a password that another person gave may be used to sign in, to be changed at once; None
    where the password is the person's own. ``ended``: how often all sessions were ended.
    """

    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=150)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=10, choices=Role)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    is_active = models.BooleanField(default=True)
    joined = models.DateTimeField(auto_now_add=True)
    given_until = models.DateTimeField(null=True, blank=True)
    ended = models.PositiveIntegerField(default=0)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "role"]

    class Meta:
        ordering = ("username",)

    def __str__(self) -> str:
        return self.name

    @property
    def signed(self) -> Signature:
        """How the log names the person."""
        return signed(self.name, self.username)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must repeat to go on. Django's own is of the password alone; here whatever decides what the
        person may do ends every session at once when it changes."""
        standing = (self.password, str(self.role), self.organisation_id, self.is_active, self.ended)
        return salted_hmac("monosashi.session", repr(standing), secret=secret, algorithm="sha256").hexdigest()


class Tries(models.Model):
    """How often one key (a user name, an address) was tried in vain since a moment, and until when it is not heard."""

    key = models.CharField(max_length=100, unique=True)
    count = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("key",)


class Remembered(models.Model):
    """A row of Django's cache in the database, which every process that answers shares. The columns' names are Django's
    (``django.core.cache.backends.db``)."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "store_remembered"
