"""KeptSheet: one 事前分析表 or 評価書 of a policy and year, its versions, and its editions released to the public.

Versions are append-only. ``content`` is canonical JSON (see ``monosashi.store.canonical``) of
``{"identities": {path of measure: id}, "sheet": ...}``; ``sha256`` is of its UTF-8 bytes.
"""

from django.db import models

from monosashi.store.models.document import KeptReading
from monosashi.store.models.framework import PolicyNode
from monosashi.store.models.organisation import Organisation
from monosashi.store.models.person import Person
from monosashi.store.signature import LONGEST


class SheetKind(models.TextChoices):
    """PLAN: 事前分析表, with each year's measuring in it; EVALUATION: 評価書."""

    PLAN = "plan"
    EVALUATION = "evaluation"


class SheetState(models.TextChoices):
    """Where a sheet stands on its way to the public: 作成中, 局確認済, 評価担当確認済, 承認済, 公表済."""

    DRAFT = "draft"
    BUREAU_CHECKED = "bureau_checked"
    OFFICE_CHECKED = "office_checked"
    APPROVED = "approved"
    RELEASED = "released"


class KeptSheet(models.Model):
    """``slug`` names it in working addresses (soumu-R3-14), ministry, year, number and kind in public ones."""

    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=10, choices=SheetKind, default=SheetKind.PLAN)
    ministry = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    bureau = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    division = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    nendo = models.PositiveIntegerField()
    number = models.CharField(max_length=40)
    policy = models.ForeignKey(PolicyNode, null=True, blank=True, on_delete=models.PROTECT, related_name="sheets")
    state = models.CharField(max_length=20, choices=SheetState, default=SheetState.DRAFT)
    shown_to_council = models.BooleanField(default=False)
    head = models.ForeignKey("Version", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created = models.DateTimeField()

    class Meta:
        ordering = ("slug",)
        constraints = (
            models.UniqueConstraint(fields=("ministry", "nendo", "number", "kind"), name="one_sheet_a_year"),
        )

    def __str__(self) -> str:
        return self.slug

    @property
    def newest(self) -> "Version":
        """The head; a sheet begins with a version, so that it always has one. Raises ``Version.DoesNotExist`` for a row
        that something else has made."""
        if self.head is None:
            raise Version.DoesNotExist(self.slug)
        return self.head

    @property
    def answerable(self) -> Organisation:
        """The organisation that answers for the sheet: the lowest that is named."""
        return self.division or self.bureau or self.ministry


class Version(models.Model):
    """What a sheet said from one moment on. ``source``: the reading it was accepted from, which tells places on paper.
    ``reason_code``: one of ``monosashi.office.keeping.reasons``. ``author_name``: as the log's entry names the author
    (``monosashi.store.signature``)."""

    sheet = models.ForeignKey(KeptSheet, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    author_name = models.CharField(max_length=LONGEST)
    time = models.DateTimeField()
    reason_code = models.CharField(max_length=40)
    reason = models.TextField(blank=True)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    source = models.ForeignKey(KeptReading, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("sheet", "number")
        constraints = (models.UniqueConstraint(fields=("sheet", "number"), name="one_version_a_number"),)


class Release(models.Model):
    """An edition shown to the public, for good: the first is v1; an erratum is the next, with its reason."""

    sheet = models.ForeignKey(KeptSheet, on_delete=models.PROTECT, related_name="releases")
    edition = models.PositiveIntegerField()
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="releases")
    erratum = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    person_name = models.CharField(max_length=150)
    time = models.DateTimeField()

    class Meta:
        ordering = ("sheet", "edition")
        constraints = (models.UniqueConstraint(fields=("sheet", "edition"), name="one_release_an_edition"),)


class ReviewStep(models.Model):
    """A step of a sheet on its way to the public: who took which (``verb``), about which version, and whether it was taken
    back since (``undone``). Steps are never removed. ``reason``: of a return, or a word to the next."""

    sheet = models.ForeignKey(KeptSheet, on_delete=models.PROTECT, related_name="steps")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="steps")
    verb = models.CharField(max_length=20)
    was = models.CharField(max_length=20, choices=SheetState)
    now = models.CharField(max_length=20, choices=SheetState)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=150)
    reason = models.TextField(blank=True)
    time = models.DateTimeField()
    undone = models.BooleanField(default=False)

    class Meta:
        ordering = ("time", "id")
