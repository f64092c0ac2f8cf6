"""Items: what a person has to look at before a reading is accepted, in one ordered list.

Nothing on the paper is absorbed in silence: every cell that no field took is an item. So is every field placed by guess,
every value that should be a number and is none, what the reader remarked, what the form asks for and the sheet lacks, a
correction that a new reading made stale; and of the whole sheet, that its form is unknown or much of it was left over.
What concerns one field is one item with several reasons. An item's key holds what it says, so that what is read anew and
otherwise is looked at anew.
"""

from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256

from monosashi.forms import UNKNOWN
from monosashi.model import Message, Noun, Place, Reading
from monosashi.model.path import leaves
from monosashi.office.completeness import completeness
from monosashi.office.corrections import STALE, applied
from monosashi.office.taking_in.doubts import doubts
from monosashi.office.verbs import form_of

#: Of a paper of which more than this share of the characters was left over, or less than that went into fields, the
#: whole reading is in doubt.
MOST_LEFT_OVER = 0.02
LEAST_IN_FIELDS = 0.5


class ItemKind(StrEnum):
    """Why an item is there; the order is that of the list."""

    FORM = "form"
    COVERAGE = "coverage"
    STALE = "stale"
    LEFTOVER = "leftover"
    DOUBT = "doubt"
    GUESS = "guess"
    REMARK = "remark"
    MISSING = "missing"


class WorkItem(Noun):
    """One thing to look at. ``path``: the field it is about, empty where none is; ``field``: the field to write in, where
    there is one (its own, else the one around it). ``text``: what stands there, or the words left over. ``settled``: a
    correction has answered it. ``stale``: which correction is stale, by its text."""

    key: str
    kind: ItemKind
    path: str = ""
    field: str = ""
    text: str = ""
    label: str = ""
    reasons: tuple[Message, ...] = ()
    place: Place | None = None
    settled: bool = False
    was: str = ""
    now: str = ""


def work_items(raw: Reading, now: Reading) -> tuple[WorkItem, ...]:
    """The items of a reading as it was made, held against what it says with its corrections."""
    found = [*_whole(raw), *_stale(now), *_leftovers(raw), *_fields(raw, now)]
    return tuple(found)


def key_of(kind: ItemKind, at: str, text: str) -> str:
    """What an item is remembered by."""
    return sha256(f"{kind.value}\n{at}\n{text}".encode()).hexdigest()[:20]


def _whole(raw: Reading) -> Iterator[WorkItem]:
    """What is to be said of the reading as a whole."""
    if raw.sheet.form in ("", UNKNOWN):
        yield WorkItem(
            key=key_of(ItemKind.FORM, "", raw.sheet.form),
            kind=ItemKind.FORM,
            reasons=(
                Message(
                    ja="登録済みのどの様式とも合わないので、一般的な見出しで読みました。様式が分かるなら、選んで読み直せます。",
                    en="It is printed on no form on file and was read by labels in general use. If you know the form, "
                    "choose it and read again.",
                ),
            ),
        )
    spread = raw.coverage
    share = spread.leftover / spread.total if spread.total else 0.0
    if share > MOST_LEFT_OVER or spread.share < LEAST_IN_FIELDS:
        left, taken = f"{share:.1%}", f"{spread.share:.1%}"
        yield WorkItem(
            key=key_of(ItemKind.COVERAGE, "", f"{spread.fields}/{spread.furniture}/{spread.leftover}"),
            kind=ItemKind.COVERAGE,
            reasons=(
                Message(
                    ja=f"欄に入った文字は{taken}、どの欄にも入らなかった文字は{left}です。別の様式か、崩れた文書かもしれません。",
                    en=f"{taken} of the characters went into fields and {left} into none. It may be another form, or a "
                    "damaged document.",
                ),
            ),
        )


