"""Corrections: a person's better readings laid over what was read, in one place, whenever a reading is opened.

The reading keeps its sheet as it was read; ``corrected`` lays the corrections over it. Of several corrections of one leaf
each says what stood there when it was made, so they apply one after another; one that finds something else standing there
is stale: it is not applied, and a finding says so. Laying them over a second time changes nothing. A document that is
read again hands them on to its new reading (``handed_on``).
"""

import datetime as dt
from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import ValidationError

from monosashi.model import Correction, Evidence, Finding, Message, Reading, Severity, Sheet
from monosashi.model.error import MonosashiError
from monosashi.model.folding import unbroken
from monosashi.model.path import leaves
from monosashi.office.reprinting import reprinted

#: The code of the finding about a correction that no longer applies.
STALE = "correction-stale"
#: How many paths an error about an unknown one names.
_NEAR = 6


class UnknownPath(MonosashiError):
    """A path at which the sheet prints nothing that could be corrected."""

    def __init__(self, sheet: Sheet, path: str) -> None:
        near = "".join(f"\n  {at}  「{_short(text)}」" for at, text in _near(sheet, path))
        super().__init__(
            "unknown-path",
            f"「{path}」は、この表の値の場所ではありません。何も書いていません。場所は --at に指摘や JSON の path のとおりに書きます。",
            f"{path!r} is no place of a value on this sheet. Nothing was written. Give --at as findings and the JSON "
            f"print it. 近い場所 near it:{near}",
        )


class NothingChanges(MonosashiError):
    """A correction to the text that stands there already."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__(
            "nothing-changes",
            f"{path} には、もう「{_short(text)}」とあります。何も書いていません。",
            f"{path} reads {_short(text)!r} already. Nothing was written.",
        )


class NoReason(MonosashiError):
    """A correction without a reason or without a name."""

    def __init__(self) -> None:
        super().__init__(
            "correction-unsigned",
            "訂正には、理由（--why）と、だれの訂正か（--who）が要ります。何も書いていません。",
            "A correction needs its reason (--why) and whose it is (--who). Nothing was written.",
        )


def correct(reading: Reading, at: str, now: str, *, who: str, when: dt.datetime, why: str) -> Reading:
    """The reading with one more correction; its sheet stays as it is. Raises ``UnknownPath``, ``NothingChanges`` or
    ``NoReason``."""
    if not who.strip() or not why.strip():
        raise NoReason
    sheet = corrected(reading).sheet
    texts = dict(leaves(sheet))
    if at not in texts:
        raise UnknownPath(sheet, at)
    if texts[at] == now:
        raise NothingChanges(at, now)
    one = Correction(at=at, was=texts[at], now=now, who=who.strip(), when=when, why=why.strip())
    return reading.model_copy(update={"corrections": (*reading.corrections, one)})


def corrected(reading: Reading) -> Reading:
    """The reading with its corrections laid over the sheet, and a finding for each that is stale. The trace stays: a
    corrected value stands where the printed one stood."""
    if not reading.corrections:
        return reading
    sheet = reading.sheet
    texts = dict(leaves(sheet))
    stale: list[Finding] = []
    for path in dict.fromkeys(one.at for one in reading.corrections):
        text, lost = _run([one for one in reading.corrections if one.at == path], texts.get(path))
        stale += [_stale(one, texts.get(path)) for one in lost]
        if text is not None:
            sheet = reprinted(sheet, path, text)
    told = [finding for finding in stale if finding not in reading.findings]
    return reading.model_copy(update={"sheet": sheet, "findings": (*reading.findings, *told)})


def handed_on(earlier: bytes, reading: Reading) -> Reading:
    """A new reading with the corrections of the one kept until now (its JSON), where that is a reading and has some."""
    if b'"corrections"' not in earlier or reading.corrections:
        return reading
    try:
        kept = Reading.model_validate_json(earlier)
    except ValidationError:
        return reading
    same_place = kept.ordinal == reading.ordinal
    return reading.model_copy(update={"corrections": kept.corrections}) if same_place else reading


def applied(reading: Reading) -> Iterator[Correction]:
    """The corrections whose text stands on the sheet, the last of each leaf, in the order they were made."""
    texts = dict(leaves(reading.sheet))
    last = {one.at: one for one in reading.corrections}
    yield from (one for one in reading.corrections if last[one.at] is one and texts.get(one.at) == one.now)


def _run(corrections: list[Correction], text: str | None) -> tuple[str | None, list[Correction]]:
    """What a leaf reads after its corrections, in the order they were made, and those that are stale. One whose own
    text stands there already has done its work, on this paper or on the one before."""
    if text is None:
        return None, corrections
    if corrections[-1].now == text:
        return text, []
    stale = []
    for one in corrections:
        if one.was == text:
            text = one.now
        elif one.now != text:
            stale.append(one)
    return text, stale


def _stale(one: Correction, stands: str | None) -> Finding:
    made = f"{one.when:%Y-%m-%d}"
    gone = stands is None
    ja = "その場所がありません" if gone else f"今は「{_short(stands or '')}」とあります"
    en = "that place is gone" if gone else f"it now reads {_short(stands or '')!r}"
    return Finding(
        code=STALE,
        severity=Severity.WARNING,
        path="" if gone else one.at,
        expected=one.was,
        found=stands or "",
        evidence=() if gone else (Evidence(path=one.at, text=stands or ""),),
        message=Message(
            ja=f"{one.who}さんの訂正（{made}、「{_short(one.was)}」を「{_short(one.now)}」に）は、{ja}ので当てていません。"
            "原本を見て、要るなら訂正をやり直してください。",
            en=f"The correction by {one.who} ({made}, {_short(one.was)!r} to {_short(one.now)!r}, at {one.at}) is not "
            f"applied: {en}. Look at the original, and correct it again if need be.",
        ),
    )


def _near(sheet: Sheet, path: str) -> Iterator[tuple[str, str]]:
    """Leaves below a path that stops short, else those whose paths are most like it."""
    texts = {at: text for at, text in leaves(sheet) if text.strip()}
    below = [at for at in texts if at.startswith(f"{path.rstrip('/')}/")]
    parent = path.rpartition("/")[0]
    beside = [at for at in texts if parent and at.startswith(f"{parent}/")]
    like = get_close_matches(path, texts, n=_NEAR, cutoff=0.3)
    for at in list(dict.fromkeys([*below, *([parent] if parent in texts else []), *beside, *like]))[:_NEAR]:
        yield at, texts[at]


def _short(text: str, most: int = 40) -> str:
    flat = unbroken(text)
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"
