"""A list of policies pasted from a spreadsheet: looked at first, then taken whole or not at all.

A line is a policy: field, number, name, answerable office, years of evaluation, between tabs. A head line is known by
its words and may put the columns in another order. An empty field is the one above it, because merged cells paste so.
A policy whose number the period has is changed where the line says otherwise; policies that no line names stay.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from django.db import transaction
from pydantic import Field

from monosashi.model import Message, Noun
from monosashi.model.folding import key
from monosashi.office.framework.noting import name_of, note
from monosashi.office.framework.offices import Office, offices_of
from monosashi.office.framework.policies import PolicyEntry, fill
from monosashi.office.framework.tree import PolicyLine, found_period, policies_of
from monosashi.office.framework.years import number_key, typed_years, year_name
from monosashi.office.keeping import Actor
from monosashi.office.refusals import NotAsked
from monosashi.store.models import Field as FieldRow
from monosashi.store.models import Period, PolicyNode

#: The columns in their usual order, with the words by which a head names them.
COLUMNS = {
    "field": ("分野", "field"),
    "number": ("番号", "政策番号", "number"),
    "name": ("政策名", "政策", "施策名", "施策", "名称", "name", "policy"),
    "office": ("担当", "担当局", "担当課", "担当部局", "担当部局課室", "担当部局課室名", "office"),
    "evaluated": ("評価書", "評価書の年度", "評価年度", "評価実施年度", "evaluation", "evaluated"),
}
#: More lines are no tree of a ministry's policies.
_MOST = 1000


class NotPasted(NotAsked):
    """A pasted list with lines that cannot be used."""

    def __init__(self, lines: Sequence[int]) -> None:
        named = ", ".join(str(line) for line in lines[:20])
        super().__init__(
            "list-not-taken",
            f"貼り付けた一覧の{named}行目に誤りがあるので、一行も取り込んでいません。示された行を直して、もう一度貼り付けてください。",
            f"Lines {named} of the pasted list are wrong, so none of it was taken. Mend them and paste it again.",
        )


class Fate(StrEnum):
    """What a line does."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


class PastedLine(Noun):
    """A line of the list. ``was``: what the period has under that number, as the columns tell it; ``wrong``: why the line cannot be
    used."""

    line: int
    fate: Fate
    field: str = ""
    number: str = ""
    name: str = ""
    office: str = ""
    office_name: str = ""
    evaluated: str = ""
    was: dict[str, str] = Field(default_factory=dict)
    wrong: tuple[Message, ...] = ()

    @property
    def evaluated_names(self) -> str:
        """The years of evaluation as they are called: 令和6年度、令和9年度."""
        return "、".join(year_name(int(year)) for year in self.evaluated.split())


class Pasted(Noun):
    """The whole list looked at. ``stays``: policies of the period that no line names."""

    lines: tuple[PastedLine, ...]
    stays: tuple[PolicyLine, ...]
    new_fields: tuple[str, ...]

    def count(self, fate: Fate | str) -> int:
        """How many lines do that."""
        return sum(line.fate == fate for line in self.lines)


def look_at(actor: Actor, period: int, text: str) -> Pasted:
    """What a list would do to a period. Raises ``NoSuchPeriod``, ``MayNot``."""
    return _looked_at(found_period(actor, period, "arrange"), text)


@transaction.atomic
def paste(actor: Actor, period: int, text: str) -> Pasted:
    """Take a list into a period. Raises ``NotPasted`` (nothing is taken) where a line is wrong, or none is there."""
    kept = found_period(actor, period, "arrange")
    seen = _looked_at(kept, text)
    wrong = [line.line for line in seen.lines if line.fate is Fate.WRONG]
    if wrong or not seen.lines:
        raise NotPasted(wrong or [1])
    fields = _fields(kept, seen.new_fields)
    nodes = {number_key(node.number): node for node in kept.policies.select_related("field", "bureau", "division")}
    for line in seen.lines:
        if line.fate is not Fate.SAME:
            node = nodes.get(number_key(line.number)) or PolicyNode(period=kept)
            field = fields[key(line.field)].pk if line.field else None
            entry = PolicyEntry(
                number=line.number, name=line.name, field=field, answerable=line.office, evaluated=line.evaluated
            )
            fill(node, entry)
            node.save()
    taken = [
        line.model_dump(include={"number", "name", "field", "office", "evaluated"}) | {"fate": line.fate.value}
        for line in seen.lines
        if line.fate is not Fate.SAME
    ]
    note(actor, "paste-policies", name_of(kept.ministry, kept.first, kept.last), kept.ministry, {"policies": taken})
    return seen


def _fields(period: Period, new: Sequence[str]) -> dict[str, FieldRow]:
    last = period.fields.order_by("-place").first()
    start = last.place + 1 if last else 0
    for place, name in enumerate(new, start):
        FieldRow.objects.create(period=period, name=name, place=place)
    return {key(field.name): field for field in period.fields.order_by("place", "id")}


