"""同じ指標の値が、レビューシートと違う / A measure's value differs from the review sheet's

規則: 表の測定指標と同じ指標が、達成手段の事業のレビューシートにも載り、同じ年度の実績（値）が違うことを示す。
Rule: A measure of the sheet stands in the review sheet of one of its means, too, with another actual value for the same year.

適用しない場合: どちらかの値が数でないとき、年度が重ならないとき、指標が同じと言えないとき。
Does not apply: Where either value is no number, where the years do not overlap, and where the two are not known to be one measure.

良い例: 受注件数の令和元年度の実績は、表もレビューシートも4件。
Right: Four orders in 令和元年度 on the sheet and on the review sheet.

悪い例: 受注件数の令和元年度の実績は、表で4件、レビューシートで6件。
Wrong: Four orders in 令和元年度 on the sheet, and six on the review sheet.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, MeasureMatch, Message, Reconciliation, Severity, Sheet, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import years

CHECK = Check("measure-differs", Severity.WARNING)


def check(sheet: Sheet, told: Reconciliation, _by: Tolerances) -> Iterator[Finding]:
    """Each measure whose value in some year is another in the review sheet."""
    for match in told.measures:
        if match.differing:
            yield _finding(sheet, match)


def _finding(sheet: Sheet, match: MeasureMatch) -> Finding:
    when, name = years(match.differing), unbroken(match.name)
    return CHECK.finding(
        match.path,
        Contrast(match.project, when.ja),
        Message(
            ja=f"指標「{name}」の{when.ja}の実績が、レビューシート（{match.project}）と違います。",
            en=f"The actual of “{name}” for {when.en} differs from the review sheet {match.project}.",
        ),
        evidence(sheet, f"{match.path}/name"),
    )
