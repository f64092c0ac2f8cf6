"""``monosashi judge``: whether the targets were reached, by a rule, and how every number came about."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from monosashi.cli.terminal import EXIT_USAGE, fail, readings_of, say
from monosashi.model import (
    Achievement,
    Decisions,
    Footing,
    InputRole,
    Judgement,
    Mark,
    Override,
    Pathway,
    Terms,
    Threshold,
)
from monosashi.model.error import MonosashiError
from monosashi.model.folding import unbroken
from monosashi.office import (
    Judged,
    judge_reading,
    judgements_json,
    load_decisions,
    load_thresholds,
    percent,
    why_no_number,
)

RuleName = Annotated[
    str, typer.Option("--rule", help="規則の名。なければ、その表の府省と年度の規則 / a rule; else the one in force")
]
Year = Annotated[
    str,
    typer.Option(
        "--year", help="判定する年度（2023、令和5年度）。なければ実績のある最新の年度 / the year; else the latest"
    ),
]

ThresholdsFile = Annotated[
    Path | None, typer.Option("--thresholds", help="府省が定めた閾値 / the thresholds an office has set (TOML)")
]
DecisionsFile = Annotated[
    Path | None, typer.Option("--decisions", help="人の判断。計算した結果と並べる / people's decisions, beside (TOML)")
]

_OF_ONE_SHEET = (
    "区分の変更は一枚の表についてのものですが、この文書には表がいくつもあります。判定はしていません。monosashi read で表ごとの JSON に"
    "分けてから、一枚ずつ判定してください。 Overrides are of one sheet, and this document holds several. Nothing was judged. "
    "Read it into a JSON a sheet with monosashi read, and judge them one by one."
)
_MET = {True: "○ 達成 met", False: "× 未達成 missed", None: "—"}
_TRACK = {True: "○ 追い付いている on track", False: "× 遅れている behind", None: ""}


def judge(
    file: Annotated[Path, typer.Argument(help="文書または JSON / a document or a JSON reading")],
    rule: RuleName = "",
    year: Year = "",
    thresholds: ThresholdsFile = None,
    decisions: DecisionsFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON で書く / as JSON")] = False,
) -> None:
    """実績を目標に当て、規則に従って判定する。 Judge the actuals against the targets, by a rule."""
    try:
        terms = load_thresholds(thresholds) if thresholds else Terms()
        decided = load_decisions(decisions) if decisions else Decisions()
        readings = readings_of(file)
        if len(readings) > 1 and decided.overrides:
            say(_OF_ONE_SHEET)
            sys.exit(EXIT_USAGE)
        judged = [judge_reading(reading, rule, year, terms, decided) for reading in readings]
    except MonosashiError as error:
        fail(error)
    if as_json:
        sys.stdout.buffer.write(judgements_json(judged).encode())
        return
    console = Console(soft_wrap=True, highlight=False)
    for reading, one in zip(readings, judged, strict=True):
        name = reading.sheet.identifier.plain or reading.sheet.title.text
        console.print(f"[bold]{escape(unbroken(f'{name} {reading.sheet.policy.name}').strip())}[/]")
        for line in _lines(one):
            console.print(line)
        for line in (*_measures(one.judgement), *_sensitivity(one.judgement), *_pathways(one.pathways)):
            console.print(line)


def _lines(one: Judged) -> Iterator[str]:
    """The rule, what it needs, and the grade or why there is none."""
    told = one.judgement
    dates = "–".join(filter(None, (told.rule.valid_from, told.rule.valid_to)))
    known = f"{told.rule.id} {told.rule.version}{f', {dates}' if dates else ''}"
    yield f"規則 rule: {escape(told.rule.title.ja)} / {escape(told.rule.title.en)} ({known})"
    cited = told.rule.citation
    yield f"  出典 source: {escape(cited.document.ja)} / {escape(cited.document.en)} {escape(cited.url)}".rstrip()
    yield f"  見た範囲 seen: {escape(cited.seen.ja)}\n    [dim]{escape(cited.seen.en)}[/]"
    yield from (_threshold(threshold) for threshold in told.rule.thresholds)
    if told.nendo:
        yield f"年度 year: {told.nendo} ({told.nendo.year})"
    if told.grade:
        further = "".join(f" · {_mark(mark)}" for mark in told.further)
        yield f"[bold]区分 grade: {_mark(told.grade)}{further}[/]"
    else:
        possible = "、".join(_mark(mark) for mark in told.possible) or "—"
        yield f"[bold yellow]区分はまだ付けられません no grade yet[/]  あり得る区分 possible: {possible}"
    if told.missing:
        yield "足りないもの what is missing:"
    for step in told.missing:
        yield f"  - {escape(step.says.ja)}\n    {escape(step.says.en)}"
    if told.printed_grade:
        yield f"表の記載 as printed: {escape(told.printed_grade)}"
    for override in told.overrides:
        if not override.path:
            yield f"人の判定 by a person: {escape(_override(override))}"


def _threshold(one: Threshold) -> str:
    if one.value is None:
        return f"  [yellow]未設定 to be set[/] {one.name}: {escape(one.asks.ja)} / {escape(one.asks.en)}"
    who = f"{one.who} {one.when} {one.why}" if one.who else "出典の数 stated by the source"
    return f"  {one.name} = {one.value:f}{one.unit}: {escape(one.asks.ja)} [dim]{escape(who)}[/]"


def _mark(mark: Mark) -> str:
    return f"{escape(mark.sign)} {escape(mark.label.ja)} ({escape(mark.label.en)})"


def _override(one: Override) -> str:
    return f"{one.sign} — {one.who}, {one.when.isoformat()}: {one.why}"


def _measures(told: Judgement) -> Iterator[str]:
    """Each measure in three lines: what it is, what was held against what, and what came of it."""
    overridden = {override.path: override for override in told.overrides}
    for one in told.achievements:
        primary = " 主要 primary" if one.primary else ""
        part = f"（うち{one.part}）" if one.part else ""
        yield f"[bold]{escape(f'{unbroken(one.number)} {unbroken(one.name)}{part}'.strip())}[/]{primary}"
        yield f"    {escape(_held(one))}"
        yield f"    {escape(_came(one, overridden.get(one.path) if not one.part else None))}"


def _held(one: Achievement) -> str:
    """目標 target 800駅 · 実績 actual 783駅 · 達成 met."""
    texts = {given.role: unbroken(given.text) for given in one.inputs}
    aims = (InputRole.TARGET, InputRole.YEAR_TARGET) if one.final else (InputRole.YEAR_TARGET, InputRole.TARGET)
    target = next((texts[role] for role in aims if role in texts), "—")
    why = why_no_number(one)
    missing = f"{why.ja} {why.en}" if why else "暫定 provisional" if one.footing is Footing.PROVISIONAL else ""
    actual = " ".join(filter(None, (texts.get(InputRole.ACTUAL, ""), missing)))
    year = f" ({one.nendo})" if one.nendo else ""
    met = "途中 on the way" if one.on_the_way and one.met is None and one.footing.is_evidence else _MET[one.met]
    return f"目標 target {target} · 実績 actual {actual}{year} · {met}"


def _came(one: Achievement, own: Override | None) -> str:
    """達成率 attained 97.9% · 進み具合 progress 92.2% · 経過 time 71.4% ○ · 印 mark A."""
    said = [
        f"達成率 attained {percent(one.level) or '—'}",
        f"進み具合 progress {percent(one.progress) or '—'}",
        f"経過 time {percent(one.elapsed) or '—'} {_TRACK[one.on_track]}".strip(),
        f"印 mark {one.mark.sign if one.mark else '—'}",
    ]
    said += [f"表の印 printed {unbroken(one.printed_mark)}"] if one.printed_mark else []
    said += [f"人の判定 by a person {_override(own)}"] if own else []
    return " · ".join(said)


def _sensitivity(told: Judgement) -> Iterator[str]:
    """The same rule under other assumptions: a line each for those that change something, one for the rest."""
    if not any(one.footing.is_evidence for one in told.achievements):
        return
    yield "\n[bold]条件を変えたとき under other assumptions[/]"
    for one in told.sensitivity:
        if not one.changed:
            continue
        grade = one.grade.sign if one.grade else "、".join(one.possible) or "—"
        marks = f" [{' '.join(sign or '—' for sign in one.marks)}]" if any(one.marks) else ""
        yield f"  [yellow]変わる changes[/]: {escape(one.name.ja)} / {escape(one.name.en)} → {escape(grade + marks)}"
    same = sum(not one.changed for one in told.sensitivity)
    yield f"  同じ the same: {len(told.sensitivity)}通りのうち{same}通り / {same} of {len(told.sensitivity)}"


def _pathways(found: tuple[Pathway, ...]) -> Iterator[str]:
    for one in found:
        numbers = "、".join(series.number or series.name for series in one.outputs)
        yield f"\n[bold]アウトプットからアウトカムへ from outputs to the outcome[/]: {escape(numbers)} → {escape(one.outcome.number or one.outcome.name)}"
        for message in (*one.says, *one.cannot):
            yield f"  {escape(message.ja)}\n  [dim]{escape(message.en)}[/]"
