"""What next year's sheet takes over from this year's: a function of the sheet alone, with every change announced.

Goals, levers, indicators, baselines, targets and programmes carry over as they are. The years of the head and of the
money move on, a column for the new year's actuals comes in, and what speaks of a past result is put aside. What a
person must still write or look at is listed as ``renewals``.

>>> from monosashi.office.samples import sample
>>> carried = carried_forward(sample("soumu-r3-14"), Choices())
>>> carried.sheet.identifier.plain, carried.sheet.title.nendo.year
('総務省R4－⑭', 2022)
"""

from collections.abc import Callable, Iterator
from enum import StrEnum

from monosashi.model import Actual, Judged, Measure, Message, Noun, Sheet, StatementRole
from monosashi.model.date import YearMonth, parse_month
from monosashi.model.evaluation import TOLD_BY
from monosashi.model.folding import is_dash, key
from monosashi.model.indicator import State, read_actual
from monosashi.model.path import leaves
from monosashi.office.reprinting.sheet import reprinted
from monosashi.office.reprinting.tree import put
from monosashi.office.rolling.money import money_moved_on
from monosashi.office.rolling.printed_years import month_moved_to, moved_head, moved_on, next_identifier


class Group(StrEnum):
    """The parts of a sheet that a year's turn is about, in the order in which they are told."""

    HEAD = "head"
    EVALUATION = "evaluation"
    YEARS = "years"
    MONEY = "money"
    RESULTS = "results"
    REASONS = "reasons"


#: What may be chosen for each part; the first is done unless another is chosen.
WAYS = {
    Group.HEAD: ("move",),
    Group.EVALUATION: ("renew", "keep", "clear"),
    Group.YEARS: ("add", "shift", "keep"),
    Group.MONEY: ("move", "keep"),
    Group.RESULTS: ("clear", "keep"),
    Group.REASONS: ("keep", "clear"),
}


class Choices(Noun):
    """What is done with each part. ``number``: the policy's number in the next year, nothing where it stays;
    ``evaluated``: the fiscal years in which the policy's 評価書 is due."""

    evaluation: str = "renew"
    years: str = "add"
    money: str = "move"
    results: str = "clear"
    reasons: str = "keep"
    number: str = ""
    evaluated: tuple[int, ...] = ()

    def way(self, group: Group) -> str:
        """What is done with a part."""
        return "move" if group is Group.HEAD else str(getattr(self, group.value))


class Moved(Noun):
    """A leaf that reads otherwise in the next year's sheet."""

    group: Group
    path: str
    was: str
    now: str


class Renewal(Noun):
    """Something that a person must write anew or look at."""

    path: str
    what: Message


class Carried(Noun):
    """Next year's sheet, what in it reads otherwise, and what is left to do."""

    sheet: Sheet
    moved: tuple[Moved, ...]
    renewals: tuple[Renewal, ...]


def carried_forward(sheet: Sheet, choices: Choices) -> Carried:
    """Next year's sheet of a sheet."""
    now, moved = sheet, []
    for group, step in _STEPS.items():
        before, now = now, step(now, choices)
        moved += list(_differences(group, before, now))
    return Carried(sheet=now, moved=tuple(moved), renewals=tuple(_renewals(sheet, now, choices)))


def _differences(group: Group, before: Sheet, after: Sheet) -> Iterator[Moved]:
    olds, news = dict(leaves(before)), dict(leaves(after))
    for path in dict.fromkeys([*olds, *news]):
        if olds.get(path, "") != news.get(path, "") or (path in olds) != (path in news):
            yield Moved(group=group, path=path, was=olds.get(path, ""), now=news.get(path, ""))


def _head(sheet: Sheet, choices: Choices) -> Sheet:
    """Title, identifier, and the labels that name a year (令和３年度行政事業レビュー事業番号)."""
    identifier = next_identifier(sheet.identifier, choices.number)
    now = reprinted(sheet, "/identifier", identifier.text) if identifier else sheet
    now = reprinted(now, "/title", moved_on(now.title.text)) if now.title.nendo else now
    for n, label in enumerate(now.labels):
        if label.role == "programmes.review_number":
            now = put(now, f"/labels/{n}/text", moved_on(label.text))
    return now


def _evaluation(sheet: Sheet, choices: Choices) -> Sheet:
    """政策評価実施予定時期: kept while it lies ahead, else the next August in which a 評価書 is due, else left to write."""
    own = sheet.title.nendo or sheet.identifier.nendo
    at = _statement(sheet, StatementRole.EVALUATION_MONTH)
    if choices.evaluation == "keep" or at is None or own is None:
        return sheet
    text = sheet.policy.statements[at].text
    month = parse_month(text)
    if choices.evaluation == "clear":
        return reprinted(sheet, f"/policy/statements/{at}/text", "")
    if month is None or (month.year, month.month) > (own.year, 8):
        return sheet
    coming = next((year for year in choices.evaluated if year > own.year), None)
    now = month_moved_to(text, YearMonth(year=coming, month=8)) if coming else ""
    return reprinted(sheet, f"/policy/statements/{at}/text", now)


def _years(sheet: Sheet, choices: Choices) -> Sheet:
    """A column for the actuals of the new year; with ``shift`` the oldest column goes in return, unless a target of some
    measure still stands in it."""
    own = sheet.title.nendo or sheet.identifier.nendo
    if choices.years == "keep" or own is None:
        return sheet
    now = sheet
    oldest = {measure.actuals[0].year.nendo for _, _, measure in sheet.measures() if measure.actuals}
    aimed = {year.nendo for _, _, measure in sheet.measures() for target in measure.targets for year in target.years}
    drop = choices.years == "shift" and not oldest & aimed
    for path, _, measure in sheet.measures():
        grown = _with_year(measure, own.year, drop=drop)
        if grown is not measure:
            now = put(now, path, grown)
    return now


