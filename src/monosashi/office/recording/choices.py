"""What a form suggests: countries, policies, and records that a field may name."""

from functools import cache

from monosashi.model import RegisterField
from monosashi.office.keeping import Actor
from monosashi.office.recording.seeing_registers import ministry_seen
from monosashi.registers.countries import all_countries
from monosashi.store.models import PolicyNode, RecordRow

#: So many records are suggested for a field at most, the newest.
_MOST = 300


@cache
def countries_offered(language: str) -> tuple[str, ...]:
    """The names of the countries, in their order."""
    return tuple(country.ja if language == "ja" else country.en for country in all_countries())


def policies_offered(actor: Actor, ministry: str) -> tuple[str, ...]:
    """The names of a ministry's policies, of the newest period first, and those that records name. Raises as
    ``ministry_seen``."""
    whose = ministry_seen(actor, ministry)
    nodes = PolicyNode.objects.filter(period__ministry=whose).order_by("-period__first", "number")
    named = RecordRow.objects.filter(record__ministry=whose).exclude(policy="").order_by("policy")
    found = [*nodes.values_list("name", flat=True), *named.values_list("policy", flat=True).distinct()]
    return tuple(dict.fromkeys(found))


def records_offered(actor: Actor, ministry: str, field: RegisterField) -> tuple[tuple[str, str], ...]:
    """The records that a field may name, each by its address and title, the newest first. Raises as
    ``ministry_seen``."""
    whose = ministry_seen(actor, ministry)
    rows = RecordRow.objects.filter(record__ministry=whose, record__register__in=field.refers_to.split())
    newest = rows.select_related("record").order_by("-day", "record__code")[:_MOST]
    return tuple((row.record.address, row.title) for row in newest)
