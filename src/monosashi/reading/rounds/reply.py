"""A reply from the words typed for it: which state, which value, of which year; and what cannot be taken as it is.

The same for a workbook's cells and a page's fields.

>>> replied(Typed(value="１２．５０"))[0].state, replied(Typed(state="集計中"))[0].text
(<State.REPORTED: 'reported'>, '')
>>> [(role, told.ja) for role, told in replied(Typed(state="集計中", value="12"))[1]]
[('value', '回答の区分は「集計中」ですが、値「12」があります。値があるなら区分を「実績」に、ないなら値を消してください。')]
"""

import re
from collections.abc import Iterator

from monosashi.model import Message, Noun, State
from monosashi.model.asked import STATE_CHOICES, Reply
from monosashi.model.folding import is_dash, key
from monosashi.model.indicator import STATE_WORDS
from monosashi.model.nendo import parse_nendo
from monosashi.model.quantity import parse_quantity

Fault = tuple[str, Message]

#: What no text may hold: controls but line breaks and tabs, lone halves of surrogate pairs.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
#: The longest text of each part.
_LONGEST = {"state": 40, "value": 2000, "year": 40, "note": 4000, "evidence": 2000}
#: What else may be typed for a state.
_ALSO = {
    "実績あり": State.REPORTED,
    "実績値": State.REPORTED,
    "調査なし": State.NOT_SURVEYED,
    "未到来": State.NOT_YET,
    **STATE_WORDS,
}
_STATES = {
    **{key(words): state for words, state in _ALSO.items()},
    **{key(words): state for state, words in STATE_CHOICES.items()},
}
_BLANKS = " \t\n\u3000"


class Typed(Noun):
    """What was typed for each part of a reply, blanks around it and all."""

    state: str = ""
    value: str = ""
    year: str = ""
    note: str = ""
    evidence: str = ""


def replied(typed: Typed) -> tuple[Reply, tuple[Fault, ...]]:
    """The reply, and what is wrong with it by the part. A reply with faults is not to be kept."""
    texts = {role: text.strip(_BLANKS) for role, text in dict(typed).items()}
    faults = list(_unfit(texts))
    if not any(texts.values()) or faults:
        return Reply(), tuple(faults)
    state, value = _state_and_value(texts["state"], texts["value"])
    nendo = parse_nendo(texts["year"]) if texts["year"] else None
    faults += _at_odds(texts, state, value)
    if texts["year"] and nendo is None:
        faults.append(
            (
                "year",
                Message(
                    ja=f"「{texts['year']}」は年度として読めません。令和4年度、R4、2022 のように書いてください。",
                    en=f"{texts['year']!r} is no year. Write it as 令和4年度, R4 or 2022.",
                ),
            )
        )
    reply = Reply(
        state=state, text=value, year=nendo.year if nendo else None, note=texts["note"], evidence=texts["evidence"]
    )
    return reply, tuple(faults)


def _unfit(texts: dict[str, str]) -> Iterator[Fault]:
    for role, text in texts.items():
        if _CONTROL.search(text):
            yield (
                role,
                Message(
                    ja="読めない制御文字が入っています。消して書き直してください。", en="It holds a control character."
                ),
            )
        elif len(text) > _LONGEST[role]:
            yield (
                role,
                Message(
                    ja=f"{_LONGEST[role]:,}文字までのところに{len(text):,}文字あります。短くしてください。",
                    en=f"It has {len(text):,} characters; {_LONGEST[role]:,} are allowed.",
                ),
            )


def _state_and_value(chosen: str, value: str) -> tuple[State | None, str]:
    """The state, which a value alone also tells, and the value without a word that only says the state."""
    state = _STATES.get(key(chosen)) if chosen else None
    said = _STATES.get(key(value))
    if not chosen and value and not is_dash(value):
        state = said or _word_in(value) or State.REPORTED
    return state, "" if said is state and said is not State.REPORTED else value


def _word_in(value: str) -> State | None:
    """The state that a value tells in more words than one (集計中（8月公表予定）); a number tells none."""
    if parse_quantity(value):
        return None
    return next((state for words, state in STATE_WORDS.items() if words in value), None)


def _at_odds(texts: dict[str, str], state: State | None, value: str) -> Iterator[Fault]:
    chosen = texts["state"]
    if chosen and state is None:
        listed = "、".join(STATE_CHOICES.values())
        yield (
            "state",
            Message(
                ja=f"「{chosen}」という区分はありません。{listed}から選んでください。",
                en=f"There is no state {chosen!r}. Choose one of {listed}.",
            ),
        )
    elif state is None and value:
        yield (
            "state",
            Message(
                ja=f"値が「{value}」だけなので、何を表すか分かりません。回答の区分を選び、値は空けてください。",
                en=f"{value!r} alone does not say what it means. Choose a state and leave the value empty.",
            ),
        )
    elif state is None:
        yield (
            "state",
            Message(
                ja="値も区分もありません。値を書くか、区分を選んでください。",
                en="There is neither a value nor a state. Write a value or choose a state.",
            ),
        )
    elif state is State.REPORTED:
        yield from _reported(value)
    else:
        yield from _missing(STATE_CHOICES[state], state, value, texts["year"])


def _reported(value: str) -> Iterator[Fault]:
    if not value:
        yield (
            "value",
            Message(
                ja="区分は「実績」ですが、値がありません。値を書くか、区分を選び直してください。",
                en="The state is 実績, but there is no value. Write one, or choose another state.",
            ),
        )
    elif is_dash(value) or key(value) in _STATES:
        yield (
            "value",
            Message(
                ja=f"区分は「実績」ですが、値が「{value}」です。値がないなら、区分を選び直してください。",
                en=f"The state is 実績, but the value is {value!r}. If there is no value, choose another state.",
            ),
        )


def _missing(words: str, state: State, value: str, year: str) -> Iterator[Fault]:
    if value and _word_in(value) is not state:
        yield (
            "value",
            Message(
                ja=f"回答の区分は「{words}」ですが、値「{value}」があります。値があるなら区分を「実績」に、ないなら値を消してください。",
                en=f"The state is {words}, but there is a value, {value!r}. Choose 実績, or delete the value.",
            ),
        )
    if year:
        yield (
            "year",
            Message(
                ja=f"回答の区分は「{words}」で値がないのに、値の年度「{year}」があります。年度を消すか、値を書いてください。",
                en=f"The state is {words}, without a value, but there is a year of the value, {year!r}.",
            ),
        )
