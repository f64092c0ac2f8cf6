"""What is said of a paper that is written on no form on file: which of its labels were understood, and which were not."""

from monosashi.forms import UNKNOWN
from monosashi.model import Cell, Finding, Message, Reading, Severity
from monosashi.model.folding import unbroken
from monosashi.reading.head import could_label
from monosashi.reading.telling import short

#: So many labels are named in the sentence; all of those not understood stand in the reading's leftover and guesses.
_NAMED = 8


def told_of_form(reading: Reading) -> Reading:
    """The reading, with the finding ``form-unknown`` where its form is none on file."""
    if reading.sheet.form != UNKNOWN:
        return reading
    return reading.model_copy(update={"findings": (*reading.findings, _finding(reading))})


def _finding(reading: Reading) -> Finding:
    guessed = [s.label for s in reading.sheet.policy.statements if s.role == "other"]
    known = _once([cell.text for cell in reading.furniture if unbroken(cell.text) not in set(map(unbroken, guessed))])
    strange = _once([*guessed, *(cell.text for cell in reading.leftover if _like_a_label(cell))])
    understood, missed = short(known, _NAMED), short(strange, _NAMED)
    words = Message(
        ja=f"登録されている様式のどれとも合いません。知っている見出し{len(known)}件（{understood}）を手がかりに読みました。"
        + (f"知らない見出しは{len(strange)}件（{missed}）です。" if strange else "知らない見出しはありません。")
        + "この様式のファイルを書いて --form で渡すと、そのとおりに読めます（docs/forms.md）。",
        en=f"It fits no form on file; it was read by the {len(known)} labels that are known ({understood}). "
        + (f"{len(strange)} are not known ({missed}). " if strange else "None is unknown. ")
        + "Write a form file and give it with --form to have it read as you say (docs/forms.md).",
    )
    return Finding(
        code="form-unknown",
        severity=Severity.WARNING,
        path="",
        expected="、".join(map(unbroken, known)),
        found="、".join(map(unbroken, strange)),
        message=words,
    )


def _once(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(unbroken(text) for text in texts if text.strip()))


def _like_a_label(cell: Cell) -> bool:
    return cell.bordered and could_label(cell.text)
