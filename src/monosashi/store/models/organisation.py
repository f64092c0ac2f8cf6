"""Organisation: a ministry, its bureaus, their divisions."""

from django.db import models


class OrganisationKind(models.TextChoices):
    """The three levels: 省庁 > 局等 > 課室."""

    MINISTRY = "ministry"
    BUREAU = "bureau"
    DIVISION = "division"


class Organisation(models.Model):
    """An office of the state. ``address`` names it in addresses (soumu, soumu-kokusai); a ministry's is that of
    ``ministries.toml``."""

    address = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=10, choices=OrganisationKind)
    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    closed = models.BooleanField(default=False)

    class Meta:
        ordering = ("address",)

    def __str__(self) -> str:
        return self.name

    def above(self, kind: OrganisationKind) -> "Organisation | None":
        """The organisation of that level which this one belongs to, itself among them; None where it stands higher."""
        here: Organisation | None = self
        while here is not None and here.kind != kind:
            here = here.parent
        return here
