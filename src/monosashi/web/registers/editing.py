"""A record written: the form of a new one and of one that is there, what is wrong with it, and what someone else wrote
meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from monosashi.model import FieldKind, Record, RecordFault, RegisterField
from monosashi.office.keeping import Actor
from monosashi.office.keeping.who_may import MayNot, require_role
from monosashi.office.recording.choices import countries_offered, policies_offered, records_offered
from monosashi.office.recording.entering import Entry, Meanwhile, Where, add, edit, meanwhile
from monosashi.office.recording.one_record import record as record_of
from monosashi.office.recording.refusals import RecordRefused, RecordSavedMeanwhile
from monosashi.office.recording.seeing_registers import RegisterLine, register_line
from monosashi.office.recording.telling import company_said, shown_value
from monosashi.office.recording.whose import OfficeChoice, offices_for
from monosashi.web.asking import actor_asking
from monosashi.web.language import language_of
from monosashi.web.registers.showing import number_of, record_address, say, see, shown

#: A field of the register stands in the form under its code after these letters.
_FIELD = "f."


@dataclass(frozen=True)
class Row:
    """A field of the form: what stands in it, what is wrong with it, and what may be chosen or is suggested."""

    field: RegisterField
    typed: str
    faults: tuple[RecordFault, ...] = ()
    offered: tuple[tuple[str, str], ...] = ()


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, ministry: str, register: str) -> HttpResponse:
    """The form of a new record; a POST adds it."""
    actor = actor_asking(request)
    whole = register_line(actor, ministry, register)
    offices = offices_for(actor, ministry)
    if not offices:
        raise MayNot("record")
    faults: tuple[RecordFault, ...] = ()
    if request.method == "POST":
        try:
            where = add(actor, ministry, register, _entry(request, whole))
        except RecordRefused as error:
            faults = error.faults
        else:
            _say_saved(request, actor, where)
            if request.POST.get("then") == "again":
                return see(f"/registers/{ministry}/{register}/new/")
            return see(record_address(ministry, register, where.code))
    typed = _typed(request, whole) if request.method == "POST" else {}
    context = {
        **_form(request, actor, whole, typed, faults),
        "policy": request.POST.get("policy", ""),
        "offices": offices,
        "office": request.POST.get("office", "") or _own_office(actor, offices),
        "where": None,
    }
    return shown(request, "form.html", context, 400 if faults else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, ministry: str, register: str, record: str) -> HttpResponse:
    """The form of a record; a POST saves it, or shows what someone else saved meanwhile."""
    actor = actor_asking(request)
    seen = record_of(actor, ministry, register, record)
    if not seen.line.writable:
        raise MayNot("record")
    where = Where(ministry=ministry, register_code=register, code=record)
    started_from = number_of(request.POST.get("version", "")) or seen.line.version
    faults: tuple[RecordFault, ...] = ()
    other: Meanwhile | None = None
    typed, policy = _texts(request, seen.whole, seen.line.record), seen.line.record.policy
    if request.method == "POST":
        entry = _entry(request, seen.whole)
        typed, policy = dict(entry.texts), entry.policy
        try:
            edit(actor, where, started_from, entry, request.POST.get("reason", ""))
        except RecordRefused as error:
            faults = error.faults
        except RecordSavedMeanwhile as error:
            other = meanwhile(actor, where, started_from, entry)
            typed, policy = _merged(request, seen.whole, typed, policy, other)
            started_from = error.now
        else:
            _say_saved(request, actor, where)
            return see(record_address(ministry, register, record))
    context = {
        **_form(request, actor, seen.whole, typed, faults),
        "policy": policy,
        "where": where,
        "line": seen.line,
        "version": started_from,
        "meanwhile": other,
        "by_code": {field.code: field for field in seen.whole.defined.fields},
        "reason": request.POST.get("reason", ""),
        "earlier": seen.earlier,
    }
    return shown(request, "form.html", context, 409 if other else 400 if faults else 200)


@require_safe
def company(request: HttpRequest) -> HttpResponse:
    """What is to be said of a corporate number while it is typed."""
    require_role(actor_asking(request), "see_records")
    field = next((name for name in request.GET if name.startswith(_FIELD)), "")
    typed = request.GET.get(field, "")
    return shown(request, "company.html", {"typed": typed.strip(), "said": company_said(typed[:100])})


def _form(
    request: HttpRequest,
    actor: Actor,
    whole: RegisterLine,
    typed: Mapping[str, str],
    faults: Sequence[RecordFault],
) -> dict[str, object]:
    """What both forms show."""
    language = language_of(request)
    rows = [
        Row(
            field=field,
            typed=typed.get(field.code, ""),
            faults=tuple(fault for fault in faults if fault.field == field.code),
            offered=_offered(actor, whole, field, language),
        )
        for field in whole.defined.fields
    ]
    codes = {field.code for field in whole.defined.fields}
    return {
        "whole": whole,
        "register": whole.defined,
        "ministry": whole.ministry,
        "rows": rows,
        "faults": faults,
        "other_faults": [fault for fault in faults if fault.field not in codes],
        "countries": countries_offered(language),
        "policies": policies_offered(actor, whole.ministry),
        "draft": request.POST.get("do") == "draft",
    }


def _offered(actor: Actor, whole: RegisterLine, field: RegisterField, language: str) -> tuple[tuple[str, str], ...]:
    if field.kind is FieldKind.CHOICE:
        return tuple((choice.code, choice.name.ja if language == "ja" else choice.name.en) for choice in field.choices)
    if field.kind is FieldKind.FLAG:
        return tuple((text, shown_value(field, text, language)) for text in ("true", "false"))
    if field.kind is FieldKind.RECORD:
        return records_offered(actor, whole.ministry, field)
    return ()


def _typed(request: HttpRequest, whole: RegisterLine) -> dict[str, str]:
    return {
        field.code: request.POST.get(_FIELD + field.code, "").replace("\r\n", "\n") for field in whole.defined.fields
    }


def _entry(request: HttpRequest, whole: RegisterLine) -> Entry:
    return Entry(
        texts=_typed(request, whole),
        policy=request.POST.get("policy", "").strip(),
        office=request.POST.get("office", ""),
        draft=request.POST.get("do") == "draft",
    )


def _texts(request: HttpRequest, whole: RegisterLine, record: Record) -> dict[str, str]:
    """A record's values as they would be typed."""
    language = language_of(request)
    return {field.code: _as_typed(field, record.text(field.code), language) for field in whole.defined.fields}


