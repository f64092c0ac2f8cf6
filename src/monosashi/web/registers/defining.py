"""A register defined: by a form of its fields or by a TOML, tried first, then kept."""

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from monosashi.model import Choice, FieldKind, Message, Register, RegisterField
from monosashi.model.error import MonosashiError
from monosashi.office.keeping import Actor
from monosashi.office.keeping.who_may import MayNot
from monosashi.office.recording.defining import (
    FieldUse,
    checked,
    keep_register,
    left_out,
    may_define,
    may_redefine,
    read_register,
)
from monosashi.office.recording.refusals import BadDefinition, DefinitionRefused
from monosashi.office.recording.register_toml import register_toml
from monosashi.office.recording.seeing_registers import RegisterLine, ministry_seen, register_line
from monosashi.web.asking import actor_asking
from monosashi.web.registers.showing import number_of, register_address, say, see, shown, words_of
from monosashi.web.views.download import download

_MOST_ROWS = 60
_FIRST_ROWS = 3
_LARGEST = 500_000
_TOML = "application/toml"
_NOT_TEXT = Message(ja="ファイルが UTF-8 の文字ではありません。", en="The file is no text in UTF-8.")


@dataclass(frozen=True)
class FieldRow:
    """A field as the form of a definition holds it. ``choices``: one a line, ``code=日本語=English`` or a name alone."""

    code: str = ""
    ja: str = ""
    en: str = ""
    kind: str = "text"
    required: bool = False
    choices: str = ""
    unit: str = ""
    refers_to: str = ""
    not_before: str = ""
    note_ja: str = ""
    note_en: str = ""


@dataclass(frozen=True)
class Draft:
    """A definition as the form holds it."""

    code: str
    ja: str
    en: str
    counted_ja: str
    counted_en: str
    day: str
    title: str
    rows: tuple[FieldRow, ...]


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, ministry: str) -> HttpResponse:
    """A register of one's own: the form, or a TOML; a POST tries it, moves its rows, or keeps it."""
    actor = actor_asking(request)
    ministry_seen(actor, ministry)
    if not may_define(actor, ministry):
        raise MayNot("define_register")
    return _answered(request, actor, ministry, _first_draft(), None)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, ministry: str, register: str) -> HttpResponse:
    """The definition of a register: to read and to save as TOML, and, for who may, to change."""
    actor = actor_asking(request)
    line = register_line(actor, ministry, register)
    if request.GET.get("as") == "toml":
        return download(register_toml(line.defined).encode(), _TOML, f"{register}.toml")
    defines = may_redefine(actor, line)
    if request.method == "POST" and not defines:
        raise MayNot("define_register")
    return _answered(request, actor, ministry, _draft_of_register(line.defined), line)


def _answered(
    request: HttpRequest, actor: Actor, ministry: str, draft: Draft, line: RegisterLine | None
) -> HttpResponse:
    standing = line.defined if line else None
    tried: Register | None = None
    refused = ""
    if request.method == "POST":
        todo = request.POST.get("do", "")
        draft = _draft_of_form(request.POST)
        if todo in ("try", "save", "toml"):
            try:
                tried = _of_file(request) if todo == "toml" else checked(_register_of(draft))
                _same_code(tried, standing)
                draft = _draft_of_register(tried)
                if todo == "save":
                    keep_register(actor, ministry, tried, reason=request.POST.get("reason", ""))
            except (BadDefinition, DefinitionRefused) as error:
                refused = words_of(request).of(error.message)
                tried = None
            else:
                if todo == "save":
                    say(request, "defined", name=tried.name.ja)
                    return see(register_address(ministry, tried.code))
        else:
            draft = _moved(draft, todo)
    use: tuple[FieldUse, ...] = left_out(actor, ministry, tried) if tried else ()
    context = {
        "ministry": ministry,
        "draft": draft,
        "tried": tried,
        "refused": refused,
        "standing": standing,
        "left_out": use,
        "kind_list": [kind.value for kind in FieldKind],
        "may_define": line is None or may_redefine(actor, line),
        "reason": request.POST.get("reason", ""),
        "here": request.path,
    }
    return shown(request, "define.html", context, 400 if refused else 200)


def _same_code(tried: Register, standing: Register | None) -> None:
    if standing and tried.code != standing.code:
        raise BadDefinition(
            Message(
                ja=f"この台帳の符号は「{standing.code}」で、変えられません。",
                en=f"The code of this register is {standing.code} and cannot change.",
            )
        )


def _of_file(request: HttpRequest) -> Register:
    """The register of the file that was sent. Raises ``BadDefinition``, ``DefinitionRefused``."""
    file = request.FILES.get("toml")
    if file is None or isinstance(file, list):
        raise BadDefinition(Message(ja="ファイルが選ばれていません。", en="No file is chosen."))
    return read_register(text_of(file.read(_LARGEST + 1)), file.name or "")


