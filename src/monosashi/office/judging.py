"""Judging a reading: the rule in force or one that is named, the year that is asked for, and the records of the result,
the same on the command line and beside the page."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from monosashi.judging.in_force import rule_in_force
from monosashi.judging.judge import judge
from monosashi.judging.pathway import pathways
from monosashi.judging.rule import Rule, rule, rules
from monosashi.model import (
    Achievement,
    Decisions,
    InputRole,
    Judgement,
    Message,
    Nendo,
    Noun,
    Pathway,
    Reading,
    Sheet,
    Terms,
)
from monosashi.model.error import MonosashiError
from monosashi.model.folding import unbroken
from monosashi.model.measuring.arithmetic import nearest
from monosashi.model.nendo import parse_nendo
from monosashi.publishing.charts.scale import plain
from monosashi.publishing.html.judgement_rows import percent
from monosashi.publishing.html.words import entries

__all__ = [
    "COLUMNS",
    "Judged",
    "UnknownYear",
    "judge_reading",
    "judgements_csv",
    "judgements_json",
    "percent",
    "rules_to_choose",
    "why_no_number",
    "year_asked",
    "years_printed",
]

#: The columns of the CSV, a line a measure.
COLUMNS = (
    *("sheet", "rule", "rule_version", "number", "part", "name", "kind", "primary", "nendo", "final", "shape", "way"),
    *("baseline", "target", "actual", "footing", "met", "level", "progress", "final_progress", "elapsed", "on_track"),
    *("mark", "printed_mark", "overridden_mark", "grade", "possible", "path"),
)


class UnknownYear(MonosashiError):
    """A year that no calendar has, or that cannot be read."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "unknown-year",
            f"「{text}」は年度として読めません。判定はしていません。2023 や 令和5年度 のように書いてください。",
            f"{text!r} is no year. Nothing was judged. Write it like 2023 or 令和5年度.",
        )


class Judged(Noun):
    """What is asked of a sheet's results: whether they were reached, by a rule, and what they led to."""

    sheet: int = 1
    judgement: Judgement
    pathways: tuple[Pathway, ...] = ()


def judge_reading(
    reading: Reading,
    rule_id: str = "",
    year: str = "",
    terms: Terms | None = None,
    decisions: Decisions | None = None,
) -> Judged:
    """The judgement of a reading. ``rule_id``: a rule by its name, else the one in force for the sheet; ``year``: as a
    person writes it, else the latest with an actual. Raises ``MonosashiError``: unknown-rule, unknown-year, bad-thresholds,
    and for decisions on what is not there."""
    sheet = reading.sheet
    chosen = rule(rule_id) if rule_id else rule_in_force(sheet)
    nendo = year_asked(sheet, year) if year else None
    found = judge(sheet, chosen, terms or Terms(), nendo, decisions or Decisions())
    return Judged(sheet=reading.ordinal, judgement=found, pathways=pathways(sheet))


def why_no_number(achievement: Achievement) -> Message | None:
    """In which way there is no number to judge by, as the pages say it; None where there is one."""
    return None if achievement.footing.is_evidence else entries()[f"footing.{achievement.footing.value}"]


def year_asked(sheet: Sheet, text: str) -> Nendo:
    """A year as a person writes it (2023, 令和5年度, R5), of the kind the sheet prints. Raises ``UnknownYear``."""
    nendo = parse_nendo(unbroken(text).strip()) or parse_nendo(f"{unbroken(text).strip()}年度")
    if nendo is None:
        raise UnknownYear(text)
    return next((known for known in years_printed(sheet) if known.year == nendo.year), nendo)


def years_printed(sheet: Sheet) -> tuple[Nendo, ...]:
    """The years for which a sheet prints a target or an actual, the latest first."""
    found = {
        printed.nendo
        for _, _, measure in sheet.measures()
        for printed in (
            *(year for target in measure.targets for year in target.years),
            *(actual.year for actual in measure.actuals),
        )
        if printed.nendo
    }
    return tuple(sorted(found, key=lambda nendo: (nendo.year, nendo.kind), reverse=True))


def rules_to_choose() -> tuple[Rule, ...]:
    """The newest version of each rule."""
    return tuple({one.id: one for one in rules()}.values())


def judgements_json(judged: Iterable[Judged]) -> str:
    """``{"judgements": [...]}``: each with the sheet's place in the document, the judgement's own fields, and the
    pathways."""
    records = [
        {
            "sheet": one.sheet,
            **one.judgement.model_dump(),
            "pathways": [path.model_dump() for path in one.pathways],
        }
        for one in judged
    ]
    return json.dumps({"judgements": records}, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(value: object) -> str:
    """A number without an exponent, as on every sheet; a day in ISO."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def judgements_csv(judged: Iterable[Judged]) -> str:
    """One line a measure; the grade and those still possible stand in every line of their sheet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in judged:
        writer.writerows(tuple(_line(one, achievement)) for achievement in one.judgement.achievements)
    return out.getvalue()


def _line(one: Judged, got: Achievement) -> Iterator[object]:
    told = one.judgement
    overridden = [override.sign for override in told.overrides if override.path == got.path and not got.part]
    texts = {given.role: given.text for given in got.inputs}
    aim = (InputRole.TARGET, InputRole.YEAR_TARGET) if got.final else (InputRole.YEAR_TARGET, InputRole.TARGET)
    target = next((texts[role] for role in aim if role in texts), "")
    yield from (one.sheet, told.rule.id, told.rule.version, got.number, got.part, got.name)
    yield from (got.kind.value if got.kind else "", _flag(got.primary), got.nendo.year if got.nendo else "")
    yield from (_flag(got.final), got.shape.value, got.way.value)
    yield from (unbroken(text) for text in (texts.get(InputRole.BASELINE, ""), target, texts.get(InputRole.ACTUAL, "")))
    yield from (got.footing.value, _flag(got.met))
    yield from (_share(share) for share in (got.level, got.progress, got.final_progress, got.elapsed))
    yield from (_flag(got.on_track), got.mark.sign if got.mark else "", unbroken(got.printed_mark))
    yield from (" ".join(overridden), told.grade.sign if told.grade else "")
    yield from (" ".join(mark.sign for mark in told.possible), got.path)


def _share(value: Decimal | None) -> str:
    """A share in per cent to four places, plain."""
    return "" if value is None else plain(nearest(value, 4)).replace(",", "")


def _flag(said: bool | None) -> str:
    """true or false as in every table of the contract; nothing where it is not decided."""
    return "" if said is None else str(said).lower()
