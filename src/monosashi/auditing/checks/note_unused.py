"""どこからも引かれていない注記がある / A note that nothing refers to

規則: 注記の番号（※１など）が、表のどこにも付されていないことを示す。
Rule: The mark of a note stands nowhere in the sheet.

適用しない場合: 番号のない注記（※だけのもの）。
Does not apply: To a note without a number (a bare ※).

良い例: 欄外に「※１　…」、政策名に「（※１）」。
Right: A note ※１, and a label with ※１.

悪い例: 欄外に「※１　…」、表の中に※１はない。
Wrong: A note ※１, and no ※１ in the table.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.note_uses import note_uses
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.mark import note_key, note_marks
from monosashi.model.measuring.printed import evidence

CHECK = Check("note-unused", Severity.NOTE)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each numbered note whose mark is used nowhere."""
    used = note_uses(sheet)
    for n, note in enumerate(sheet.notes):
        if note_marks(note.mark) and note_key(note.mark) not in used:
            yield CHECK.finding(
                f"/notes/{n}/mark",
                Contrast(note.mark, ""),
                Message(
                    ja=f"注記「{note.mark}」は、表のどこにも付されていません。",
                    en=f"The note {note.mark} is referred to nowhere in the sheet.",
                ),
                evidence(sheet, f"/notes/{n}/text"),
            )
