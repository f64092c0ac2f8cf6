"""Why a record counts or is left out, in a sentence of both languages."""

import datetime as dt
from collections.abc import Iterable

from monosashi.model import Condition, Message, Nendo, Record, RegisterField, YearKind
from monosashi.registers.counting_values import shown

DRAFT = Message(ja="まだ下書きです。", en="It is still a draft.")
CANCELLED = Message(ja="取り消されています。", en="It was cancelled.")
_KINDS = {YearKind.FISCAL: "FY", YearKind.BUSINESS: "business year ", YearKind.CALENDAR: ""}


def day_said(day: dt.date) -> Message:
    """2021年3月31日 / 31 March 2021."""
    return Message(ja=f"{day.year}年{day.month}月{day.day}日", en=f"{day.day} {_MONTHS[day.month - 1]} {day.year}")


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def year_said(nendo: Nendo) -> Message:
    """令和2年度 / FY2020."""
    return Message(ja=str(nendo), en=f"{_KINDS[nendo.kind]}{nendo.year}")


def other_policy(record: Record) -> Message:
    """It is told to be for another policy."""
    return Message(
        ja=f"別の政策「{record.policy}」のものです。", en=f"It is told to be for another policy, “{record.policy}”."
    )


def filtered(field: RegisterField, text: str, condition: Condition) -> Message:
    """A condition that it does not meet, with what it holds instead."""
    asked, has = condition_said(field, condition), shown(field, text)
    if not has.ja:
        return Message(
            ja=f"「{field.name.ja}」が空で、条件（{asked.ja}）に合いません。",
            en=f"“{field.name.en}” is empty; the rule asks that {asked.en}.",
        )
    return Message(
        ja=f"「{field.name.ja}」は「{has.ja}」で、条件（{asked.ja}）に合いません。",
        en=f"“{field.name.en}” is “{has.en}”; the rule asks that {asked.en}.",
    )


def condition_said(field: RegisterField, condition: Condition) -> Message:
    """What a condition asks: 「水準」が「政務レベル」."""
    name, ja, en = field.name, [], []
    if condition.filled is not None:
        ja.append(f"「{name.ja}」が{'入っている' if condition.filled else '空である'}")
        en.append(f"“{name.en}” is {'filled' if condition.filled else 'empty'}")
    if condition.one_of:
        ja.append(f"「{name.ja}」が{_listed_ja(field, condition.one_of)}")
        en.append(f"“{name.en}” is {_listed_en(field, condition.one_of)}")
    if condition.none_of:
        ja.append(f"「{name.ja}」が{_listed_ja(field, condition.none_of)}ではない")
        en.append(f"“{name.en}” is not {_listed_en(field, condition.none_of)}")
    for bound, after, before in ((condition.at_least, "以上", "at least"), (condition.at_most, "以下", "at most")):
        if bound:
            ja.append(f"「{name.ja}」が{bound}{after}")
            en.append(f"“{name.en}” is {before} {bound}")
    return Message(ja="、".join(ja), en=" and ".join(en))


def _listed_ja(field: RegisterField, texts: Iterable[str]) -> str:
    return "又は".join(f"「{shown(field, text).ja}」" for text in texts)


def _listed_en(field: RegisterField, texts: Iterable[str]) -> str:
    return " or ".join(f"“{shown(field, text).en}”" for text in texts)


def undated(field: RegisterField) -> Message:
    """Without its day it belongs to no year."""
    return Message(
        ja=f"「{field.name.ja}」が入っていないので、どの年度のものか決まりません。",
        en=f"“{field.name.en}” is not filled: it belongs to no year.",
    )


def unfilled(field: RegisterField) -> Message:
    """What the rule counts or adds up is missing."""
    return Message(
        ja=f"数えるもとになる「{field.name.ja}」が入っていません。",
        en=f"“{field.name.en}”, by which the rule counts, is not filled.",
    )


def within(field: RegisterField, day: dt.date, last: dt.date | None, nendo: Nendo) -> Message:
    """Its day, and the year in which it lies; of what lasted beyond the year, that its first day decides."""
    said, year, over = day_said(day), year_said(nendo), _lasting(day, last, nendo)
    return Message(
        ja=f"「{field.name.ja}」{said.ja}は{year.ja}です{over.ja}。",
        en=f"“{field.name.en}” is {said.en}, in {year.en}{over.en}.",
    )


def _lasting(day: dt.date, last: dt.date | None, nendo: Nendo) -> Message:
    if last is None or last <= nendo.last_day or last <= day:
        return Message(ja="", en="")
    said = day_said(last)
    return Message(
        ja=f"（{said.ja}まで年度をまたぎますが、初日の年度で数えます）",
        en=f" (it lasted until {said.en}, in the next year, but counts by its first day)",
    )


def before_beginning(field: RegisterField, day: dt.date, since: dt.date) -> Message:
    """It was done before what is cumulative begins."""
    said, began = day_said(day), day_said(since)
    return Message(
        ja=f"「{field.name.ja}」{said.ja}は、累計を始める{began.ja}より前です。",
        en=f"“{field.name.en}” is {said.en}, before {began.en}, from which is counted.",
    )


def same_event(instead: str, shared: tuple[RegisterField, ...], elsewhere: Nendo | None) -> Message:
    """Another entry of the same event stands for it. ``shared``: in what they agree; empty where only a third entry links
    them. ``elsewhere``: the year of that one, where it is not one that is asked for."""
    year = year_said(elsewhere) if elsewhere else None
    ja = f"{'・'.join(field.name.ja for field in shared)}が同じ" if shared else "ほかの記録を介してつながる"
    en = f"the same {', '.join(field.name.en for field in shared)}" if shared else "linked by a third entry"
    return Message(
        ja=f"{instead} と同じ出来事です（{ja}）。{f'そちらは{year.ja}のものです' if year else 'そちらを数えました'}。",
        en=f"It is the same event as {instead} ({en}), which {f'is of {year.en}' if year else 'counts in its place'}.",
    )


def same_value(field: RegisterField, instead: str) -> Message:
    """Every value it holds has been counted with another record."""
    return Message(
        ja=f"「{field.name.ja}」はすべて {instead} などで数えています。",
        en=f"Every “{field.name.en}” it holds is counted with {instead} or another record.",
    )


def also_entered(others: Iterable[str]) -> Message:
    """Which entries of the same event it stands for."""
    given = tuple(others)
    named = "、".join(given), ", ".join(given)
    return Message(ja=f"同じ出来事の {named[0]} の代わりにも数えます。", en=f" It also stands for {named[1]}.")
