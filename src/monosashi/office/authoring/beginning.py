"""Beginning: a new sheet on a blank form, or one like another."""

from __future__ import annotations

import datetime as dt
import re

from monosashi.forms import Form, forms
from monosashi.model import (
    Budget,
    BudgetAmount,
    BudgetRow,
    CabinetLink,
    Identifier,
    Label,
    Nendo,
    Note,
    Noun,
    Policy,
    PrintedNendo,
    Sheet,
    Statement,
    StatementRole,
    Title,
)
from monosashi.model.budget import budget_row_kind, printed_unit
from monosashi.model.folding import key
from monosashi.model.nendo import ERAS, print_nendo
from monosashi.office.authoring.opened_sheet import open_sheet
from monosashi.office.authoring.structure.acts import add
from monosashi.office.authoring.structure.authored import Authored
from monosashi.office.authoring.structure.blanks import blank_money
from monosashi.office.authoring.structure.years import with_year
from monosashi.office.keeping.actor import Actor
from monosashi.office.keeping.saving import Whose, begin
from monosashi.office.keeping.who_may import may, require_role, thing_of_organisation
from monosashi.office.refusals import NotAsked
from monosashi.office.reprinting import reprinted
from monosashi.office.slug import identifier_slug
from monosashi.publishing.html.words import Words
from monosashi.store.models import KeptSheet, Organisation, OrganisationKind, SheetKind

#: The years of a new sheet: values from its own year on, money from two years before.
_VALUE_YEARS = 5
_MONEY_YEARS = 3


