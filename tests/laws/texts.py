"""Words, sentences and names as sheets print them, drawn at random: Japanese with circled numbers, widths of every
kind, odd punctuation, signs that a spreadsheet takes for a formula, and line breaks anywhere."""

from functools import cache
from random import Random

from hypothesis import strategies as st

WORDS = (
    "港", "離島", "移動図書館", "学校給食", "地元産", "見守り", "ＩＣＴ", "5G", "G20", "2025年の万博", "①窓口", "３か所", "㈱", "№７", "㎡",
    "（※３）", "「足」", "【重点】", "…", "—", "～", "〜", "・", "：", "、", "。", "％", "×", "→", "𠮷野", "髙", "⻑", "ー", "ﾊﾝｶｸ", "Ａ＆Ｂ",
    "<b>", "&amp;", "\"", "'", "_x0041_", "令和３年度", "昭和64年", "12社", "1,020", "△5", "0140", "を", "の", "に関する", "こと",
)  # fmt: skip
#: What a sentence may begin with: a spreadsheet takes = + - @ for a formula, and every producer must not.
BEGINNINGS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'", "「", "①", "１．", "")
JOINTS = ("", "", "", "", " ", "　", "\n", "\n　", "\n\n")

_NOUNS = (
    "船",
    "本",
    "給食",
    "橋",
    "畑",
    "祭り",
    "茶",
    "森",
    "水路",
    "昔話",
    "駅",
    "灯台",
    "港",
    "島",
    "山",
    "里",
    "市場",
    "診療所",
)
_ENDS = (
    "の確保",
    "の推進",
    "に関する調査",
    "支援事業",
    "（ＮＰＯ）の育成",
    "・活用",
    "の利用者数",
    "の割合（％）",
    "①の整備",
    "体制",
)


@cache
def sentences(longest: int = 6) -> st.SearchStrategy[str]:
    """A text that is no value, no mark and no label: an unmistakable word stands first. Mostly one of many made once,
    because a sheet holds dozens; now and then one put together on the spot."""
    dice = Random(longest)  # noqa: S311  no secret hangs on it
    made = ("里山の整備", *(_made(dice, longest) for _ in range(400)))
    tail = st.lists(st.tuples(st.sampled_from(JOINTS), st.sampled_from(WORDS)), max_size=longest)
    fresh = st.builds(_sentence, st.sampled_from(BEGINNINGS), names(), tail)
    return st.one_of(*[st.sampled_from(made)] * 9, fresh)


def _made(dice: Random, longest: int) -> str:
    name = dice.choice(_NOUNS) + dice.choice(_NOUNS) + dice.choice(_ENDS)
    tail = [(dice.choice(JOINTS), dice.choice(WORDS)) for _ in range(dice.randint(0, longest))]
    return _sentence(dice.choice(BEGINNINGS), name, tail)


def _sentence(beginning: str, name: str, tail: list[tuple[str, str]]) -> str:
    return (beginning + name + "".join(joint + word for joint, word in tail)).strip()


@cache
def names() -> st.SearchStrategy[str]:
    """A name in one line: 灯台の利用者数."""
    return st.builds("{}{}{}".format, st.sampled_from(_NOUNS), st.sampled_from(_NOUNS), st.sampled_from(_ENDS))


@cache
def blank_or(texts: st.SearchStrategy[str], *blanks: str) -> st.SearchStrategy[str]:
    """The texts, and now and then one of the blanks a real sheet leaves."""
    return st.one_of(texts, texts, st.sampled_from(("", *blanks)))


_WIDER = {0x21 + n: 0xFF01 + n for n in range(94)}
_DIGITS = {code: wide for code, wide in _WIDER.items() if chr(code) in "0123456789"}
_BRACKETS = {code: wide for code, wide in _WIDER.items() if chr(code) in "():%,/"}


@st.composite
def reprinted(draw: st.DrawFn, text: str) -> str:
    """The same text as another office prints it: digits, brackets and colons of either width, lines broken anywhere
    but beside a blank and inside a number."""
    wide = {code: chr(to) for code, to in (_DIGITS | _BRACKETS).items()}
    narrow = {to: chr(code) for code, to in _BRACKETS.items()}
    printed = "".join(c.translate(draw(st.sampled_from(({}, wide, narrow)))) for c in text)
    joints = [n for n in range(1, len(printed)) if not _inside_a_number(printed[n - 1], printed[n])]
    broken = draw(st.sets(st.sampled_from(joints), max_size=4)) if joints else set()
    return "".join("\n" * (n in broken) + c for n, c in enumerate(printed))


def _inside_a_number(left: str, right: str) -> bool:
    return {left, right} <= set("0123456789０１２３４５６７８９,，.．-△▲") or bool({left, right} & set(" 　\n"))
