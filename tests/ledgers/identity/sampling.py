"""Sampling: pairs of sheets of consecutive editions put before a person to be labelled, drawn by a seed.

Written before the matcher and without it: each way of proposing is crude on purpose, and says nothing of the label. The
draws go round the years and, within a year, round the ministries, so that the large ministries do not fill the sample.

``python -m tests.ledgers.identity.sampling FOLDER`` prints the proposals with what a person compares; the labels are
kept in pairs.toml.
"""

import json
import lzma
import random
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

SEED = 20150722
EDITIONS = range(2015, 2022)


class Amounts(NamedTuple):
    """A year's money as a sheet tells it, 百万円: what is stated of 当初予算, 予算計 and 執行額."""

    initial: float | None
    total: float | None
    executed: float | None


class Seen(NamedTuple):
    """What a person looks at in one published sheet. ``key``: its file's path without the ending."""

    key: str
    ministry: str
    name: str
    number: str
    start: int | None
    office: str
    accounts: str
    purpose: str
    years: dict[int, Amounts]
    payees: tuple[str, ...]
    before: tuple[str, ...]


class Proposal(NamedTuple):
    """Two sheets of consecutive editions, and how they were found."""

    way: str
    earlier: Seen
    later: Seen


def editions(folder: Path) -> dict[int, list[Seen]]:
    """Every sheet by edition."""
    return {year: list(_sheets(folder / f"review-sheets-{year}.jsonl.xz")) for year in range(2015, 2023)}


def _sheets(path: Path) -> Iterator[Seen]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            yield Seen(
                key=one["_file"].removesuffix(".json"),
                ministry=one["府省庁"],
                name=plain(one["事業名"]),
                number=one["事業番号"].rsplit("-", 1)[-1] if one["公開年度"] > 2020 else one["事業番号"],
                start=one["開始年度"],
                office=plain(f"{one['担当部局庁'] or ''}/{one['担当課室'] or ''}"),
                accounts=" ".join(one["会計区分"] or ()),
                purpose=plain(one["事業目的"] or ""),
                years={
                    y["年度"]: Amounts(y.get("当初予算"), y.get("予算計"), y.get("執行額"))
                    for y in one["予算"] or ()
                    if "要求額" not in y
                },
                payees=tuple(p["支出先名"] or "" for p in (one["支出先"] or ())[:4]),
                before=tuple(
                    "-".join(str(p[part]) for part in ("年度", "事業番号1", "事業番号2", "事業番号3") if p[part])
                    for p in one["関連する過去のレビューシート"] or ()
                ),
            )


def plain(text: str) -> str:
    """Compatibility form without blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def same_years(a: Seen, b: Seen) -> int:
    """In how many years both state the same money, not all of it zero."""
    return sum(a.years[y] == b.years[y] and any(a.years[y]) for y in a.years.keys() & b.years.keys())


def likeness(a: str, b: str) -> float:
    """Shared pairs of characters over all pairs (Dice)."""
    x, y = ({t[n : n + 2] for n in range(len(t) - 1)} for t in (a, b))
    return 2 * len(x & y) / (len(x) + len(y) or 1)


def proposals(earlier: list[Seen], later: list[Seen], draw: random.Random) -> Iterator[Proposal]:
    """The proposals of one pair of editions, each way's draws going round the ministries."""
    for way, most in WAYS.items():
        taken: defaultdict[str, int] = defaultdict(int)
        found = list(way(earlier, later))
        draw.shuffle(found)
        found.sort(key=lambda pair: _rank(pair, taken))
        for a, b in islice(found, most):
            yield Proposal(way.__name__, a, b)


def _rank(pair: tuple[Seen, Seen], taken: defaultdict[str, int]) -> int:
    taken[pair[0].ministry] += 1
    return taken[pair[0].ministry]


_Pairs = Iterable[tuple[Seen, Seen]]


def _by(sheets: list[Seen], what: Callable[[Seen], object]) -> dict[object, list[Seen]]:
    groups: dict[object, list[Seen]] = defaultdict(list)
    for sheet in sheets:
        groups[what(sheet)].append(sheet)
    return groups


def _same_name(earlier: list[Seen], later: list[Seen]) -> Iterator[tuple[Seen, Seen]]:
    groups = _by(later, lambda s: (s.ministry, s.name))
    return ((a, b) for a in earlier for b in groups.get((a.ministry, a.name), ()))


def _orphans(earlier: list[Seen], later: list[Seen]) -> list[Seen]:
    names = {(s.ministry, s.name) for s in later}
    return [s for s in earlier if (s.ministry, s.name) not in names]


def name_and_number(earlier: list[Seen], later: list[Seen]) -> _Pairs:
    """The same name under the same number."""
    return ((a, b) for a, b in _same_name(earlier, later) if a.number == b.number)


def name_only(earlier: list[Seen], later: list[Seen]) -> _Pairs:
    """The same name under another number."""
    return ((a, b) for a, b in _same_name(earlier, later) if a.number != b.number)


