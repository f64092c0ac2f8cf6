"""A sheet with results, and judgements of it made by hand: what a page must be able to show, whatever the rules are."""

import datetime as dt
from decimal import Decimal

from monosashi.model import (
    Achievement,
    Citation,
    Footing,
    GoalShape,
    Input,
    InputRole,
    Judgement,
    Kind,
    Mark,
    Message,
    Movement,
    Nendo,
    Override,
    RuleUsed,
    Scenario,
    Sheet,
    Step,
    Threshold,
    Way,
)

LEVER = "/goals/0/levers/0"
YEARS = ("令和３年度", "令和４年度", "令和５年度")
Y2023 = Nendo(year=2023)


def measure_path(n: int) -> str:
    """The path of the n-th indicator's measure."""
    return f"{LEVER}/indicators/{n}/measures/0"


def _measure(name: str, values: tuple[str, str], targets: str, actuals: tuple[str, ...]) -> dict[str, object]:
    return {
        "name": name,
        "baseline": {"value": values[0], "year": "令和２年度"},
        "target": {"value": values[1], "year": "令和５年度"},
        "targets": [{"years": list(YEARS), "value": targets}],
        "actuals": [
            {"year": year, "value": value, "state": "reported" if value[:1].isdigit() else "compiling"}
            for year, value in zip(YEARS, actuals, strict=True)
        ],
    }


def judged_sheet() -> Sheet:
    """Seminars and studies (outputs) that are to lead to contracts (an outcome), and a count still being compiled."""
    measures = (
        ("①", _measure("説明会の回数＜アウトプット指標＞", ("20回", "30回"), "25回", ("22回", "28回", "33回"))),
        ("2", _measure("調査の件数＜アウトプット指標＞", ("10件", "20件"), "15件", ("12件", "14件", "13件（暫定値）"))),
        ("③", _measure("契約の件数＜アウトカム指標＞", ("4件", "8件"), "6件", ("4件", "6件", "9件"))),
        ("4", _measure("相談の件数＜アウトカム指標＞", ("100件", "80件以下"), "90件以下", ("96件", "92件", "集計中"))),
    )
    return Sheet.model_validate(
        {
            "title": "事前分析表（令和３年度実施政策）",
            "identifier": "（総務省R3－⑨）",
            "policy": {
                "statements": [
                    {"role": "name", "label": "政策名", "text": "政策９：港の案内 <試行>"},
                    {"role": "evaluation_month", "label": "評価", "text": "令和６年８月"},
                ]
            },
            "goals": [
                {
                    "text": "港を使う会社を増やす",
                    "levers": [
                        {
                            "text": "案内を広げる",
                            "indicators": [{"number": number, "measures": [measure]} for number, measure in measures],
                        }
                    ],
                }
            ],
            "rationales": [
                {
                    "text": "説明会は契約に資するため。効果は翌年度のアウトカム指標に表れる。\n【参考】\n令和２年度：18回\n令和元年度：15回",
                    "measures": [measure_path(0)],
                },
                {
                    "text": "契約の数で広がりを測る。\n【参考】\n令和２年度：4件\n令和元年度：3件",
                    "measures": [measure_path(2)],
                },
            ],
        }
    )


def message(text: str) -> Message:
    """A sentence that is told apart in both languages."""
    return Message(ja=text, en=f"[{text}]")


MARKS = {sign: Mark(scale="test", rank=rank, sign=sign, label=message(label)) for rank, sign, label in (
    (1, "○", "達成"), (2, "△", "おおむね"), (3, "×", "未達成"),
)}  # fmt: skip
GRADES = {
    sign: Mark(scale="common-five", rank=int(sign), sign=sign, label=message(label))
    for sign, label in (("2", "目標達成"), ("3", "相当程度進展あり"), ("4", "進展が大きくない"))
}


def achievement(n: int, number: str, name: str, *, kind: Kind, footing: Footing = Footing.REPORTED) -> Achievement:
    """A measure of which only the footing is known."""
    return Achievement(
        path=measure_path(n),
        number=number,
        name=name,
        kind=kind,
        primary=number in "①③",
        nendo=Y2023,
        final=True,
        shape=GoalShape.INCREASE,
        way=Way.UP,
        why=message("大きいほどよい"),
        footing=footing,
    )


