"""注記のない※がある / A ※ mark without a note

規則: 表の中の番号付きの※（※１、（注２）など）には、同じ番号の注記がなければならない。全角と半角の数字は同じとみなす。
Rule: Each numbered mark (※１, （注２）) in the sheet has a note of that number. Full- and half-width digits are the same.

適用しない場合: 番号のない※。行頭にあって、その行で説明されているもの（欄の中の注）。
Does not apply: To a ※ without a number; to a mark that opens a line and is explained on it (small print inside a cell).

良い例: 指標名に「（※３）」、欄外に「※３　…」。
Right: A name with ※３, and a note ※３ below the table.

悪い例: 指標名に「（※３）」、欄外の注記は※１と※２だけ。
Wrong: A name with ※３, and notes ※１ and ※２ only.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.note_uses import note_uses
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.mark import note_key
from monosashi.model.measuring.printed import evidence

CHECK = Check("note-undefined", Severity.WARNING)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each mark that no note defines, once, at its first place."""
    defined = {note_key(note.mark): note.mark for note in sheet.notes}
    for mark_key, uses in note_uses(sheet).items():
        if mark_key in defined:
            continue
        path, mark = uses[0]
        marks = "、".join(note.mark for note in sheet.notes)
        yield CHECK.finding(
            path,
            Contrast(mark, marks),
            Message(
                ja=f"「{mark}」の注記がありません（ある注記は{marks or 'なし'}）。",
                en=f"There is no note for {mark} (notes: {marks or 'none'}).",
            ),
            evidence(sheet, *(path for path, _ in uses), *(f"/notes/{n}/mark" for n in range(len(sheet.notes)))),
        )
