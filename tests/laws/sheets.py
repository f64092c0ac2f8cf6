"""Whole sheets in the form of 総務省, drawn at random: what an office could legitimately print, and nothing else.

What ties a sheet together is kept: every measure has an actual for every year of the table, its state as the reader
states it; every programme and the policy have a money cell for every year over the money; a rationale speaks of
neighbours under one lever; labels are those that the form prints. What a real sheet leaves blank may be blank.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from monosashi.forms import Form, TableSpec, Wording, form
from monosashi.model import (
    Baseline,
    CabinetLink,
    Goal,
    Identifier,
    Indicator,
    Label,
    Lever,
    Measure,
    MeasureName,
    MoneyCell,
    Nendo,
    Note,
    Number,
    Policy,
    PrintedDate,
    PrintedNendo,
    Programme,
    ProgrammeName,
    Rationale,
    Related,
    Sheet,
    Statement,
    StatementRole,
    Target,
    Title,
    Value,
    YearKind,
    YearTarget,
)
from monosashi.model.date import print_date
from monosashi.model.folding import is_dash
from monosashi.model.indicator import read_actual
from monosashi.model.mark import print_number
from monosashi.model.money import print_money
from monosashi.model.nendo import parse_nendo, print_nendo
from monosashi.model.quantity import print_quantity
from tests.laws.texts import blank_or, names, sentences
from tests.laws.values import money_lines, nendos, quantities

FORM_ID = "soumu-jizen-r3"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_DASHES = ("-", "－", "―")
_STATES = ("集計中", "調査中止", "未公表", "該当なし", "集計中\n（令和９年８月公表予定）")


@dataclass(frozen=True)
class Years:
    """What the years of one sheet rest on: its own year, and those over the columns of values and of money."""

    own: Nendo
    values: tuple[PrintedNendo, ...]
    money: tuple[PrintedNendo, ...]


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A full sheet of the form."""
    blank = form(FORM_ID)
    own = Nendo(year=draw(st.integers(2013, 2030)))
    years = Years(own, _heads(own, *draw(_SIX_YEARS)), _heads(own, *draw(_FOUR_YEARS)))
    goals = draw(_goals(years))
    programmes = tuple(draw(st.lists(_programmes(years), max_size=3)))
    money = draw(st.one_of(st.just(()), _money(years), _money(years)))
    cabinet = tuple(draw(st.lists(_cabinet(), max_size=2)))
    statements, outer = draw(_statements(blank))
    used = [("indicators", bool(goals)), ("programmes", bool(programmes or money)), ("cabinet", bool(cabinet))]
    tables = [blank.table(part) for part, printed in used if printed]
    labels = [label for table in tables for label in draw(_labels(table, total=bool(money)))]
    return Sheet(
        form=FORM_ID,
        title=Title.model_validate(
            f"主要な政策に係る政策評価の事前分析表（{_year_text(own.year, draw(_STYLE))}実施政策）"
        ),
        identifier=Identifier.model_validate(draw(_identifiers(own))),
        policy=Policy(level=blank.level, level_in_law=blank.level_in_law, statements=statements),
        labels=(*labels, *outer),
        goals=goals,
        rationales=draw(_rationales(goals)),
        programmes=programmes,
        money=money,
        cabinet=cabinet,
        notes=draw(_notes()),
    )


#: How many years before the sheet's own the heads begin, and how each of them is printed.
_STYLE = st.integers(0, 4)
_SIX_YEARS = st.tuples(st.integers(0, 3), st.lists(_STYLE, min_size=1, max_size=6))
_FOUR_YEARS = st.tuples(st.integers(0, 3), st.lists(_STYLE, min_size=1, max_size=4))


def _year_text(year: int, style: int) -> str:
    """令和3年度, ３年 / 度 in full width, H25年度."""
    printed = print_nendo(Nendo(year=year))
    short = printed.replace("令和", "R").replace("平成", "H").replace("元", "1")
    broken = printed.replace("年度", "年\n度").translate(_WIDE)
    return (printed, printed, printed.translate(_WIDE), short, broken)[style]


def _printed(text: str, like: Nendo) -> PrintedNendo:
    return PrintedNendo(text=text, nendo=parse_nendo("".join(text.split()), like))


def _heads(own: Nendo, before: int, styles: list[int]) -> tuple[PrintedNendo, ...]:
    """Consecutive years around the sheet's own, as the heads of columns."""
    return tuple(_printed(_year_text(own.year - before + n, style), own) for n, style in enumerate(styles))


@st.composite
def _identifiers(draw: st.DrawFn, own: Nendo) -> str:
    year = print_nendo(own).removesuffix("年度").replace("令和", "R").replace("平成", "").replace("元", "1")
    number = draw(st.sampled_from(("⑭", "㉗", "5", "12")))
    plain = f"{draw(st.sampled_from(('総務省', '未来生活省')))}{year}{draw(st.sampled_from('－-'))}{number}"
    return draw(st.sampled_from((plain, f"（{plain}）", f"({plain})")))


