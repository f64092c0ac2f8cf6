"""The list of registers, and the list of one, searched and filtered; as a page and as data."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from monosashi.office.recording.defining import may_define
from monosashi.office.recording.files_out import csv_of, json_of
from monosashi.office.recording.seeing import FILTERED, Wanted, may_add, page_of, records_wanted
from monosashi.office.recording.seeing_registers import ministries_for, register_lines
from monosashi.office.recording.taking_over import uploads_for
from monosashi.web.asking import actor_asking
from monosashi.web.registers.showing import number_of, shown
from monosashi.web.views.download import CSV, JSON, download
from monosashi.web.views.download import shown as shown_data

#: What is asked of a field stands under its code after these letters.
_FIELD = "f."
#: Columns beside day, title, office and state: at most so many.
_COLUMNS = 3


@require_safe
def registers(request: HttpRequest) -> HttpResponse:
    """Every register that the asker may see, by ministry."""
    actor = actor_asking(request)
    groups = [
        {
            "address": address,
            "name": name,
            "lines": register_lines(actor, address),
            "defines": may_define(actor, address),
            "adds": may_add(actor, address),
        }
        for address, name in ministries_for(actor)
    ]
    return shown(request, "registers.html", {"groups": groups})


@require_safe
def page(request: HttpRequest, ministry: str, register: str) -> HttpResponse:
    """A register's list."""
    actor = actor_asking(request)
    wanted = wanted_of(request.GET)
    found = page_of(actor, ministry, register, wanted, number_of(request.GET.get("page", "1")))
    fields = found.whole.defined.fields
    columns = [field for field in fields if field.kind in FILTERED and field.code not in (found.whole.defined.day, "")][
        :_COLUMNS
    ]
    asked = {name: text for name, text in request.GET.items() if name not in ("page", "lang") and text}
    context = {
        "page": found,
        "register": found.whole.defined,
        "ministry": ministry,
        "wanted": wanted,
        "columns": columns,
        "filters": [field for field in fields if field.kind in FILTERED],
        "query": urlencode(asked),
        "narrowed": bool(asked),
        "adds": may_add(actor, ministry),
        "defines": may_define(actor, ministry),
        "uploads": uploads_for(actor, ministry, register) if may_add(actor, ministry) else (),
    }
    return shown(request, "register.html", context)


@require_safe
def as_csv(request: HttpRequest, ministry: str, register: str) -> HttpResponse:
    """The records that the address asks for, as CSV."""
    defined, lines = records_wanted(actor_asking(request), ministry, register, wanted_of(request.GET))
    text = csv_of(defined, [line.record for line in lines])
    return download(text.encode("utf-8-sig"), CSV, f"{defined.name.ja}.csv")


@require_safe
def as_json(request: HttpRequest, ministry: str, register: str) -> HttpResponse:
    """The records that the address asks for, as JSON."""
    _, lines = records_wanted(actor_asking(request), ministry, register, wanted_of(request.GET))
    return shown_data(json_of([line.record for line in lines]), JSON)


def wanted_of(asked: QueryDict) -> Wanted:
    """Which records an address asks for."""
    plain = {name: asked.get(name, "").strip() for name in Wanted.model_fields if name != "marks"}
    marks = {name.removeprefix(_FIELD): text for name, text in asked.items() if name.startswith(_FIELD) and text}
    return Wanted(**plain, marks=marks)
