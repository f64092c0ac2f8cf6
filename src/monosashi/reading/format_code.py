"""A spreadsheet's number format code, cut into sections of tokens: ``#,##0"回";△#,##0"回"`` has two sections.

>>> [token.kind for token in parse_code('0"回程度"').sections[0].tokens]
['digit', 'literal']
>>> parse_code('[$-411]ggge"年"m"月";@').sections[0].dates
True

Source: ECMA-376 part 1, 18.8.31 (numFmts); the era, weekday and DBNum codes as the Japanese Excel documents them.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

#: Excel itself stores at most 255 characters.
_LONGEST = 1000

_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?                     # an unclosed quote runs to the end
    | \\(?P<escaped>.)
    | (?P<nothing>_.?|\*.?)                    # padding and fill: widths are not text
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/標準)
    | (?P<date>AM/PM|A/P|午前/午後|E(?![+-][0\#?])e*|g+|r+|y+|m+|d+|a{3,4}|h+|s+(?:\.0+)?)
    | (?P<exponent>E[+-])
    | (?P<digit>[0\#?])
    | (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<slash>/) | (?P<text>@)
    | (?P<literal>.)
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_SECTION = re.compile(r'(?:"[^"]*(?:"|$)|\\.?|[_*].?|\[[^\]]*(?:\]|$)|[^;"\\_*\[])*', re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)")
_CURRENCY = re.compile(r"\$(?P<sign>[^-]*)(?:-(?P<locale>.*))?", re.DOTALL)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)


class Token(NamedTuple):
    """One piece of a section: its kind (digit, point, date, literal ...) and its text."""

    kind: str
    text: str


class Condition(NamedTuple):
    """``[>=100]``: which numbers a section is for."""

    operator: str
    limit: Decimal

    def holds(self, value: Decimal) -> bool:
        """Whether the number is one of them."""
        if self.operator in {"<", "<=", "<>"} and value < self.limit:
            return True
        if self.operator in {">", ">=", "<>"} and value > self.limit:
            return True
        return value == self.limit and self.operator in {"=", "<=", ">="}

    @property
    def negatives_only(self) -> bool:
        """Whether no number from zero up meets it; then the section says itself how a minus is printed."""
        return (self.limit < 0 and self.operator in {"<", "<=", "="}) or (self.limit == 0 and self.operator == "<")


class Section(NamedTuple):
    """One of the parts between semicolons."""

    tokens: tuple[Token, ...]
    condition: Condition | None = None
    locale: str = ""
    digits: str = ""

    def has(self, kind: str) -> bool:
        """Whether a token of that kind stands in it."""
        return any(token.kind == kind for token in self.tokens)

    @property
    def dates(self) -> bool:
        """Whether it prints a day or a time."""
        return self.has("date") or self.has("elapsed")


class Code(NamedTuple):
    """A format code: its sections for numbers, in order, and the one for texts. No section for numbers: it is malformed,
    and General takes its place. No section for texts: they show as they are."""

    sections: tuple[Section, ...] = ()
    text: Section | None = None


@lru_cache(maxsize=512)
def parse_code(code: str) -> Code:
    """The sections for numbers, and the one for texts: the fourth, or the last if it has an @."""
    texts = _split(code.strip() or "General") if len(code) <= _LONGEST else []
    if not 1 <= len(texts) <= 4:
        return Code()
    sections = [_section(text) for text in texts]
    of_texts = sections[-1] if len(sections) == 4 or sections[-1].has("text") else None
    if of_texts and len(sections) > 1:
        sections.pop()
    return Code(tuple(sections), of_texts)


def _split(code: str) -> list[str]:
    texts, at = [], 0
    while True:
        match = _SECTION.match(code, at)
        end = match.end() if match else at
        texts.append(code[at:end])
        if end >= len(code):
            return texts
        at = end + 1  # past the semicolon


def _section(text: str) -> Section:
    tokens: list[Token] = []
    section = Section(())
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "literal"
        if kind == "bracket":
            section, token = _bracket(match["bracket"], section)
            tokens += [token] if token else []
        elif kind in {"quoted", "escaped"}:
            tokens.append(Token("literal", match[kind]))
        elif kind != "nothing":
            tokens.append(Token(kind, match[kind]))
    return section._replace(tokens=tuple(tokens))


def _bracket(words: str, section: Section) -> tuple[Section, Token | None]:
    """A bracket's meaning: elapsed time, currency and locale, digits, a condition; anything else is a colour."""
    if _ELAPSED.fullmatch(words):
        return section, Token("elapsed", words)
    if currency := _CURRENCY.fullmatch(words):
        section = section._replace(locale=(currency["locale"] or "").lower())
        return section, Token("literal", currency["sign"]) if currency["sign"] else None
    if words.lower().startswith("dbnum"):
        return section._replace(digits=words[5:]), None
    if condition := _CONDITION.fullmatch(words.strip()):
        return section._replace(condition=Condition(condition[1], Decimal(condition[2]))), None
    return section, None