@st.composite
def _statements(draw: st.DrawFn, blank: Form) -> tuple[tuple[Statement, ...], tuple[Label, ...]]:
    """The labelled texts of the head; the aim under its two inner labels, or under its own."""
    found: list[Statement] = []
    outer: tuple[Label, ...] = ()
    for spec in blank.statements:
        label = draw(_wordings(spec))
        under_inner_labels = draw(st.booleans())
        if spec.inner and under_inner_labels:
            outer = (Label(role=spec.role.value, text=label),)
            found += [Statement(role=inner.role, label=inner.label, text=draw(sentences())) for inner in spec.inner]
        else:
            found.append(Statement(role=spec.role, label=label, text=draw(_statement_text(spec.role))))
    return tuple(found), outer


@cache
def _statement_text(role: StatementRole) -> st.SearchStrategy[str]:
    if role is StatementRole.EVALUATION_MONTH:
        return blank_or(st.builds("令和{}年{}月".format, st.integers(2, 20), st.integers(1, 12)), "令和６年８\n月頃")
    return blank_or(sentences())


@cache
def _wordings(wording: Wording) -> st.SearchStrategy[str]:
    """A label as the form prints it, or has printed it, now and then with a note mark."""
    marks = st.sampled_from(("", "", "\n（※１）", "(※2)"))
    return st.builds("{}{}".format, st.sampled_from((wording.label, wording.label, *wording.variants)), marks)


@st.composite
def _labels(draw: st.DrawFn, table: TableSpec, *, total: bool) -> tuple[Label, ...]:
    columns = [Label(role=f"{table.part}.{spec.role}", text=draw(_wordings(spec))) for spec in table.columns]
    side = [Label(role=f"{table.part}.side", text=draw(_wordings(table.side)))] if table.side else []
    printed = table.total if total else None
    last = [Label(role=f"{table.part}.total", text=draw(_wordings(printed)))] if printed else []
    return (*side, *columns, *last)


@st.composite
def _goals(draw: st.DrawFn, years: Years) -> tuple[Goal, ...]:
    """Goals with levers and indicators, numbered through, each with a circle or without."""
    count = 0
    goals = []
    for _ in range(draw(st.integers(0, 3))):
        levers = []
        for _ in range(draw(st.integers(1, 2))):
            size = draw(st.integers(1, 2))
            numbers = [print_number(count + n + 1, circled=draw(st.booleans())) for n in range(size)]
            count += size
            levers.append(Lever(text=draw(sentences()), indicators=tuple(draw(_indicators(n, years)) for n in numbers)))
        goals.append(Goal(text=draw(sentences()), levers=tuple(levers)))
    return tuple(goals)


@st.composite
def _indicators(draw: st.DrawFn, number: str, years: Years) -> Indicator:
    measures = st.lists(_measures(years), min_size=1, max_size=2)
    printed = draw(st.sampled_from((number, number.translate(_WIDE))))
    return Indicator(number=Number.model_validate(printed), measures=tuple(draw(measures)))


@st.composite
def _measures(draw: st.DrawFn, years: Years) -> Measure:
    targets = draw(_year_targets(years))
    asked = {year for target in targets if not is_dash(target.value.text) for year in target.years}
    return Measure(
        name=MeasureName.model_validate(draw(_measure_names())),
        baseline=Baseline(value=draw(_values()), year=draw(_years_of(years.own))),
        target=Target(value=draw(_values()), year=draw(_years_of(years.own))),
        targets=targets,
        actuals=tuple(
            read_actual(draw(_value_texts(*_STATES)), year, years.own.year, expected=year in asked)
            for year in years.values
        ),
    )


@cache
def _measure_names() -> st.SearchStrategy[str]:
    kinds = ("", "\n＜アウトプット指標＞", "＜アウトカム指標＞", "\n（アウトカム）", "　【アウトプット】")
    return st.builds("{}{}".format, sentences(3), st.sampled_from(kinds))


_NEAR = st.tuples(st.integers(-8, 8), _STYLE)
_OTHER_YEARS = blank_or(nendos(st.integers(2000, 2030)).map(print_nendo), "-", "毎年度")


@st.composite
def _years_of(draw: st.DrawFn, own: Nendo) -> PrintedNendo:
    """The year of a baseline or a target: of the sheet's own time, of another kind, or none."""
    if draw(st.booleans()):
        apart, style = draw(_NEAR)
        return _printed(_year_text(own.year + apart, style), own)
    return _printed(draw(_OTHER_YEARS), own)


@cache
def _value_texts(*others: str) -> st.SearchStrategy[str]:
    """What a cell of values prints: a number with all that may stand beside it, a sentence, a dash, nothing."""
    printed = st.sampled_from(
        ("12社", "４１回程度", "約70,000ha", "80\n（100％）", "年度ごとに５件", "前年度以上", "※５")
    )
    numbers = quantities().map(print_quantity)
    return blank_or(st.one_of(numbers, printed, sentences(3)), *_DASHES, *others)


@cache
def _values() -> st.SearchStrategy[Value]:
    return _value_texts().map(Value.model_validate)


