"""Names of projects and programmes, folded so that the same project is found under the ways it is printed.

Three foldings, each coarser than the one before: ``folded`` (width, blanks, punctuation, brackets that only say a year or
an older name, synonyms), ``core`` (also without 「に必要な経費」, 「事業」 and such at its end), and ``grams`` (the pairs of
characters of the core, for likeness). None of them is ever stored or shown.

>>> folded("ＩＣＴ国際競争力強化 パッケージ支援事業（平成27年度）")
'ict国際競争力強化パッケージ支援事業'
>>> core("情報通信技術の利活用の推進に必要な経費") == core("ICTの利活用")
True
>>> former("省エネルギー促進に向けた広報事業委託費（旧：省エネルギー設備導入等促進広報事業）")
('省エネルギー設備導入等促進広報事業',)
"""

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import Final

from pydantic import BaseModel

from monosashi.model.message import Message
from monosashi.model.nendo import YEAR


class _Outside(BaseModel, extra="forbid"):
    pattern: str
    ja: str
    en: str


class _SameBody(BaseModel, extra="forbid"):
    names: list[str]


class _Names(BaseModel, extra="forbid"):
    """data/names.toml."""

    synonyms: list[list[str]]
    endings: list[str]
    shortest: int
    remarks: list[str]
    outside: list[_Outside]
    same_body: list[_SameBody]


_NAMES: Final = _Names.model_validate(
    tomllib.loads((files("monosashi.ledgers") / "data" / "names.toml").read_text("utf-8"))
)
_SYNONYMS: Final = tuple((other, row[0]) for row in _NAMES.synonyms for other in sorted(row[1:], key=len, reverse=True))
_ENDINGS: Final = tuple(sorted(_NAMES.endings, key=len, reverse=True))
_YEAR: Final = re.compile(YEAR, re.IGNORECASE)
#: Stands for a printed year inside a bracket while the bracket is judged: no name holds it.
_MARK: Final = "\x01"
_REMARK: Final = re.compile("|".join(f"(?:{one})" for one in _NAMES.remarks).replace("YEAR", _MARK))
#: Only years: 「平成29年度」, 「令和元年度開始」, 「平成27年度～平成30年度」.
_ONLY_YEARS: Final = re.compile(rf"{_MARK}(?:(?:から|[~\-,、・]){_MARK}|から|[~\-])*(?:開始|限り|終了)?")
_BRACKET: Final = re.compile(r"\(([^()]*)\)")
_ABBREVIATION: Final = re.compile(r"\([a-z.&\-]+\)")
_OPEN: Final = str.maketrans({**dict.fromkeys("[{【〔〈《<", "("), **dict.fromkeys("]}】〕〉》>", ")")})
#: Punctuation that is set or left out as one likes.
_LOOSE: Final = re.compile(r"[\s、,，.。・･「」『』“”\"'’‘:;/\\※○◯●_()\-‐‑–—―−~〜]+")
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑–—―−－", "-") | dict.fromkeys("〜～", "~"))
_OLD: Final = re.compile(
    r"^(?:旧|前年度|前)(?:事業名|事業|名称|名)?[:;・は]?|^[^:;は]*(?:まで|迄|以前|事業名|名称)(?:の|は)*[:;は]?"
)
_QUOTED: Final = re.compile(r"[「『](.+)[」』]")
#: Figures that tell one of a series from the next: 第7回, Ⅱ, 二次.
_FIGURES: Final = re.compile(r"\d+|[一二三四五六七八九十]+(?=次|期|回|号|種|類|期)|(?<![a-z])[ivx]+(?![a-z])")
_LONGEST: Final = 2000
_TWICE: Final = re.compile("(" + "|".join(sorted({row[0] for row in _NAMES.synonyms}, key=len, reverse=True)) + r")\1+")
_OUTSIDE: Final = tuple((re.compile(one.pattern), Message(ja=one.ja, en=one.en)) for one in _NAMES.outside)
_BODIES: Final = {name: body.names[0] for body in _NAMES.same_body for name in body.names}


def plain(text: str) -> str:
    """Compatibility form, lower case, one kind of bracket and dash, without blanks."""
    form = unicodedata.normalize("NFKC", text[:_LONGEST]).lower().translate(_OPEN).translate(_DASHES)
    return re.sub(r"\s+", "", form)


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The name as it is compared for equality; ``folded(folded(name)) == folded(name)``."""
    while (once := _folded(name)) != name:
        name = once
    return name


def _folded(name: str) -> str:
    text = plain(name)
    while (without := _BRACKET.sub(_kept, text)) != text:
        text = without
    text = _LOOSE.sub("", text)
    for other, one in _SYNONYMS:
        text = text.replace(other, one)
    return _TWICE.sub(r"\1", text)


def _kept(bracket: re.Match[str]) -> str:
    """What is left of a bracket: nothing of a remark, else its contents without the bracket."""
    inside = bracket[1]
    if not inside or _is_remark(inside):
        return ""
    return inside


def _is_remark(inside: str) -> bool:
    marked = _YEAR.sub(_MARK, inside)
    return bool(_ONLY_YEARS.fullmatch(marked) or _REMARK.fullmatch(marked))


@lru_cache(maxsize=65536)
def core(name: str) -> str:
    """The folded name without the endings that any project's name may have; ``core(core(name)) == core(name)``."""
    text = folded(name)
    while shorter := next((text.removesuffix(e) for e in _ENDINGS if _ends(text, e)), ""):
        text = folded(shorter)
    return text


def _ends(text: str, ending: str) -> bool:
    return text.endswith(ending) and len(text) - len(ending) >= _NAMES.shortest


def former(name: str) -> tuple[str, ...]:
    """The older names that a name tells of itself in brackets (旧：…, 令和元年度までは「…」), folded."""
    told = (_older(inside[1]) for inside in re.finditer(r"\(((?:[^()]|\([^()]*\))*)\)", plain(name)))
    return tuple(dict.fromkeys(older for older in told if len(older) >= _NAMES.shortest))


def _older(inside: str) -> str:
    if not _is_remark(inside) or not re.search(r"旧|前|まで|迄|以前|事業名|名称", inside):
        return ""
    quoted = _QUOTED.search(inside)
    return folded(quoted[1] if quoted else _OLD.sub("", inside))


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """The core of the name without abbreviations in brackets: アジア生産性機構（APO）分担金 is アジア生産性機構分担金."""
    return core(_ABBREVIATION.sub("", plain(name)))


def outside(name: str) -> Message | None:
    """What a programme is that no review sheet is written for (a law, a tax measure, an investment); None where it is none."""
    text = folded(name)
    return next((words for pattern, words in _OUTSIDE if pattern.search(text)), None)


def body(ministry: str) -> str:
    """The name under which a body's projects stand in the books: 国家公安委員会 is 警察庁."""
    text = _LOOSE.sub("", unicodedata.normalize("NFKC", ministry))
    return _BODIES.get(text, text)


def figures(name: str) -> tuple[str, ...]:
    """The figures by which a name differs from the next of its series: 7 of 第7回, ii of Ⅱ."""
    return tuple(_FIGURES.findall(folded(name)))


def grams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters; of one character, itself."""
    if len(text) < 2:
        return frozenset((text,)) if text else frozenset()
    return frozenset(map(str.__add__, text, text[1:]))


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared pairs over all (Dice): 0 nothing, 1 the same.

    >>> likeness(grams("海外炭開発支援"), grams("海外炭開発支援"))
    1.0
    """
    both = len(a) + len(b)
    return 2 * len(a & b) / both if both else 0.0
