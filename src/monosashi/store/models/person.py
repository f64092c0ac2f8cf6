"""Person: who works here, in which role, for which organisation. One account has one role."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from monosashi.store.models.organisation import Organisation


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
    """An account. ``organisation``: the ministry, bureau or division it works for; None for the keeper of the system."""

    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=150)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=10, choices=Role)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    is_active = models.BooleanField(default=True)
    joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "role"]

    class Meta:
        ordering = ("username",)

    def __str__(self) -> str:
        return self.name
