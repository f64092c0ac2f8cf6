"""Outside books: what was imported of the review sheets, the RS system, the budget and its settlement; and what people and
matching said of it.

The books are public, and can be imported again from their files at any time: ``LedgerSource``, ``LedgerFault``,
``KeptProject`` and ``KeptAppropriation`` hold nothing else. What a person chose (``ProgrammeChoice``) names a project by the
book's own words, not by a row, so that it outlives a new import.
"""

from django.db import models

from monosashi.store.models.person import Person
from monosashi.store.models.sheet import KeptSheet


class LedgerSource(models.Model):
    """One file of a book (or the files that make one together), by the digest of what is in it.

    ``kind``: which reader took it (review-sheets, rs-csv, rs-details, settlement). ``edition``: the year most of it is of.
    ``position``: how many of the reader's items (lines and faults) are in; a run that was ended goes on there, if the
    reader is the same. ``done``: when it was all in, None before. ``projects`` and ``appropriations``: lines taken;
    ``unchanged``: of them, those that an earlier file had just so; ``replaced``: those it had otherwise.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=20)
    book = models.CharField(max_length=20)
    edition = models.PositiveIntegerField(null=True)
    name = models.TextField()
    size = models.PositiveBigIntegerField(default=0)
    reader = models.CharField(max_length=40)
    position = models.PositiveIntegerField(default=0)
    projects = models.PositiveIntegerField(default=0)
    appropriations = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    replaced = models.PositiveIntegerField(default=0)
    faults = models.PositiveIntegerField(default=0)
    by = models.CharField(max_length=200, blank=True)
    started = models.DateTimeField()
    done = models.DateTimeField(null=True)

    class Meta:
        ordering = ("book", "edition", "name", "id")


class LedgerFault(models.Model):
    """A line of a book that was not taken, or not wholly, and why (``monosashi.model.BookFault``)."""

    source = models.ForeignKey(LedgerSource, on_delete=models.CASCADE, related_name="fault_rows")
    file = models.TextField()
    line = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    ja = models.TextField()
    en = models.TextField()

    class Meta:
        ordering = ("id",)


class KeptProject(models.Model):
    """A project as one edition of a book tells it. ``content``: the JSON of ``monosashi.model.Project`` without its place and
    without what is empty, compressed (zlib); ``digest``: its sha256 before that. ``name_key``: the name, folded for comparing.
    ``rank``: how much its file tells; a line of a lower rank never replaces one of a higher."""

    source = models.ForeignKey(LedgerSource, on_delete=models.CASCADE, related_name="+")
    book = models.CharField(max_length=20)
    edition = models.PositiveIntegerField()
    code = models.CharField(max_length=200)
    number = models.CharField(max_length=100)
    name = models.TextField()
    name_key = models.TextField()
    ministry = models.CharField(max_length=200)
    start = models.IntegerField(null=True)
    file = models.TextField()
    line = models.PositiveIntegerField()
    url = models.TextField(blank=True)
    rank = models.PositiveSmallIntegerField(default=1)
    digest = models.CharField(max_length=64)
    content = models.BinaryField()

    class Meta:
        ordering = ("book", "edition", "id")
        constraints = (models.UniqueConstraint(fields=("book", "edition", "code"), name="one_project_an_edition"),)
        indexes = (models.Index(fields=("book", "edition", "ministry"), name="project_of_ministry"),)


class KeptAppropriation(models.Model):
    """A line of the state's budget or settlement (``monosashi.model.Appropriation``). ``ministries``: those of a joint account
    each between 、 (、内閣府、厚生労働省、); ``digest``: of what identifies the line (year, document, account, 項, 事項);
    ``content``: its JSON without its place."""

    source = models.ForeignKey(LedgerSource, on_delete=models.CASCADE, related_name="+")
    nendo = models.PositiveIntegerField(db_index=True)
    ministries = models.TextField()
    file = models.TextField()
    line = models.PositiveIntegerField()
    url = models.TextField(blank=True)
    digest = models.CharField(max_length=64, unique=True)
    content = models.TextField()

    class Meta:
        ordering = ("nendo", "id")


class ProjectLink(models.Model):
    """Two editions' lines that are the same project: ``before`` in the earlier one, ``after`` in the later. ``kind``: a
    ``monosashi.model.identity.LinkKind`` (of a split or merger each part has a row); ``score``: 0 to 1,
    ``certainty``: a ``monosashi.model.Certainty``; ``reasons``: messages in both languages. Drawn anew after an import."""

    before = models.ForeignKey(KeptProject, on_delete=models.CASCADE, related_name="afters")
    after = models.ForeignKey(KeptProject, on_delete=models.CASCADE, related_name="befores")
    kind = models.CharField(max_length=12, default="continued")
    score = models.DecimalField(max_digits=5, decimal_places=4)
    certainty = models.CharField(max_length=12)
    reasons = models.JSONField(default=list)

    class Meta:
        ordering = ("before", "after")
        constraints = (models.UniqueConstraint(fields=("before", "after"), name="one_link_two_projects"),)


class ProgrammeChoice(models.Model):
    """Which project a person said a programme of a sheet is. ``programme``: its name as printed, ``number``: as printed,
    ``path``: where it stood; ``code``: the project's id in that edition, empty for none of them. Never changed: one that was
    taken back stays, and says who did and when."""

    sheet = models.ForeignKey(KeptSheet, on_delete=models.PROTECT, related_name="programme_choices")
    path = models.TextField()
    number = models.CharField(max_length=40, blank=True)
    programme = models.TextField()
    book = models.CharField(max_length=20)
    edition = models.PositiveIntegerField()
    code = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=200)
    time = models.DateTimeField()
    undone = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("id",)
