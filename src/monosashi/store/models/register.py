"""Registers and what is entered in them: definitions and records, each with its versions; files that prove a record; and
workbooks and files of records that were sent in.

Versions are append-only. A definition's ``content`` is canonical JSON of a ``monosashi.model.Register`` or
``CountingRule``; a record's of a ``monosashi.model.Record``; ``sha256`` is of its UTF-8 bytes.
"""

from django.db import models

from monosashi.store.models.document import KeptDocument
from monosashi.store.models.organisation import Organisation
from monosashi.store.models.person import Person
from monosashi.store.signature import LONGEST


class DefinitionKind(models.TextChoices):
    """What a definition defines: a register (台帳), or a counting rule (算定の規則)."""

    REGISTER = "register"
    RULE = "rule"


class KeptDefinition(models.Model):
    """A register or a counting rule that an office defined for its ministry. ``bureau``: whose it is, where it is a
    bureau's own."""

    kind = models.CharField(max_length=10, choices=DefinitionKind)
    code = models.SlugField(max_length=80)
    ministry = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    bureau = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    head = models.ForeignKey("DefinitionVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created = models.DateTimeField()

    class Meta:
        ordering = ("ministry", "kind", "code")
        constraints = (models.UniqueConstraint(fields=("ministry", "kind", "code"), name="one_definition_a_code"),)

    def __str__(self) -> str:
        return self.code


class DefinitionVersion(models.Model):
    """What a definition said from one moment on. ``written``: the TOML it was sent as; empty where it was made by the
    form."""

    definition = models.ForeignKey(KeptDefinition, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    author_name = models.CharField(max_length=LONGEST)
    time = models.DateTimeField()
    reason = models.TextField(blank=True)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    written = models.TextField(blank=True)

    class Meta:
        ordering = ("definition", "number")
        constraints = (models.UniqueConstraint(fields=("definition", "number"), name="one_definition_a_number"),)


class KeptRecord(models.Model):
    """A record of a register (``register``: its code). ``code`` is its lasting id (K-2018-0007), never given twice in a
    ministry's register."""

    register = models.SlugField(max_length=80)
    code = models.CharField(max_length=80)
    ministry = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    bureau = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    division = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    head = models.ForeignKey("RecordVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created = models.DateTimeField()

    class Meta:
        ordering = ("ministry", "register", "code")
        constraints = (models.UniqueConstraint(fields=("ministry", "register", "code"), name="one_record_a_code"),)

    def __str__(self) -> str:
        return self.address

    @property
    def address(self) -> str:
        """How the log, a count or a finding names it: consultations/K-2018-0007."""
        return f"{self.register}/{self.code}"

    @property
    def newest(self) -> "RecordVersion":
        """The head; a record begins with a version, so that it always has one. Raises ``RecordVersion.DoesNotExist`` for
        a row that something else has made."""
        if self.head is None:
            raise RecordVersion.DoesNotExist(self.address)
        return self.head

    @property
    def answerable(self) -> Organisation:
        """The organisation that answers for the record: the lowest that is named."""
        return self.division or self.bureau or self.ministry


class RecordVersion(models.Model):
    """What a record said from one moment on. ``act``: what was done: add, edit, cancel, reinstate, attach, undo."""

    record = models.ForeignKey(KeptRecord, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    author_name = models.CharField(max_length=LONGEST)
    time = models.DateTimeField()
    act = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("record", "number")
        constraints = (models.UniqueConstraint(fields=("record", "number"), name="one_record_a_number"),)


class RecordFile(models.Model):
    """A file that was given as the proof of a record: whoever may see the record may open it, for good."""

    record = models.ForeignKey(KeptRecord, on_delete=models.PROTECT, related_name="files")
    document = models.ForeignKey(KeptDocument, on_delete=models.PROTECT, related_name="record_files")
    name = models.CharField(max_length=200)
    person_name = models.CharField(max_length=LONGEST)
    time = models.DateTimeField()

    class Meta:
        ordering = ("record", "id")
        constraints = (models.UniqueConstraint(fields=("record", "document"), name="one_file_a_record"),)


class RecordUpload(models.Model):
    """A workbook or file of records that was sent in. ``register``: into which; ``bureau`` and ``division``: where new
    records go. ``content``: what was read from it, as JSON; ``state``: open, taken or set_aside."""

    ministry = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    bureau = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    division = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    register = models.SlugField(max_length=80)
    document = models.ForeignKey(KeptDocument, on_delete=models.PROTECT, related_name="record_uploads")
    content = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=LONGEST)
    time = models.DateTimeField()
    state = models.CharField(max_length=10, default="open")

    class Meta:
        ordering = ("-time", "-id")


class RecordRow(models.Model):
    """A line of a register's list, drawn from the record's head: a projection (``monosashi rebuild``). ``marks``: its
    choices, countries, companies and names as ``|field=code|field=code|``; ``words``: everything it says, folded, for
    searching."""

    record = models.OneToOneField(KeptRecord, on_delete=models.CASCADE, related_name="row")
    version = models.ForeignKey(RecordVersion, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(null=True, db_index=True)
    nendo = models.PositiveIntegerField(null=True, db_index=True)
    title = models.TextField(blank=True)
    state = models.CharField(max_length=10)
    policy = models.TextField(blank=True)
    office = models.TextField(blank=True)
    invented = models.BooleanField(default=False)
    marks = models.TextField(blank=True)
    words = models.TextField(blank=True)
    proofs = models.PositiveIntegerField(default=0)