@st.composite
def _year_targets(draw: st.DrawFn, years: Years) -> tuple[YearTarget, ...]:
    """Targets year by year, merged over neighbouring years, or left blank."""
    found = []
    rest = list(years.values)
    while rest:
        size = draw(st.integers(1, len(rest)))
        value = draw(_values())
        if value:
            found.append(YearTarget(years=tuple(rest[:size]), value=value))
        rest = rest[size:]
    if len(found) == 1 and found[0].value.quantity and found[0].value.quantity.each_year:
        return (
            YearTarget(years=years.values, value=found[0].value),
        )  # 年度ごとに: the words themselves span the years
    return tuple(found)


@st.composite
def _rationales(draw: st.DrawFn, goals: Sequence[Goal]) -> tuple[Rationale, ...]:
    """Reasons beside one measure or several neighbours under a lever; beside some measures none."""
    found = []
    for g, goal in enumerate(goals):
        for v, lever in enumerate(goal.levers):
            path = f"/goals/{g}/levers/{v}/indicators"
            rest = [
                f"{path}/{i}/measures/{m}" for i, each in enumerate(lever.indicators) for m in range(len(each.measures))
            ]
            while rest:
                size = draw(st.integers(1, len(rest)))
                if draw(st.integers(0, 4)):
                    said = Rationale.model_validate(draw(_reasons()))
                    found.append(said.model_copy(update={"measures": tuple(rest[:size])}))
                rest = rest[size:]
    return tuple(found)


@st.composite
def _reasons(draw: st.DrawFn) -> str:
    text = draw(sentences())
    if draw(st.booleans()):
        first, length = draw(st.integers(2012, 2025)), draw(st.integers(1, 3))
        colon = draw(st.sampled_from(("：", ":", ": ")))
        lines = [f"{_year_text(first - n, draw(_STYLE))}{colon}{draw(_past_values())}" for n in range(length)]
        text += "\n\n【参考】\n" + "\n".join(lines)
        text += draw(st.sampled_from(("", "", "\n※当面の影響を除いていない。", "\n\nこのほかの年は調べていない。")))
    return text


@cache
def _past_values() -> st.SearchStrategy[str]:
    parts = "42回（政策協議等：17回　国際会議：25回）"
    return st.sampled_from((parts, "13件（政務レベル5件）", "セミナー等38回", "２．３３社/件", "３件", "1,020箇所"))


_PROGRAMME_NUMBERS = st.builds(
    lambda n, style: (f"({n})", f"（{n}）".translate(_WIDE), str(n))[style], st.integers(1, 30), st.integers(0, 2)
)
_STARTS = st.sampled_from(("", "\n（平成17年度）", "(昭和24年度)", "（令和元\n年度）", "（ＩＴＵ）"))
_RELATED = st.sampled_from(("1", "1,2", "１，２，３", "①、3", "-", "－", "1～3", ""))
_REVIEW_NUMBERS = st.sampled_from(("0140", "０１４１", "新28-0003", "2021-総務-20-0148", "-", ""))


@st.composite
def _programmes(draw: st.DrawFn, years: Years) -> Programme:
    return Programme(
        number=Number.model_validate(draw(_PROGRAMME_NUMBERS)),
        name=ProgrammeName.model_validate(draw(sentences(3)) + draw(_STARTS)),
        money=draw(_money(years)),
        related=Related.model_validate(draw(_RELATED)),
        outline=draw(blank_or(sentences(), "※５", "-")),
        review_number=draw(_REVIEW_NUMBERS),
    )


@st.composite
def _money(draw: st.DrawFn, years: Years) -> tuple[MoneyCell, ...]:
    """A cell for every year, at least one of them with something in it."""
    texts = [draw(_money_texts()) for _ in years.money]
    if not any(texts):
        texts[0] = "－"
    return tuple(MoneyCell.read(text, year) for text, year in zip(texts, years.money, strict=True))


@cache
def _money_texts() -> st.SearchStrategy[str]:
    printed = st.lists(money_lines(), min_size=1, max_size=2).map(lambda lines: print_money(tuple(lines)))
    return blank_or(printed, "※５", *_DASHES)


@st.composite
def _cabinet(draw: st.DrawFn) -> CabinetLink:
    printed = st.dates(Nendo(year=1990).first_day, Nendo(year=2030, kind=YearKind.CALENDAR).last_day).map(print_date)
    dates = blank_or(printed, "令和３年６\n月18日", "平成2年2月30日")
    return CabinetLink(
        name=draw(names()) + draw(st.sampled_from(("2021", "", "\n（衆）"))),
        date=PrintedDate.model_validate(draw(dates)),
        excerpt=draw(blank_or(sentences())),
    )


@st.composite
def _notes(draw: st.DrawFn) -> tuple[Note, ...]:
    wide = draw(st.booleans())
    marks = [f"※{n}".translate(_WIDE) if wide else f"※{n}" for n in range(1, draw(st.integers(0, 4)) + 1)]
    return tuple(Note(mark=mark, text=draw(sentences(4))) for mark in marks)