class NotComplete(NotAsked):
    """A new sheet that is not described well enough to begin."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(
            "not-complete",
            f"{ja}。何も作っていません。直して、もう一度作ってください。",
            f"{en}. Nothing was made. Put it right and try again.",
        )


class NewSheet(Noun):
    """What a new sheet is to be. ``copy_of``: the slug of a sheet whose contents it takes."""

    form: str = ""
    nendo: str = ""
    number: str = ""
    name: str = ""
    organisation: str = ""
    copy_of: str = ""


class Offered(Noun):
    """What a person may choose from: forms by id, organisations by address."""

    forms: tuple[tuple[str, str], ...]
    organisations: tuple[tuple[str, str], ...]
    years: tuple[tuple[str, str], ...]
    usual: NewSheet


def offered(actor: Actor, words: Words, today: dt.date, copy_of: str = "") -> Offered:
    """The choices for a new sheet. Raises ``MayNot``, ``SignInFirst``; for a copy as ``open_sheet``."""
    require_role(actor, "edit")
    whose = _organisations(actor)
    year = today.year - (today.month < 4)
    usual = NewSheet(nendo=str(year), organisation=actor.division or actor.bureau or actor.ministry)
    if copy_of:
        sheet = open_sheet(actor, copy_of)
        now = sheet.authored.sheet
        usual = NewSheet(
            form=now.form,
            nendo=str(sheet.kept.nendo),
            name=now.policy.name,
            organisation=sheet.kept.answerable.address,
            copy_of=copy_of,
        )
    else:
        usual = usual.model_copy(update={"form": _usual_form(actor)})
    return Offered(
        forms=tuple((one.id, words.of(one.name)) for one in _current()),
        organisations=tuple((one.address, _full_name(one)) for one in whose),
        years=tuple((str(y), f"{print_nendo(Nendo(year=y))} ({y})") for y in range(year + 2, year - 8, -1)),
        usual=usual,
    )


def begin_sheet(actor: Actor, asked: NewSheet) -> KeptSheet:
    """A new sheet with its first version. Raises ``NotComplete``, ``SheetExists``, ``MayNot``, and as ``open_sheet`` for a
    copy."""
    organisation = Organisation.objects.filter(address=asked.organisation, closed=False).first()
    if organisation is None or not may(actor, "edit", thing_of_organisation(organisation)):
        raise NotComplete("担当を選んでください", "Choose whose sheet it is")
    if not asked.nendo.isdecimal() or not 1990 <= int(asked.nendo) <= 2100:
        raise NotComplete("年度を選んでください", "Choose the fiscal year")
    number = asked.number.strip()
    if not re.fullmatch(r"[^\s/]{1,40}", number):
        raise NotComplete("番号を40字までで書いてください", "Give the sheet's number, of up to 40 characters")
    if not asked.name.strip():
        raise NotComplete("名称を書いてください", "Give the policy's name")
    form = next((one for one in forms() if one.id == asked.form), None)
    if form is None:
        raise NotComplete("様式を選んでください", "Choose the form")
    nendo = Nendo(year=int(asked.nendo))
    identifier = _identifier(organisation, nendo, number)
    if asked.copy_of:
        sheet = _copied(open_sheet(actor, asked.copy_of).authored.sheet, identifier, nendo, asked.name.strip())
    else:
        sheet = blank_sheet(form, nendo, identifier, asked.name.strip())
    slug = identifier_slug(sheet.identifier) or _slug(organisation, nendo, number)
    kind = SheetKind.EVALUATION if _is_report(form) else SheetKind.PLAN
    if kind is SheetKind.EVALUATION:
        slug = f"{slug}-hyoka"
    whose = Whose(organisation=asked.organisation, nendo=nendo.year, number=_plain(number), kind=kind)
    return begin(
        actor, slug, whose, sheet, reason_code="begun", reason=f"「{asked.copy_of}」の写し" if asked.copy_of else ""
    )


def blank_sheet(form: Form, nendo: Nendo, identifier: str, name: str) -> Sheet:
    """The form with everything laid out that it asks for, and nothing in it but the title, the identifier and the name."""
    sheet = Sheet(
        form=form.id,
        title=Title.model_validate(f"{form.title.label}（{print_nendo(nendo)}実施政策）"),
        identifier=Identifier.model_validate(identifier),
        policy=Policy(level=form.level, level_in_law=form.level_in_law, statements=tuple(_statements(form, name))),
        labels=tuple(_labels(form)),
    )
    money = [PrintedNendo.model_validate(print_nendo(Nendo(year=nendo.year + n))) for n in range(1 - _MONEY_YEARS, 1)]
    if form.has("programmes") and form.table("programmes").total:
        sheet = sheet.model_copy(update={"money": blank_money(money)})
    if form.has("budget"):
        sheet = sheet.model_copy(update={"budgets": (_budget(form, money),)})
    one = Authored(sheet, {})
    if form.has("indicators"):
        one = add(one, "goal")
        for n in range(_VALUE_YEARS):
            year = PrintedNendo.model_validate(print_nendo(Nendo(year=nendo.year + n)))
            one = one._replace(sheet=with_year(one.sheet, year))
    if form.has("programmes"):
        one = add(one, "programme")
        programme = one.sheet.programmes[0].model_copy(update={"money": blank_money(money)})
        one = one._replace(sheet=one.sheet.model_copy(update={"programmes": (programme,)}))
    if form.has("cabinet"):
        one = one._replace(sheet=one.sheet.model_copy(update={"cabinet": (CabinetLink(name=""),)}))
    return one.sheet.model_copy(update={"notes": (Note(mark="※１", text=""),)})


def _statements(form: Form, name: str) -> list[Statement]:
    found = []
    for spec in form.statements:
        for wording in spec.inner or (spec,):
            text = name if wording.role is StatementRole.NAME else ""
            found.append(Statement(role=wording.role, label=wording.label, text=text))
    return found


def _labels(form: Form) -> list[Label]:
    found = [Label(role=spec.role.value, text=spec.label) for spec in form.statements if spec.inner]
    for table in form.tables:
        if table.part in ("indicators", "programmes", "cabinet"):
            found += [Label(role=f"{table.part}.side", text=table.side.label)] if table.side else []
            found += [Label(role=f"{table.part}.{column.role}", text=column.label) for column in table.columns]
            found += [Label(role=f"{table.part}.total", text=table.total.label)] if table.total else []
    return found


def _budget(form: Form, years: list[PrintedNendo]) -> Budget:
    table = form.table("budget")
    label = table.side.label if table.side else ""
    rows = tuple(
        BudgetRow(
            label=column.label,
            kind=budget_row_kind(column.label),
            unit=printed_unit(column.label) or printed_unit(label),
            amounts=tuple(BudgetAmount(text="", years=(year,)) for year in years),
        )
        for column in table.columns
    )
    return Budget(label=label, rows=rows)


def _copied(sheet: Sheet, identifier: str, nendo: Nendo, name: str) -> Sheet:
    """The contents of another sheet under another identifier, name and year."""
    now = reprinted(sheet, "/identifier", identifier)
    if sheet.title.nendo and sheet.title.nendo != nendo:
        now = reprinted(now, "/title", sheet.title.text.replace(print_nendo(sheet.title.nendo), print_nendo(nendo)))
    at = next((n for n, one in enumerate(now.policy.statements) if one.role is StatementRole.NAME), None)
    return now if at is None else reprinted(now, f"/policy/statements/{at}/text", name)


def _identifier(organisation: Organisation, nendo: Nendo, number: str) -> str:
    ministry = organisation.above(OrganisationKind.MINISTRY)
    return f"（{ministry.name if ministry else ''}{_short_year(nendo)}－{number}）"


def _short_year(nendo: Nendo) -> str:
    era, before = next((era, before) for era, before in ERAS.items() if nendo.year > before)
    return f"{ {'令和': 'R', '平成': 'H'}.get(era, era) }{nendo.year - before}"


def _slug(organisation: Organisation, nendo: Nendo, number: str) -> str:
    ministry = organisation.above(OrganisationKind.MINISTRY)
    plain = re.sub(r"[^0-9A-Za-z]+", "-", key(number)).strip("-") or "x" + key(number).encode().hex()[:24]
    return f"{ministry.address if ministry else 'sheet'}-{_short_year(nendo)}-{plain}"


def _plain(number: str) -> str:
    identifier = Identifier.model_validate(f"省R1－{number}").number
    return str(identifier.value) if identifier and identifier.value and not identifier.sub else number


def _is_report(form: Form) -> bool:
    return any(spec.role is StatementRole.RESULT for spec in form.statements)


def _current() -> list[Form]:
    return sorted(forms(), key=lambda one: (one.valid_to is not None, one.id))


def _usual_form(actor: Actor) -> str:
    own = [one.id for one in _current() if one.id.startswith(f"{actor.ministry}-") and not _is_report(one)]
    return own[0] if own else "hyoujun-jizen"


def _organisations(actor: Actor) -> list[Organisation]:
    rows = Organisation.objects.filter(closed=False).select_related("parent__parent").order_by("address")
    return [one for one in rows if may(actor, "edit", thing_of_organisation(one))]


def _full_name(organisation: Organisation) -> str:
    names = []
    here: Organisation | None = organisation
    while here is not None:
        names.append(here.name)
        here = here.parent
    return "　".join(reversed(names))
