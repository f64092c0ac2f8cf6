"""Lag: after how long an effect is expected, in the sheet's own words. Never guessed: where no word says it, it is
unknown.

A sentence counts only if it speaks of an effect; 翌年度 also tells when a figure is published or money is carried over.
"""

import re
from collections.abc import Iterable

from monosashi.model import Evidence, Lag
from monosashi.model.folding import fold

_YEARS_LATER = re.compile(r"(?<!\d)(?P<n>\d{1,2})(?:か|ヶ|カ)?年(?:度)?(?:程度|ほど|間)?後")
_IN_YEARS = ((re.compile(r"翌々年"), 2), (re.compile(r"(?<!翌)翌年"), 1))
_IN_WORDS = re.compile(
    r"数年後|中長期(?:的|に)?|長期的|中期的|(?:事業|調査|支援|実証|研修|開催)(?:の)?(?:終了|完了|実施)後"
)
_EFFECT = re.compile(r"効果|成果|アウトカム|表れ|現れ|発現|波及|結び?つ|つなが|実現|案件|受注|資する")
_OTHER = re.compile(r"公表|集計|繰り?越|予算|要求|報告|統計")


def lag_of(sentences: Iterable[Evidence]) -> Lag:
    """The lag that some sentences state: the first with a number of years, else the first words that speak of one.

    >>> lag_of([Evidence(path="/rationales/0", text="効果は翌年度に表れる。")]).years
    1
    >>> lag_of([Evidence(path="/rationales/0", text="実績は翌年度に公表する。")])
    Lag(years=None, text='', path='')
    """
    speaking = [one for one in sentences if _EFFECT.search(one.text)]
    for one in speaking:
        if not _OTHER.search(one.text) and (found := _number(fold(one.text))):
            return Lag(years=found[0], text=found[1], path=one.path)
    for one in speaking:
        if match := _IN_WORDS.search(fold(one.text)):
            return Lag(text=one.text[match.start() : match.end()], path=one.path)
    return Lag()


def _number(text: str) -> tuple[int, str] | None:
    if match := _YEARS_LATER.search(text):
        return int(match["n"]), match.group()
    for pattern, years in _IN_YEARS:
        if match := pattern.search(text):
            return years, match.group()
    return None