def _stale(now: Reading) -> Iterator[WorkItem]:
    texts = dict(leaves(now.sheet))
    for finding in now.findings:
        if finding.code != STALE:
            continue
        lost = [
            one
            for one in now.corrections
            if one.was == finding.expected and (not finding.path or one.at == finding.path)
        ]
        last = lost[-1] if lost else None
        at = last.at if last else finding.path
        yield WorkItem(
            key=key_of(ItemKind.STALE, at, f"{finding.expected}\n{finding.found}"),
            kind=ItemKind.STALE,
            path=finding.path,
            field=at if at in texts else "",
            text=texts.get(at, ""),
            reasons=(finding.message,),
            place=_place(now, at),
            was=finding.expected,
            now=last.now if last else "",
        )


def _leftovers(raw: Reading) -> Iterator[WorkItem]:
    why = Message(
        ja="どの欄にも入りませんでした。入れる欄を選ぶか、要らないものなら確認済みにしてください。",
        en="No field took it. Choose the field it belongs to, or confirm that it belongs to none.",
    )
    seen: dict[str, int] = {}
    for cell in raw.leftover:
        key = key_of(ItemKind.LEFTOVER, str(cell.place), cell.text)
        seen[key] = seen.get(key, 0) + 1
        own = key if seen[key] == 1 else f"{key}-{seen[key]}"
        yield WorkItem(key=own, kind=ItemKind.LEFTOVER, text=cell.text, reasons=(why,), place=cell.place)


def _fields(raw: Reading, now: Reading) -> Iterator[WorkItem]:
    """One item a field, under the first of its kinds, in the order of the kinds and then of the sheet."""
    said: dict[str, list[tuple[ItemKind, Message, str]]] = {}
    for kind, path, why, label in _said(raw):
        said.setdefault(path, []).append((kind, why, label))
    texts, texts_now = dict(leaves(raw.sheet)), dict(leaves(now.sheet))
    doubtful = {path for path, _, _ in doubts(now.sheet)}
    corrected = {one.at for one in applied(now)}
    made = []
    for path, reasons in said.items():
        field, kind = _field(path, texts_now), min((kind for kind, _, _ in reasons), key=list(ItemKind).index)
        what = "\n".join([*(f"{one}:{why.ja}" for one, why, _ in reasons), texts.get(field, "")])
        made.append(
            WorkItem(
                key=key_of(kind, path, what),
                kind=kind,
                path=path,
                field=field,
                text=texts.get(field, ""),
                label=reasons[0][2],
                reasons=tuple(why for _, why, _ in reasons),
                place=_place(raw, field or path),
                settled=field in corrected and field not in doubtful,
            )
        )
    order = {path: n for n, path in enumerate(texts)}
    yield from sorted(made, key=lambda one: (list(ItemKind).index(one.kind), order.get(one.field, len(order))))


def _said(raw: Reading) -> Iterator[tuple[ItemKind, str, Message, str]]:
    for path, _, why in doubts(raw.sheet):
        yield ItemKind.DOUBT, path, why, ""
    for guess in raw.guesses:
        yield ItemKind.GUESS, guess.path, guess.reason, ""
    for finding in raw.findings:
        if finding.code != STALE:
            yield ItemKind.REMARK, finding.path, finding.message, ""
    lacks = Message(
        ja="様式が求める記載が、ありません（空欄か「－」です）。原本にあるなら書き、ないなら確認済みにしてください。",
        en="The form asks for it and it is blank or a dash. Write it if the original says it; else confirm that it does not.",
    )
    for gap in completeness(raw.sheet, form_of(raw.sheet)).missing:
        yield ItemKind.MISSING, f"{gap.path}#{gap.label}" if gap.label else gap.path, lacks, gap.label


def _field(path: str, texts: dict[str, str]) -> str:
    """The field to write in for a path: its own, else the nearest around it."""
    here = path.partition("#")[0]
    while here:
        if here in texts:
            return here
        here = here.rpartition("/")[0]
    return ""


def _place(reading: Reading, path: str) -> Place | None:
    return next(iter(reading.trace.places(path.partition("#")[0])), None) if path else None