def _reported(n: int, bare: Achievement, printed: tuple[str, str], numbers: tuple[str, str, str]) -> Achievement:
    """With numbers: the printed target and actual; level, progress, and the sign of its mark."""
    level, progress, sign = numbers
    target, actual = (Decimal("".join(c for c in text if c.isdigit())) for text in printed)
    paths = (f"{bare.path}/target/value", f"{bare.path}/actuals/2/value")
    return bare.model_copy(
        update={
            "inputs": (
                Input(role=InputRole.TARGET, path=paths[0], text=printed[0], value=target, nendo=Y2023),
                Input(role=InputRole.ACTUAL, path=paths[1], text=printed[1], value=actual, nendo=Y2023),
            ),
            "met": actual >= target,
            "level": Decimal(level),
            "progress": Decimal(progress),
            "final_progress": Decimal(progress),
            "elapsed": Decimal(100),
            "on_track": Decimal(progress) >= 100,
            "moved": Movement.TOWARD,
            "disrupted": n == 0,
            "steps": (Step(says=message(f"{actual}÷{target}"), paths=paths),),
            "mark": MARKS[sign],
            "mark_steps": (Step(says=message("閾値と比べた")),),
            "printed_mark": "△" if n == 1 else "",
        }
    )


def achievements() -> tuple[Achievement, ...]:
    """One met, one missed on a provisional value, one far beyond its target, one still being compiled."""
    first = achievement(0, "①", "説明会の回数", kind=Kind.OUTPUT)
    second = achievement(1, "2", "調査の件数", kind=Kind.OUTPUT, footing=Footing.PROVISIONAL)
    third = achievement(2, "③", "契約の件数", kind=Kind.OUTCOME)
    fourth = achievement(3, "4", "相談の件数", kind=Kind.OUTCOME, footing=Footing.COMPILING)
    return (
        _reported(0, first, ("30回", "33回"), ("110", "130", "○")),
        _reported(1, second, ("20件", "13件"), ("65", "30", "×")),
        _reported(2, third, ("8件", "90件"), ("1125", "2150", "○")),
        fourth,
    )


RULE = RuleUsed(
    id="test-rule",
    title=message("試しの規則"),
    version="1",
    valid_from="2013-12-20",
    citation=Citation(document=message("試しの要領"), seen=message("全文"), url="https://example.test/rule"),
    thresholds=(
        Threshold(
            name="near",
            asks=message("近いとみなす率"),
            value=Decimal(80),
            who="評価室",
            when="2024-04-01",
            why="実績から",
        ),
        Threshold(name="well_above", asks=message("大きく上回る率")),
    ),
)
OVERRIDE = Override(sign="3", who="評価室 山田", when=dt.date(2024, 8, 1), why="事情を考えた。")
MARK_OVERRIDE = Override(
    path=measure_path(1), sign="△", who="評価室 佐藤", when=dt.date(2024, 8, 2), why="暫定値のため。"
)


def judgement(*, graded: bool = True) -> Judgement:
    """The sheet's judgement: with a grade, or with two that are still possible."""
    found = achievements()
    return Judgement(
        rule=RULE,
        nendo=Y2023,
        achievements=found,
        grade=GRADES["4"] if graded else None,
        possible=() if graded else (GRADES["3"], GRADES["4"]),
        further=(MARKS["×"],) if graded else (),
        steps=(Step(says=message("主要な指標を見た"), paths=(measure_path(0),)),),
        missing=(Step(says=message("指標4が集計中"), paths=(f"{measure_path(3)}/actuals/2/value",)),),
        sensitivity=(
            Scenario(
                name=message("そのまま"),
                grade=GRADES["4"] if graded else None,
                possible=() if graded else ("3", "4"),
                marks=("○", "×", "○", ""),
            ),
            Scenario(
                name=message("許す幅10％"),
                tolerance=Decimal(10),
                grade=GRADES["3"],
                marks=("○", "△", "○", ""),
                changed=True,
            ),
        ),
        overrides=(OVERRIDE, MARK_OVERRIDE),
        printed_grade="③【相当程度進展あり】",
    )


def nothing_reported() -> Judgement:
    """Before any actual: no grade, and every grade still possible."""
    bare = tuple(
        achievement(n, number, name, kind=kind, footing=Footing.NOT_YET)
        for n, number, name, kind in ((0, "①", "説明会の回数", Kind.OUTPUT), (2, "③", "契約の件数", Kind.OUTCOME))
    )
    return Judgement(
        rule=RULE,
        achievements=bare,
        possible=tuple(GRADES.values()),
        missing=(Step(says=message("実績がない")),),
    )
