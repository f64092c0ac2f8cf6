"""Many accounts at once, from a list pasted from a workbook or a CSV file: first a preview with every error by line, then
all of them or none."""

import csv
import io
from collections.abc import Sequence

from django.db import transaction

from monosashi.model import Message, Noun
from monosashi.model.error import MonosashiError
from monosashi.model.folding import key
from monosashi.office.keeping import Actor
from monosashi.office.people import passwords
from monosashi.office.people.accounts import Asked, PersonExists, checked, keep, require_keeper
from monosashi.office.people.roles import FITS, role_name, role_of
from monosashi.office.people.showing import full_name
from monosashi.office.refusals import NotAsked
from monosashi.store.models import Organisation

#: The columns, in this order. A first line that names the first one is a heading.
COLUMNS = ("username", "name", "role", "organisation", "email")
HEADINGS = frozenset({"username", "ユーザー名", "利用者名", "id"})
MOST_LINES = 200


class BadList(NotAsked):
    """A list that cannot be taken as a whole."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__("bad-list", f"{ja}一人も作っていません。", f"{en} Nobody was added.")


class ListLine(Noun):
    """A line of the list: its number there, what it asks for, and what is wrong with it (nothing, if it can be taken)."""

    number: int
    username: str
    name: str
    role: str
    organisation: str
    email: str
    wrong: tuple[Message, ...] = ()
    asked: Asked | None = None


class Added(Noun):
    """Who was added, with the one-time password that is shown this once."""

    username: str
    name: str
    password: str


def text_of(data: bytes) -> str:
    """The text of a file of the office: UTF-8, or what Excel writes in Japan (CP932). Raises ``BadList``."""
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadList(
        "ファイルの文字コードが読めません。UTF-8 か Shift_JIS の CSV にしてください。",
        "Use a CSV file in UTF-8 or Shift_JIS.",
    )


def preview(actor: Actor, text: str) -> tuple[ListLine, ...]:
    """Each line with what is wrong with it. Raises ``BadList``, ``MayNot``, ``SignInFirst``."""
    require_keeper(actor)
    rows = _rows(text)
    names = _organisation_names()
    lines: list[ListLine] = []
    seen: set[str] = set()
    for number, cells in rows:
        line = _line(number, cells, names, seen)
        seen.add(line.username.lower())
        lines.append(line)
    return tuple(lines)


def add_many(actor: Actor, text: str, why: str = "") -> tuple[Added, ...]:
    """Add everybody of the list, or nobody. Raises ``BadList`` where a line has something wrong with it, and as
    ``accounts.add``."""
    lines = preview(actor, text)
    bad = [line.number for line in lines if line.asked is None]
    if bad:
        at = "、".join(map(str, bad[:10]))
        raise BadList(f"{at} 行目に直すところがあります。", f"Put right line {', '.join(map(str, bad[:10]))}.")
    people = [checked(line.asked) for line in lines if line.asked]
    # a password takes some fifty milliseconds to hash: the store is not kept waiting for two hundred of them
    given = [passwords.give(person) for person in people]
    with transaction.atomic():
        for person in people:
            keep(actor, person, why)
    return tuple(
        Added(username=person.username, name=person.name, password=password)
        for person, password in zip(people, given, strict=True)
    )


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The lines that say something, with their numbers: by tab (pasted from a workbook) or comma."""
    first = text.lstrip().partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if "\t" in first else ",")
    try:
        found = [(number, [cell.strip() for cell in row]) for number, row in enumerate(rows, 1)]
    except csv.Error as error:
        raise BadList(f"CSV として読めません（{error}）。", f"It is no CSV ({error}).") from error
    found = [(number, cells) for number, cells in found if any(cells)]
    if found and found[0][1][0].casefold() in HEADINGS:
        found = found[1:]
    if not found:
        raise BadList("一覧が空です。", "The list is empty.")
    if len(found) > MOST_LINES:
        raise BadList(
            f"一度に追加できるのは {MOST_LINES} 人までです。", f"At most {MOST_LINES} people can be added at once."
        )
    return found


def _line(number: int, cells: Sequence[str], names: dict[str, list[str]], seen: set[str]) -> ListLine:
    username, name, role_word, organisation_word, email = [*cells, *[""] * len(COLUMNS)][: len(COLUMNS)]
    wrong: list[Message] = []
    if any(cells[len(COLUMNS) :]):
        wrong.append(Message(ja="列が多すぎます。", en="There are too many columns."))
    role = role_of(role_word)
    if role is None:
        known = "、".join(role_name(one).ja for one in FITS)
        english = ", ".join(role_name(one).en for one in FITS)
        wrong.append(Message(ja=f"役割は {known} のどれかです。", en=f"The role is one of {english}."))
    addresses = names.get(key(organisation_word), []) if organisation_word else [""]
    if len(addresses) != 1:
        wrong.append(_which(organisation_word, addresses))
    if username.lower() in seen:
        wrong.append(PersonExists(username).message)
    asked = None
    if role and len(addresses) == 1:
        asked = Asked(username=username.lower(), name=name, role=role, organisation=addresses[0], email=email)
        wrong.extend(_refused(asked))
    given = {"username": username, "name": name, "role": role_word, "organisation": organisation_word, "email": email}
    return ListLine(number=number, **given, wrong=tuple(wrong), asked=None if wrong else asked)


def _refused(asked: Asked) -> list[Message]:
    try:
        checked(asked)
    except MonosashiError as error:
        return [error.message]
    return []


def _which(word: str, addresses: Sequence[str]) -> Message:
    if not addresses:
        return Message(ja=f"「{word}」という組織はありません。", en=f"There is no organisation {word!r}.")
    return Message(
        ja=f"「{word}」は {len(addresses)} つあります。略号（{'、'.join(addresses)}）で書いてください。",
        en=f"There are {len(addresses)} organisations {word!r}: write the address ({', '.join(addresses)}).",
    )


def _organisation_names() -> dict[str, list[str]]:
    """The open organisations' addresses by each word that may name them: address, name, or name with those above."""
    names: dict[str, list[str]] = {}
    for row in Organisation.objects.filter(closed=False).select_related("parent__parent").order_by("address"):
        for word in {key(row.address), key(row.name), key(full_name(row)), key(full_name(row).replace(" ", ""))}:
            names.setdefault(word, []).append(row.address)
    return names