def _looked_at(period: Period, text: str) -> Pasted:
    known = {number_key(one.number): one for one in policies_of(period)}
    offices = offices_of(period.ministry)
    lines: list[PastedLine] = []
    seen: set[tuple[tuple[int, str], ...]] = set()
    for n, cells in _cells(text):
        lines.append(_line(n, cells, known, offices, seen))
        seen.add(number_key(cells["number"]))
    stays = tuple(one for number, one in known.items() if number not in seen)
    fields = {key(field.name) for field in period.fields.all()}
    new = dict.fromkeys(line.field for line in lines if line.field and key(line.field) not in fields)
    return Pasted(lines=tuple(lines), stays=stays, new_fields=tuple({key(name): name for name in new}.values()))


def _cells(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The cells of each line by column, with the line's number; heads and empty lines left out."""
    columns: Sequence[str] = tuple(COLUMNS)
    field = ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for n, line in enumerate(lines[:_MOST], start=1):
        parts = [part.strip().strip('"').strip() for part in line.split("\t")]
        if not any(parts):
            continue
        head = [_column(part) for part in parts]
        if "number" in head and "name" in head:
            columns = tuple(head)
            continue
        cells = dict.fromkeys(COLUMNS, "") | {
            column: part for column, part in zip(columns, parts, strict=False) if column
        }
        field = cells["field"] or field
        yield n, cells | {"field": field}


def _column(head: str) -> str:
    return next((name for name, words in COLUMNS.items() if key(head) in {key(word) for word in words}), "")


def _line(
    n: int,
    cells: Mapping[str, str],
    known: Mapping[tuple[tuple[int, str], ...], PolicyLine],
    offices: Sequence[Office],
    seen: set[tuple[tuple[int, str], ...]],
) -> PastedLine:
    number, years = number_key(cells["number"]), typed_years(cells["evaluated"])
    office = _office(cells["office"], offices)
    wrong = tuple(_wrong(cells, number in seen, years is None, office is None))
    now = {
        "field": cells["field"],
        "number": cells["number"],
        "name": cells["name"],
        "office": office.address if office else "",
        "evaluated": " ".join(str(year) for year in years or ()),
    }
    before = known.get(number)
    was = _told(before) if before else {}
    changed = {name: was[name] for name in was if was[name] != now[name]}
    fate = Fate.WRONG if wrong else Fate.ADDED if before is None else Fate.CHANGED if changed else Fate.SAME
    shown = {name: _shown(name, text, offices) for name, text in changed.items()}
    return PastedLine(
        line=n, fate=fate, **now, office_name=office.name if office else cells["office"], was=shown, wrong=wrong
    )


def _told(policy: PolicyLine) -> dict[str, str]:
    return {
        "field": policy.field.name if policy.field else "",
        "number": policy.number,
        "name": policy.name,
        "office": policy.division or policy.bureau,
        "evaluated": " ".join(str(year) for year in policy.evaluated),
    }


def _shown(column: str, text: str, offices: Sequence[Office]) -> str:
    if column == "evaluated":
        return "、".join(year_name(int(year)) for year in text.split())
    return next((one.name for one in offices if one.address == text), text) if column == "office" else text


def _wrong(cells: Mapping[str, str], twice: bool, no_years: bool, no_office: bool) -> Iterator[Message]:
    if not cells["number"] or not number_key(cells["number"]):
        yield Message(ja="番号がありません。", en="There is no number.")
    if not cells["name"]:
        yield Message(ja="政策名がありません。", en="There is no name.")
    if len(cells["number"]) > 40 or len(cells["name"]) > 500 or len(cells["field"]) > 300:
        yield Message(
            ja="長すぎます（番号40字、名前500字、分野300字まで）。", en="Too long (number 40, name 500, field 300)."
        )
    if any(ord(sign) < 32 for text in cells.values() for sign in text):
        yield Message(ja="制御文字があります。", en="There are control characters.")
    if twice:
        yield Message(ja="同じ番号が上の行にあります。", en="A line above has the same number.")
    if no_years:
        yield Message(
            ja="評価書の年度が読めません（例：令和6年度）。", en="The years of evaluation cannot be read (2024)."
        )
    if no_office:
        yield Message(ja="担当の局・課が登録されていません。", en="There is no such office.")


def _office(text: str, offices: Sequence[Office]) -> Office | None:
    """The office of a name or address (国際局国際第一課, 国際第一課, soumu-kokusai-1); an empty one for an empty text,
    None where none or several bear it."""
    if not text:
        return Office(address="", name="", depth=0)
    found: list[Office] = []
    bureau = ""
    for one in offices:
        bureau = one.name if one.depth == 1 else bureau
        if key(text) in {key(one.address), key(one.name), key(bureau + one.name)}:
            found.append(one)
    return found[0] if len(found) == 1 else None
