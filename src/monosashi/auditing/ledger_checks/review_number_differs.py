"""行政事業レビュー事業番号が、公表されたレビューシートと違う / The review number differs from the published database

規則: 達成手段に印刷された行政事業レビュー事業番号が、名・開始年度・担当部局から突き合わせた事業の、同じ年度のレビューシートの番号と違うことを示す。
その番号のレビューシートが別の事業のものであるときは、その名も示す。表の印刷の時点の番号が仮のものだったことがあるので、表の誤りとは限らない。
Rule: The review number printed for a means is not that of the project it was matched with by name, start year and office in the
review sheets of the same year. Where the sheet that bears the number is another project's, its name is told. Numbers may have
been provisional when the sheet was printed, so the sheet need not be wrong.

適用しない場合: 突合せが定まっていないとき（候補がいくつもある、見つからない）。番号が印刷されていないとき。手元のレビューシートが、表の番号の年度の版で
ないとき。
Does not apply: Where the match is not settled (several candidates, or none); where no number is printed; where the review sheets
at hand are not of the year of the printed numbers.

良い例: 達成手段「国際会議への対応」の事業番号は0148、2021年度のレビューシート「国際会議への対応」も0148。
Right: The means “国際会議への対応” prints 0148, and so does the review sheet of that name of 2021.

悪い例: 達成手段「国際会議への対応」の事業番号は0140、2021年度のレビューシート「国際会議への対応」は0148。
Wrong: The means “国際会議への対応” prints 0140, and the review sheet of that name of 2021 is 0148.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Certainty, Finding, Message, ProgrammeMatch, Reconciliation, Severity, Sheet, Tolerances
from monosashi.model.folding import key, unbroken
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.review_year import review_year

CHECK = Check("review-number-differs", Severity.WARNING)


def check(sheet: Sheet, told: Reconciliation, _by: Tolerances) -> Iterator[Finding]:
    """Each means whose number is another than its project's."""
    year = review_year(sheet)
    if year is None or told.edition != year.year:
        return
    for match in told.programmes:
        if _differs(match):
            yield _finding(sheet, match, told.edition)


def _differs(match: ProgrammeMatch) -> bool:
    printed, published = key(match.printed_review_number), key(match.matched_review_number)
    settled = match.certainty in (Certainty.CERTAIN, Certainty.CHOSEN)
    return settled and bool(printed.strip("-ー")) and bool(published) and not _same(printed, published)


def _same(printed: str, published: str) -> bool:
    """Whether a number is a project's: its whole id (2021-総務-20-0148), or the end of it, idle zeros aside."""
    parts = [printed.split("-"), published.split("-")]
    shorter, longer = sorted(([part.lstrip("0") for part in one] for one in parts), key=len)
    return longer[-len(shorter) :] == shorter


def _finding(sheet: Sheet, match: ProgrammeMatch, edition: int) -> Finding:
    name, printed = unbroken(match.name), unbroken(match.printed_review_number)
    other = unbroken(match.points_to)
    ja = f"。{printed}は「{other}」の番号です" if other else ""
    en = f"; {printed} is “{other}” there" if other else ""
    return CHECK.finding(
        f"{match.path}/review_number",
        Contrast(match.matched_review_number, printed),
        Message(
            ja=f"達成手段「{name}」の事業番号{printed}は、公表された{edition}年度のレビューシートの"
            f"{match.matched_review_number}（{match.matched}）と違います{ja}。",
            en=f"The number {printed} of the means “{name}” differs from the published database, where the project of "
            f"{edition} is {match.matched_review_number} ({match.matched}){en}.",
        ),
        evidence(sheet, f"{match.path}/name"),
    )
