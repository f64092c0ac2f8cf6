"""Direction of improvement: whether a measure is meant to rise, to fall, or to be kept.

Stated words decide, in this order: the bound of the target (以下, 以上), the words of the name, those of the target,
those of the rationale, a name that is plainly of a harm (事故件数) or of how long something takes (処理日数), and a
target of nil, which is reached from above. Otherwise more is taken to be better. Because a wrong guess would turn a
good target into a bad one, a finding that depends on the direction says which one was assumed and why.
"""

import re
from dataclasses import dataclass

from monosashi.model import Comparator, Message, Sheet
from monosashi.model.folding import fold, unbroken
from monosashi.model.measuring.once import once
from monosashi.model.measuring.references import rationales_of
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.way import Way
from monosashi.model.quantity import print_amount


@dataclass(frozen=True)
class Direction:
    """The way assumed, and why, to be said within a sentence. ``stated``: whether words or a bound say so."""

    way: Way
    why: Message
    stated: bool = True


_DOWN = r"減ら[すしせ]|減少させ|(?<!値)(?<!取)(?<!取り)下げ|低下させ|削減|低減|縮減|抑制|抑え|短縮|軽減"
#: 以下 and 未満 bound a number in a name; 18歳未満 and 30分以下の割合 bound whom or what is counted.
_BOUND = r"(?<![歳、])(?:以下|未満)(?!の)"
#: In prose they must be what is aimed at: 以下に示す and 以下のとおり are not.
_BOUND_AIMED_AT = r"(?<![歳、。「])(?:以下|未満)(?=に(?!示|掲|述|記|挙|つ)|と[すしな]|を目)"
_KEEP = r"維持(?!管理|費|補修|修繕|更新|[・、]?向上)"
#: What is kept must be the number: 治安を維持する says nothing about a count.
_KEEP_LEVEL = rf"(?:水準|現状|実績|値|程度|度|率|数|量|割合|状態|ペース|規模|レベル)[をの]?.{{0,6}}{_KEEP}"
_UP = r"増や[すしせ]|増加させ|高め|引き?上げ|(?<![り取立ち])上げ[るてた]|伸ば[すし]|上昇"
#: A name that ends so counts those who did it, or what was saved: more is better.
_COUNTS = r"(?!べき).{0,40}(?:割合|率|量|額|数|幅|効果|シェア)$"

