"""暦にない年や日がある / A year or a day that no calendar has

規則: 年度、年月、年月日は、暦にあるものでなければならない（平成0年度、2月30日、13月はない）。また、終わった元号の年（平成34年度）は、
その元号が終わった後の年度の表に印刷されてはならない。標題、評価の時期、基準年度と目標年度、年度の見出し、達成手段の開始年度、内閣の重要政策の
年月日を見る。
Rule: Years, months and days must be ones that a calendar has (there is no 平成0年度, 30 February or 13th month). A year counted
in an era beyond its end (平成34年度) must not be printed on the sheet of a fiscal year that began after the era had ended. Looked
at are the title, the time of the evaluation, baseline and target years, heads of years, the years programmes began in, and
the days of the cabinet's decisions.

適用しない場合: 元号が変わる前に作られた表の、先の年度（平成28年度の表の平成34年度は、令和4年度のこと）。元号が変わった年度の表。標題にも評価の
実施時期にも年度がなく、いつの表か分からないとき（実施予定時期からは分からない）。元号のない年度（34年度）。元号の最初の年の、改元の前の日。
Does not apply: To years ahead on a sheet made before the era changed (平成34年度 on a sheet of fiscal 2016 is fiscal 2022), nor on
sheets of the fiscal year in which it changed; where neither the title nor the month in which the evaluation was done tells which
year the sheet is of (a month that is only planned does not tell); to years without an era; to days of an era's first year
before it began.

良い例: 平成28年度の表で、目標年度が平成34年度。年月日が平成28年2月29日。
Right: A target year of 平成34年度 on a sheet of fiscal 2016; a day of 29 February 2016.

悪い例: 令和3年度の表で、目標年度が平成34年度。年月日が平成28年2月30日。
Wrong: A target year of 平成34年度 on a sheet of fiscal 2021; a day of 30 February 2016.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.printed_years import YearWord, dated_leaves, printed_since, year_words
from monosashi.model import Finding, Message, Nendo, Severity, Sheet, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import join_en
from monosashi.model.nendo import print_year

CHECK = Check("year-impossible", Severity.ERROR)
#: A year that heads a column or a row stands over many values, and is one print.
_HEAD = re.compile(r"/(?:targets|actuals|amounts|money)/\d+/years?(?:/\d+)?$")
_MEASURE = re.compile(r".*/measures/\d+(?=/)")


@dataclass(frozen=True)
class _Fault:
    """A printed year that cannot be, and where."""

    path: str
    text: str
    word: YearWord

    @property
    def print(self) -> str:
        """What is one print: a head by its text, a measure's own years together, anything else by itself."""
        measure = _MEASURE.match(self.path)
        return unbroken(self.text) if _HEAD.search(self.path) else measure[0] if measure else self.path


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each print of a year that no calendar has, or that is counted in an era ended before the sheet was printed."""
    since = printed_since(sheet)
    found: dict[str, list[_Fault]] = {}
    for path, text in dated_leaves(sheet):
        for word in year_words(text):
            ended = word.era_end
            if word.impossible or (ended and since is not None and Nendo(year=since).first_day > ended):
                fault = _Fault(path, text, word)
                found.setdefault(fault.print, []).append(fault)
    for faults in found.values():
        yield _finding(sheet, faults, since)


def _finding(sheet: Sheet, faults: list[_Fault], since: int | None) -> Finding:
    words = list({fault.word.text: fault.word for fault in faults}.values())
    ja = "。".join(_said(word, since).ja for word in words)
    return CHECK.finding(
        faults[0].path,
        Contrast("、".join(_right(word) for word in words), "、".join(word.text for word in words)),
        Message(ja=f"{ja}。", en=f"{join_en([_said(word, since).en for word in words])}."),
        evidence(sheet, *dict.fromkeys(fault.path for fault in faults)),
    )


def _said(word: YearWord, since: int | None) -> Message:
    ended = word.era_end
    if not ended or since is None:
        return Message(ja=f"「{word.text}」は暦にありません", en=f"No calendar has “{word.text}”")
    return Message(
        ja=f"「{word.text}」の元号は{ended.year}年{ended.month}月{ended.day}日に終わっており、"
        f"{Nendo(year=since)}以後のこの表では使えません（{_right(word)}に当たります）",
        en=f"The year “{word.text}” is counted in an era that ended on {ended.isoformat()}, before this sheet of FY{since} or later "
        f"(it is {word.year})",
    )


def _right(word: YearWord) -> str:
    """The year by the era in force; nothing where there is none."""
    if not word.year or not word.era_end:
        return ""
    printed = f"{print_year(word.year)}年"
    return f"{printed}度" if word.month is None and "年度" in word.text else printed