def _as_typed(field: RegisterField, text: str, language: str) -> str:
    """A kept value as it stands in the form: of what is chosen the code, of anything else what people read."""
    return text if field.kind in (FieldKind.CHOICE, FieldKind.FLAG) else shown_value(field, text, language)


def _merged(
    request: HttpRequest, whole: RegisterLine, typed: Mapping[str, str], policy: str, other: Meanwhile
) -> tuple[dict[str, str], str]:
    """What the form holds after a conflict: of what only they changed, theirs; of everything else, what was typed."""
    language, merged = language_of(request), dict(typed)
    fields = {field.code: field for field in whole.defined.fields}
    for one in other.fields:
        if one.mine != one.before:
            continue
        if one.field == "policy":
            policy = one.theirs
        elif one.field in fields:
            merged[one.field] = _as_typed(fields[one.field], one.theirs, language)
    return merged, policy


def _own_office(actor: Actor, offices: Sequence[OfficeChoice]) -> str:
    """The office that the form offers first: the actor's own division, else its bureau."""
    own = actor.division or actor.bureau or actor.ministry
    return own if own in {office.address for office in offices} else offices[0].address


def _say_saved(request: HttpRequest, actor: Actor, where: Where) -> None:
    """That it was saved, and which records may be of the same event."""
    seen = record_of(actor, where.ministry, where.register_code, where.code)
    say(request, "saved_draft" if seen.line.state == "draft" else "saved", code=where.code)