_NAME = {
    Way.DOWN: re.compile(rf"(?:{_DOWN})(?!{_COUNTS})|{_BOUND}(?!{_COUNTS})"),
    Way.KEEP: re.compile(rf"{_KEEP}(?!{_COUNTS})"),
}
_TARGET = {Way.DOWN: re.compile(rf"{_DOWN}|減少|以下|未満"), Way.KEEP: re.compile(_KEEP)}
_RISES = re.compile(_UP)
_PROSE = {
    Way.DOWN: re.compile(rf"{_DOWN}|{_BOUND_AIMED_AT}"),
    Way.KEEP: re.compile(_KEEP_LEVEL),
}
#: Harms that a ministry counts in order to have fewer of them. Kept short: only what is never wanted.
_HARM = re.compile(
    r"(?:事故|火災|災害|被害|犯罪|違反|死者|死亡者?|負傷者|待機児童|苦情|滞納|自殺者?|失業|離職|排出|不法投棄|食中毒)"
    r"の?(?:発生|認知)?(?:件数|者数|人数|数|率|量|額)$"
)
#: How long something takes, from one event to another: the shorter the better. 活動時間 is no such name.
_TAKES = re.compile(
    r"から.{1,20}?まで(?:に要する|に要した|にかかる|にかかった)?の?(?:平均)?の?(?:時間|期間|日数)$|"
    r"(?:待ち|待機|所要|処理|審査|審理|手続)(?:に要する|に要した|にかかる|にかかった)?の?(?:平均)?の?(?:時間|期間|日数)$"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


def direction(sheet: Sheet, strand: Strand) -> Direction:
    """The direction of a strand's measure."""
    return _directions(sheet).get((strand.path, strand.part)) or _direction(sheet, strand)


@once
def _directions(sheet: Sheet) -> dict[tuple[str, str], Direction]:
    return {(strand.path, strand.part): _direction(sheet, strand) for strand in strands(sheet)}


def _direction(sheet: Sheet, strand: Strand) -> Direction:
    return _bound(strand) or _words(sheet, strand) or _nil(strand) or Direction(Way.UP, _DEFAULT, stated=False)


def is_of_harm(strand: Strand) -> bool:
    """Whether the name is of what is never wanted, or says that it is to be lessened: kept, it is kept from rising."""
    name = _plain(strand.name)
    return bool(_HARM.search(name) or _TAKES.search(name) or _NAME[Way.DOWN].search(name))


_DEFAULT = Message(
    ja="減らす・維持する等の語がないため、大きいほどよいとみなしました",
    en="no word says otherwise, so more is taken to be better",
)
_SAYS = {
    Way.UP: Message(ja="大きいほどよい", en="more is better"),
    Way.DOWN: Message(ja="小さいほどよい", en="less is better"),
    Way.KEEP: Message(ja="保つのがよい", en="it is to be kept"),
}


def _because(way: Way, where: Message, word: str) -> Direction:
    says = _SAYS[way]
    return Direction(
        way,
        Message(
            ja=f"{where.ja}に「{word}」とあるため、{says.ja}とみなしました",
            en=f"{where.en} says “{word}”, so {says.en}",
        ),
    )


def _bound(strand: Strand) -> Direction | None:
    """What the bound of the target says: 以下, 未満 or 以内 down; 以上 or 超 up. Where the final one has none, a year's."""
    if strand.target and (way := _BOUND_WAYS.get(strand.target.amount.comparator)):
        return _because(way, Message(ja="目標値", en="the target"), unbroken(strand.measure.target.value.text))
    for point in strand.yearly:
        if way := _BOUND_WAYS.get(point.amount.comparator):
            return _because(way, Message(ja="年度ごとの目標値", en="a yearly target"), print_amount(point.amount))
    return None


_BOUND_WAYS = {
    Comparator.AT_MOST: Way.DOWN,
    Comparator.BELOW: Way.DOWN,
    Comparator.AT_LEAST: Way.UP,
    Comparator.ABOVE: Way.UP,
}


def _nil(strand: Strand) -> Direction | None:
    """A target of nil is reached by having fewer, unless the baseline lies below nil."""
    if not strand.target or strand.target.amount.value != 0:
        return None
    if strand.baseline and strand.baseline.amount.value < 0:
        return None
    return Direction(
        Way.DOWN,
        Message(ja="目標値が0であるため、小さいほどよいとみなしました", en="the target is 0, so less is better"),
    )


def _words(sheet: Sheet, strand: Strand) -> Direction | None:
    name = _plain(strand.name)
    if found := _first(_NAME, name):
        return _because(found[0], Message(ja="指標名", en="the name"), found[1])
    if found := _first(_TARGET, _plain(strand.measure.target.value.text)):
        return _because(found[0], Message(ja="目標値", en="the target"), found[1])
    for _, rationale in rationales_of(sheet, strand.path):
        if found := _prose(unbroken(rationale.text)):
            return _because(found[0], Message(ja="選定理由", en="the rationale"), found[1])
    if harm := _HARM.search(name) or _TAKES.search(name):
        return _because(Way.DOWN, Message(ja="指標名", en="the name"), harm.group())
    return None


def _prose(text: str) -> tuple[Way, str] | None:
    """What a rationale states. One that speaks of both raising and lowering decides nothing."""
    rises, other = _RISES.search(text), _first(_PROSE, text)
    if rises and other:
        return (Way.UP, rises.group()) if other[0] is Way.KEEP else None
    return (Way.UP, rises.group()) if rises else other


def _plain(text: str) -> str:
    flat = fold(unbroken(text))
    return _BRACKETS.sub("", flat)


def _first(patterns: dict[Way, re.Pattern[str]], text: str) -> tuple[Way, str] | None:
    """The first way, in the order of the patterns, of which the text has a word."""
    for way, pattern in patterns.items():
        if match := pattern.search(text):
            return way, match.group()
    return None
