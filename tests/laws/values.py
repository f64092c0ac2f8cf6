"""Years, quantities and money as sheets print them, drawn at random."""

import datetime as dt
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from monosashi.model import Amount, Comparator, MoneyLine, Nendo, Part, Quantity, Ratio, YearKind
from monosashi.model.money import ACCOUNT_LABELS, UNITS, account_of

LABELS = (
    "政策協議等",
    "国際会議",
    "セミナー等",
    "参加者数",
    "ICT分野",
    "G20関係",
    "5G基地局",
    "A・B",
    "「足」の便",
    "男性",
    "の",
)
PARTS = ("政務レベル", "専門家派遣", "民間", "IPv6対応", "女性管理職", "A・B", "本省")
UNIT_WORDS = (
    "", "回", "件", "社", "％", "%", "町村", "千GJ", "か所", "箇所", "ヶ所", "つ", "団体", "基/10km", "社/件", "人/10万人", "回/年度", "ha", "km2", "t-CO2",
    "‰", "℃", "㎡", "割", "倍", "ポイント", "%ポイント", "%増", "百万円", "万人", "年", "年間", "日", "時間", "名・団体", "μg/m3",
)  # fmt: skip
REMARKS = ("※3", "参考値", "10か国中", "24年度", "うち国内は不明", "約13件", "1,452/1,737", "注1", "見込みを含む", "")

#: Years that sheets speak of.
near_years = st.integers(1985, 2060)


@cache
def nendos(years: st.SearchStrategy[int] = near_years) -> st.SearchStrategy[Nendo]:
    """A year of any kind."""
    return st.builds(Nendo, year=years, kind=st.sampled_from(YearKind))


@cache
def spans() -> st.SearchStrategy[tuple[Nendo, ...]]:
    """A run of years, or some years."""
    runs = st.builds(_run, nendos(), st.integers(1, 6))
    return st.one_of(runs, st.lists(nendos(), min_size=1, max_size=4).map(tuple))


def _run(first: Nendo, length: int) -> tuple[Nendo, ...]:
    return tuple(Nendo(year=first.year + n, kind=first.kind) for n in range(length))


@cache
def decimals(low: int = -(10**7), high: int = 10**7) -> st.SearchStrategy[Decimal]:
    """A number with as many decimals as a sheet prints."""
    places = st.integers(0, 3)
    return st.builds(lambda digits, n: Decimal(digits).scaleb(-n), st.integers(low, high), places)


@cache
def amounts() -> st.SearchStrategy[Amount]:
    """A number with unit, bound and 程度."""
    return st.builds(
        Amount,
        value=decimals(),
        unit=st.sampled_from(UNIT_WORDS).map(_folded),
        comparator=st.sampled_from(Comparator),
        approximate=st.booleans(),
    )


def _folded(unit: str) -> str:
    return unit.replace("％", "%")


@cache
def parts() -> st.SearchStrategy[Part]:
    """A named part."""
    return st.builds(Part, name=st.sampled_from(PARTS), amount=amounts(), subset=st.booleans())


_PARTS = st.lists(parts(), min_size=1, max_size=3)
_REMARKS = st.lists(st.sampled_from(REMARKS), min_size=1, max_size=2)
_SAID = st.sets(
    st.sampled_from(
        (
            "cumulative",
            "each_year",
            "parts",
            "ratio",
            "earlier_target",
            "mean_of",
            "as_of",
            "provisional",
            "rate",
            "remarks",
        )
    ),
    max_size=4,
)
_LABEL = st.sampled_from(("", "", *LABELS))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Everything a value cell can say."""
    said = draw(_SAID)
    return Quantity(
        **draw(amounts()).model_dump(),
        label=draw(_LABEL),
        cumulative="cumulative" in said,
        each_year="each_year" in said,
        parts=tuple(draw(_PARTS)) if "parts" in said else (),
        ratio=Ratio(numerator="誘発された額", denominator="JICTからの額") if "ratio" in said else None,
        earlier_target=draw(amounts()) if "earlier_target" in said else None,
        mean_of=draw(spans()) if "mean_of" in said else (),
        as_of=draw(nendos()) if "as_of" in said else None,
        provisional="provisional" in said,
        rate=draw(decimals(0, 2000)) if "rate" in said else None,
        remarks=tuple(draw(_REMARKS)) if "remarks" in said else (),
    )


ACCOUNTS = ("", *ACCOUNT_LABELS, "基金", "外国為替資金特別会計", "Ａ勘定")


_ACCOUNT = st.sampled_from(ACCOUNTS)
_MONEY_UNIT = st.sampled_from(("", *UNITS))
_SUM = st.one_of(st.none(), decimals())


@st.composite
def money_lines(draw: st.DrawFn) -> MoneyLine:
    """One amount of a money cell."""
    label, budget, executed = draw(_ACCOUNT), draw(_SUM), draw(_SUM)
    return MoneyLine(
        account=account_of(label),
        label=label,
        included_only=draw(st.booleans()),
        budget=Decimal(0) if budget is None and executed is None else budget,
        executed=executed,
        unit=draw(_MONEY_UNIT),
    )


@cache
def days() -> st.SearchStrategy[dt.date]:
    """A day since the eras began."""
    return st.dates(dt.date(1868, 1, 1), dt.date(2117, 12, 31))
