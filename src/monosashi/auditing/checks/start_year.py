"""達成手段の開始年度が、表の年度や金額と合わない / A programme's start year does not go with the sheet

規則: 達成手段の開始年度は、表の標題の年度の翌年度より後ではない。また、開始年度より前の年度に、予算額や執行額（0を除く）は印刷されない。
Rule: A means does not start later than the year after that of the sheet's title, and no budget or execution but nil is printed
for a year before it starts.

適用しない場合: 開始年度が印刷されていないとき。標題に年度がないとき（後の年度についてだけ）。前身の事業の額だと書かれているとき。
Does not apply: Where no start is printed; where the title states no year (as to later years); where the row says that the money
is that of a predecessor.

良い例: 開始年度は平成27年度、平成26年度の欄は横棒。
Right: Start in fiscal 2015, a dash for fiscal 2014.

悪い例: 開始年度は平成27年度、平成26年度の予算額が30百万円。
Wrong: Start in fiscal 2015, and a budget of 30 million yen for fiscal 2014.
"""

import re
from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, MoneyCell, Nendo, Programme, Severity, Sheet, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import years

CHECK = Check("start-year", Severity.WARNING)
_PREDECESSOR = re.compile(
    r"前身|旧事業|(?:事業|名称)(?:を|の)?(?:統合|組替|組み替え|再編|変更|継承)|後継|統合前|移管|引き継"
)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each means whose start is later than the sheet, or than money that is printed for it."""
    for n, programme in enumerate(sheet.programmes):
        start, path = programme.start, f"/programmes/{n}"
        if not start or _PREDECESSOR.search(unbroken(programme.outline + programme.name.text)):
            continue
        early = [(c, cell) for c, cell in enumerate(programme.money) if _is_before(cell, start)]
        if sheet.title.nendo and start.year > sheet.title.nendo.year + 1:
            yield _later(sheet, path, programme, start, sheet.title.nendo)
        elif early:
            yield _with_money(sheet, path, programme, start, early)


def _is_before(cell: MoneyCell, start: Nendo) -> bool:
    year = cell.year.nendo
    return year is not None and year.year < start.year and any(line.budget or line.executed for line in cell.lines)


def _at(path: str, programme: Programme) -> str:
    return f"{path}/name" if programme.name.start else f"{path}/started"


def _later(sheet: Sheet, path: str, programme: Programme, start: Nendo, title: Nendo) -> Finding:
    number, when, sheet_year = unbroken(programme.number.text), years([start]), years([title])
    return CHECK.finding(
        _at(path, programme),
        Contrast(f"≦{title}", str(start)),
        Message(
            ja=f"達成手段{number}の開始年度{when.ja}は、{sheet_year.ja}の表より後です。",
            en=f"Programme {number} starts in {when.en}, after this sheet of {sheet_year.en}.",
        ),
        evidence(sheet, "/title"),
    )


def _with_money(
    sheet: Sheet, path: str, programme: Programme, start: Nendo, early: list[tuple[int, MoneyCell]]
) -> Finding:
    number, when = unbroken(programme.number.text), years([start])
    before = years([cell.year.nendo for _, cell in early if cell.year.nendo])
    return CHECK.finding(
        _at(path, programme),
        Contrast(f"≦{before.ja}", str(start)),
        Message(
            ja=f"達成手段{number}の開始年度は{when.ja}ですが、それより前の{before.ja}の金額が印刷されています。",
            en=f"Programme {number} starts in {when.en}, but money is printed for {before.en}.",
        ),
        evidence(sheet, *(f"{path}/money/{c}" for c, _ in early)),
    )