def text_of(data: bytes) -> str:
    """The text of a file that was sent. Raises ``BadDefinition`` for one too large or that is none."""
    if len(data) > _LARGEST:
        raise BadDefinition(Message(ja="ファイルが大きすぎます。", en="The file is too large."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadDefinition(_NOT_TEXT) from error


def _first_draft() -> Draft:
    """What an officer begins from: a title, a day and a note."""
    first = (
        FieldRow("title", "件名", "Title", "text", required=True),
        FieldRow("held_on", "実施日", "Day", "date", required=True),
        FieldRow("note", "補足", "Notes", "text"),
    )
    return Draft("", "", "", "", "", "held_on", "title", first)


def _draft_of_register(register: Register) -> Draft:
    return Draft(
        code=register.code,
        ja=register.name.ja,
        en=register.name.en,
        counted_ja=register.counted.ja,
        counted_en=register.counted.en,
        day=register.day,
        title=register.title,
        rows=tuple(_row_of_field(field) for field in register.fields),
    )


def _row_of_field(field: RegisterField) -> FieldRow:
    return FieldRow(
        code=field.code,
        ja=field.name.ja,
        en=field.name.en,
        kind=field.kind.value,
        required=field.required,
        choices="\n".join(f"{one.code}={one.name.ja}={one.name.en}" for one in field.choices),
        unit=field.unit,
        refers_to=field.refers_to,
        not_before=field.not_before,
        note_ja=field.note.ja if field.note else "",
        note_en=field.note.en if field.note else "",
    )


def _draft_of_form(form: QueryDict) -> Draft:
    count = min(number_of(form.get("rows", "")), _MOST_ROWS)
    plain = {name: form.get(name, "").strip() for name in Draft.__dataclass_fields__ if name != "rows"}
    return Draft(**plain, rows=tuple(_row_of_form(form, place) for place in range(count)))


def _row_of_form(form: QueryDict, place: int) -> FieldRow:
    texts = {
        name: form.get(f"r{place}.{name}", "").replace("\r\n", "\n").strip()
        for name in FieldRow.__dataclass_fields__
        if name != "required"
    }
    return FieldRow(**texts, required=form.get(f"r{place}.required") == "1")


def _moved(draft: Draft, todo: str) -> Draft:
    """The draft with a row added (add), taken away (drop-2) or moved (up-2, down-2)."""
    rows = list(draft.rows)
    act, _, number = todo.partition("-")
    place = number_of(number)
    if act == "add" and len(rows) < _MOST_ROWS:
        rows.append(FieldRow())
    elif act == "drop" and place < len(rows):
        del rows[place]
    elif act == "up" and 0 < place < len(rows):
        rows[place - 1], rows[place] = rows[place], rows[place - 1]
    elif act == "down" and place < len(rows) - 1:
        rows[place + 1], rows[place] = rows[place], rows[place + 1]
    return Draft(**{**draft.__dict__, "rows": tuple(rows)})


def _register_of(draft: Draft) -> Register:
    """The register that the form tells of. Raises ``BadDefinition`` for a part that must be filled and is not."""
    rows = [row for row in draft.rows if row.code or row.ja or row.en]
    try:
        return Register(
            code=draft.code,
            name=_said(draft.ja, draft.en),
            counted=_said(draft.counted_ja or draft.ja, draft.counted_en or draft.en),
            fields=tuple(_field_of(row) for row in rows),
            day=draft.day,
            title=draft.title,
        )
    except (ValueError, MonosashiError) as error:
        raise BadDefinition(
            Message(
                ja="台帳と項目の符号と名前、項目の種類を、どれも書いてください。",
                en="Fill in the codes and names of the register and its fields, and the kinds of the fields.",
            )
        ) from error


def _field_of(row: FieldRow) -> RegisterField:
    return RegisterField(
        code=row.code,
        name=_said(row.ja, row.en),
        kind=FieldKind(row.kind),
        required=row.required,
        choices=_choices(row.choices) if row.kind == FieldKind.CHOICE else (),
        unit=row.unit,
        refers_to=row.refers_to,
        not_before=row.not_before,
        note=_said(row.note_ja, row.note_en) if row.note_ja or row.note_en else None,
    )


def _said(ja: str, en: str) -> Message:
    """A name in both languages; what is said in one alone is said so in both. Raises ``ValueError`` for none."""
    if not (ja or en):
        raise ValueError("no name")
    return Message(ja=ja or en, en=en or ja)


def _choices(text: str) -> tuple[Choice, ...]:
    """The choices of a field, one a line: ``code=日本語=English``, ``code=日本語`` or a name alone, whose code is its
    place."""
    found = []
    for place, line in enumerate((line for line in text.split("\n") if line.strip()), start=1):
        parts = [part.strip() for part in re.split("[=＝]", line)]
        code, ja, en = [*parts, ""][:3] if len(parts) > 1 else (f"choice_{place}", parts[0], parts[0])
        found.append(Choice(code=code, name=_said(ja, en or ja)))
    return tuple(found)