def _with_year(measure: Measure, year: int, *, drop: bool) -> Measure:
    last = measure.actuals[-1].year if measure.actuals else None
    if last is None or last.nendo is None or last.nendo.year >= year:
        return measure
    head = moved_head(last, year - last.nendo.year)
    if head is None:
        return measure
    aimed = any(head.nendo == one.nendo for target in measure.targets for one in target.years)
    new: Actual = read_actual("", head, year, expected=aimed)
    return measure.model_copy(update={"actuals": (*measure.actuals[int(drop) :], new)})


def _money(sheet: Sheet, choices: Choices) -> Sheet:
    return money_moved_on(sheet) if choices.money == "move" else sheet


def _results(sheet: Sheet, choices: Choices) -> Sheet:
    """What was found of the past year (測定結果, 評定, 分析, 反映の方向性, marks beside measures) is the past year's."""
    if choices.results == "keep":
        return sheet
    now, told = sheet, set(TOLD_BY.values())
    for n, statement in enumerate(sheet.policy.statements):
        if statement.role in told and statement.text:
            now = put(now, f"/policy/statements/{n}/text", "")
    for path, _, measure in sheet.measures():
        if measure.mark.text:
            now = put(now, f"{path}/mark", Judged.model_validate(""))
    return now


def _reasons(sheet: Sheet, choices: Choices) -> Sheet:
    """Kept to be looked at, or taken out to be written anew."""
    return sheet if choices.reasons == "keep" else sheet.model_copy(update={"rationales": ()})


_STEPS: dict[Group, Callable[[Sheet, Choices], Sheet]] = {
    Group.HEAD: _head,
    Group.EVALUATION: _evaluation,
    Group.YEARS: _years,
    Group.MONEY: _money,
    Group.RESULTS: _results,
    Group.REASONS: _reasons,
}


def _statement(sheet: Sheet, role: StatementRole) -> int | None:
    return next((n for n, one in enumerate(sheet.policy.statements) if one.role is role), None)


def _renewals(before: Sheet, after: Sheet, choices: Choices) -> Iterator[Renewal]:
    """What is left to a person, in the order of the paper."""
    if after.title == before.title:
        yield _renewal("/title", "標題の年度を書き換えてください。", "Write the new year into the title.")
    if after.identifier == before.identifier:
        yield _renewal("/identifier", "整理番号を書き換えてください。", "Write the new identifier.")
    yield from _head_renewals(after, choices)
    awaited = [
        f"{path}/actuals/{n}/value"
        for path, _, measure in after.measures()
        for n, actual in enumerate(measure.actuals)
        if _is_awaited(after, actual)
    ]
    if awaited:
        n = len(awaited)
        yield _renewal(
            awaited[0], f"前年度の実績が{n}件、まだ入っていません。", f"{n} actuals of last year are not in yet."
        )
    blank = [path for path, text in leaves(after) if _is_money(path) and not text]
    if choices.money == "move" and blank:
        yield _renewal(blank[0], "新しい年度の予算額を書いてください。", "Write the budget of the new year.")
    if before.rationales and not after.rationales:
        yield _renewal("", "選定理由と目標の根拠を書いてください。", "Write the reasons for indicators and targets.")
    elif after.rationales:
        yield _renewal(
            "/rationales/0",
            "選定理由と目標の根拠が新しい年度でも正しいか、確かめてください。",
            "Look whether the reasons for indicators and targets still hold.",
        )
    if any(one.review_number for one in after.programmes):
        yield _renewal(
            "/programmes/0/review_number",
            "行政事業レビューの事業番号を新しい年度のものにしてください。",
            "Give the review numbers of the new year.",
        )


def _is_money(path: str) -> bool:
    return path.split("/")[-2:-1] in (["money"], ["amounts"])


def _head_renewals(after: Sheet, choices: Choices) -> Iterator[Renewal]:
    at = _statement(after, StatementRole.EVALUATION_MONTH)
    if at is not None and not after.policy.statements[at].text:
        yield _renewal(
            f"/policy/statements/{at}/text",
            "政策評価の実施時期を書いてください。",
            "Write when the policy will be evaluated.",
        )
    at = _statement(after, StatementRole.RESPONSIBLE)
    if at is not None:
        yield _renewal(f"/policy/statements/{at}/text", "作成責任者名を確かめてください。", "Check who is responsible.")
    at = _statement(after, StatementRole.NAME)
    if at is not None and choices.number and key(choices.number) not in key(after.policy.name):
        yield _renewal(
            f"/policy/statements/{at}/text",
            f"政策の番号が「{choices.number}」になりました。政策名の中の番号を確かめてください。",
            f"The policy's number is {choices.number} now. Check the number in its name.",
        )


def _is_awaited(sheet: Sheet, actual: Actual) -> bool:
    own = sheet.title.nendo or sheet.identifier.nendo
    past = own is not None and actual.year.nendo is not None and actual.year.nendo.year == own.year - 1
    missing = actual.state in (State.NOT_YET, State.COMPILING, State.UNSTATED)
    return past and missing and (not actual.value or is_dash(actual.value.text) or actual.state is State.COMPILING)


def _renewal(path: str, ja: str, en: str) -> Renewal:
    return Renewal(path=path, what=Message(ja=ja, en=en))