def money_other_name(earlier: list[Seen], later: list[Seen]) -> _Pairs:
    """Another name, and the same money in two years at least."""
    groups = _by(_orphans(later, earlier), lambda s: s.ministry)
    for a in _orphans(earlier, later):
        yield from ((a, b) for b in groups.get(a.ministry, ()) if same_years(a, b) >= 2)


def likest_name(earlier: list[Seen], later: list[Seen]) -> _Pairs:
    """A sheet whose name is gone, beside the likest newcomer of its ministry that began in the same year."""
    groups = _by(_orphans(later, earlier), lambda s: (s.ministry, s.start))
    for a in _orphans(earlier, later):
        if others := groups.get((a.ministry, a.start)):
            yield a, max(others, key=lambda b: (likeness(a.name, b.name), b.key))


def declared_other_name(earlier: list[Seen], later: list[Seen]) -> _Pairs:
    """The later sheet lists the earlier one as its past, under another name."""
    by_key = {s.key: s for s in earlier}
    for b in later:
        for past in b.before:
            year, _, number = past.partition("-")
            a = by_key.get(f"{year}/{b.ministry}/{number}")
            if a and a.name != b.name:
                yield a, b


def ended(earlier: list[Seen], later: list[Seen]) -> _Pairs:
    """A sheet whose name is gone, beside the likest of all names of its ministry."""
    groups = _by(later, lambda s: s.ministry)
    for a in _orphans(earlier, later)[::4]:
        if others := groups.get(a.ministry):
            yield a, max(others, key=lambda b: (likeness(a.name, b.name), b.key))


def begun(earlier: list[Seen], later: list[Seen]) -> _Pairs:
    """A sheet whose name is new, beside the likest of all earlier names of its ministry."""
    return ((a, b) for b, a in ended(later, earlier))


def number_other_name(earlier: list[Seen], later: list[Seen]) -> _Pairs:
    """The same number of the same ministry under another name."""
    groups = _by(later, lambda s: (s.ministry, s.number))
    return ((a, b) for a in earlier for b in groups.get((a.ministry, a.number), ()) if a.name != b.name)


def name_elsewhere(earlier: list[Seen], later: list[Seen]) -> _Pairs:
    """The same name, at another ministry or with another start."""
    groups = _by(later, lambda s: s.name)
    for a in earlier:
        yield from ((a, b) for b in groups.get(a.name, ()) if b.ministry != a.ministry or b.start != a.start)


def series(earlier: list[Seen], later: list[Seen]) -> _Pairs:
    """Names that differ in their figures only (第1期, 第2期)."""
    figures = re.compile(r"[0-9一二三四五六七八九ⅠⅡⅢIVX元]+")
    groups = _by(later, lambda s: (s.ministry, figures.sub("#", s.name)))
    for a in earlier:
        yield from ((a, b) for b in groups.get((a.ministry, figures.sub("#", a.name)), ()) if a.name != b.name)


#: How many of each way are drawn from each pair of editions; more than are kept, since a label may differ from its way.
WAYS: dict[Callable[[list[Seen], list[Seen]], _Pairs], int] = {
    name_and_number: 8,
    name_only: 8,
    money_other_name: 4,
    likest_name: 4,
    declared_other_name: 4,
    ended: 4,
    begun: 3,
    number_other_name: 2,
    name_elsewhere: 3,
    series: 2,
}


def sampled(folder: Path) -> list[Proposal]:
    """Every proposal, by edition; no pair twice."""
    by_year, draw = editions(folder), random.Random(SEED)  # noqa: S311  a sample that anyone can draw again
    drawn = [p for year in EDITIONS for p in proposals(by_year[year], by_year[year + 1], draw)]
    return list({(p.earlier.key, p.later.key): p for p in reversed(drawn)}.values())[::-1]


def told(proposal: Proposal) -> str:
    """What a person reads before labelling."""
    a, b = proposal.earlier, proposal.later
    money = " ".join(
        f"{year}:{_amounts(a, year)}|{_amounts(b, year)}" for year in sorted(a.years.keys() | b.years.keys())
    )
    rows = (
        f"[{proposal.way}] {a.key} -> {b.key}  same years {same_years(a, b)}",
        f"  {a.name} ({a.start}) {a.office} {a.accounts}",
        f"  {b.name} ({b.start}) {b.office} {b.accounts} before={','.join(b.before)}",
        f"  {money}",
        f"  purpose {likeness(a.purpose, b.purpose):.2f}: {a.purpose[:60]} | {b.purpose[:60]}",
        f"  payees {','.join(p[:8] for p in a.payees)} | {','.join(p[:8] for p in b.payees)}",
    )
    return "\n".join(rows)


def _amounts(sheet: Seen, year: int) -> str:
    return "/".join("" if n is None else f"{n:g}" for n in sheet.years.get(year, ()))


if __name__ == "__main__":
    for number, proposal in enumerate(sampled(Path(sys.argv[1])), 1):
        print(number, told(proposal))
