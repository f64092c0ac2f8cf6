"""Framework: a ministry's tree of policies (分野 > 政策), by period, what became of a policy at the next one, and the days
by which a year's work is due."""

from django.db import models

from monosashi.store.models.organisation import Organisation


class Period(models.Model):
    """The years a plan of policy evaluation is for (基本計画期間), first and last fiscal year."""

    ministry = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="periods")
    name = models.CharField(max_length=200)
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        ordering = ("ministry", "first")


class Field(models.Model):
    """分野: a group of policies in the tree."""

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="fields")
    place = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=300)

    class Meta:
        ordering = ("period", "place", "id")


class PolicyNode(models.Model):
    """A policy with its number in one period. ``evaluated``: the fiscal years in which its 評価書 is due, by blank."""

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="policies")
    field = models.ForeignKey(Field, null=True, blank=True, on_delete=models.PROTECT, related_name="policies")
    number = models.CharField(max_length=40)
    name = models.CharField(max_length=500)
    bureau = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    division = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    evaluated = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("period", "field__place", "number")
        constraints = (models.UniqueConstraint(fields=("period", "number"), name="one_policy_a_number"),)


class Lineage(models.Model):
    """What a policy came from: continued, renumbered, merged (several befores) or split (several afters)."""

    before = models.ForeignKey(PolicyNode, on_delete=models.PROTECT, related_name="became")
    after = models.ForeignKey(PolicyNode, on_delete=models.PROTECT, related_name="came_from")
    note = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("before", "after"), name="one_link_a_pair"),)


class DueDay(models.Model):
    """The day by which a step of a year is due in a ministry, where it is not the usual one. ``step``: a
    ``monosashi.office.framework.dates.Step``."""

    ministry = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="due_days")
    nendo = models.PositiveIntegerField()
    step = models.CharField(max_length=12)
    day = models.DateField()

    class Meta:
        ordering = ("ministry", "nendo", "step")
        constraints = (models.UniqueConstraint(fields=("ministry", "nendo", "step"), name="one_due_day_a_step"),)
