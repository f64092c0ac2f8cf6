"""The fund's cases: so many a year, so many companies beside them, and so much private money to the fund's own.

One row is a case. Partners are told apart by their name; a company that takes part again is written by another spelling
of the same name. Cases that must not count: a second entry of a case, a draft, one taken back, one of another policy, one
decided before the fund was established, and one on 1 April after the last year.
"""

import datetime as dt
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from monosashi.model import RecordState
from monosashi.registers.invented.chance import Chance
from monosashi.registers.invented.events import traps_wanted
from monosashi.registers.invented.key import KeyLine
from monosashi.registers.invented.names import company, names, respelled
from monosashi.registers.invented.rows import Row, days_of, year_of
from monosashi.registers.invented.wanted import Wanted

#: The n-th partner is the n-th company from here on, so that no partner is a contractor of a study.
_PARTNERS_FROM = 40
#: Before the day on which the fund was established.
_TOO_EARLY = dt.date(2015, 3, 1)


def fund_rows(wanted: Wanted, chance: Chance) -> list[Row]:
    """The cases that count, then those that must not."""
    counted: list[Row] = []
    own, induced, partners = Decimal(0), Decimal(0), 0
    for n, year in enumerate(wanted.years):
        cases = _cases(year, wanted.fund_cases[n], len(counted), chance)
        _place_partners(cases, partners, wanted.partners[n], wanted.partner_links[n])
        if cases:
            own, induced = _place_money(cases, (own, induced), wanted.ratio[n], chance)
        counted += cases
        partners = wanted.partners[n]
    return counted + _traps(counted, wanted.years, chance)


def _case(number: int, day: dt.date, chance: Chance) -> Row:
    code = names().countries[number % len(names().countries)]
    title = f"支援案件{number + 1}号{chance.pick(names().topics)}事業{names().mark}"
    values = {
        "title": title,
        "countries": code,
        "sector": chance.pick(("telecommunications", "broadcasting", "postal")),
    }
    values["invested_on"] = min(day + dt.timedelta(days=10), days_of(year_of(day))[1]).isoformat()
    return Row(day, values, office=chance.pick(names().offices))


def _cases(year: int, number: int, before: int, chance: Chance) -> list[Row]:
    first, last = days_of(year)
    days = [first, *(first + dt.timedelta(days=1 + chance.below(363)) for _ in range(number - 2)), last][:number]
    return [_case(before + n, day, chance) for n, day in enumerate(sorted(days))]


def _place_partners(cases: list[Row], before: int, upto: int, links: int) -> None:
    """The year's new partners, and of those before as many as are missing to so many links, case after case."""
    again = links - (upto - before)
    called = [company(_PARTNERS_FROM + n)[1] for n in range(before, upto)]
    called += [respelled(company(_PARTNERS_FROM + n)[1]) for n in range(again)]
    for n, case in enumerate(cases):
        case.values["partners"] = "\n".join(called[n :: len(cases)])
        if n >= upto - before:
            case.trap = "no-new-partner"


def _place_money(
    cases: list[Row], before: tuple[Decimal, Decimal], ratio: Decimal, chance: Chance
) -> tuple[Decimal, Decimal]:
    """Own and induced money of the year's cases, so that all money so far stands in the wanted ratio. In millions of yen;
    the fund's own in tens, so that a ratio of one decimal is met to the yen."""
    own, induced = before
    placed = [Decimal(10 * (20 + chance.below(200))) for _ in cases]
    # the last case is as large as it takes for what is induced in the year to be something for each case
    least = (induced + len(cases)) / ratio - own - sum(placed)
    if least > 0:
        placed[-1] += 10 * (least / 10).to_integral_value(ROUND_CEILING)
    own += sum(placed)
    new = own * ratio - induced
    shares = [(new / len(cases)).to_integral_value(ROUND_CEILING) - 1] * (len(cases) - 1)
    for case, mine, theirs in zip(cases, placed, [*shares, new - sum(shares)], strict=True):
        case.values |= {"own_money": f"{mine:f}", "induced_money": f"{theirs.normalize():f}"}
    return own, own * ratio


def _traps(counted: list[Row], years: tuple[int, ...], chance: Chance) -> list[Row]:
    edge = _case(len(counted), days_of(years[-1])[1] + dt.timedelta(days=1), chance)
    early = _case(len(counted) + 1, _TOO_EARLY, chance)
    for row, trap in ((edge, "1-april-after"), (early, "before-beginning")):
        row.trap = trap
        row.values |= {"partners": company(_PARTNERS_FROM + 500)[1], "own_money": "100", "induced_money": "9000"}
    made = [edge, early]
    left = chance.shuffled(counted)
    makers = (_again, _draft, _withdrawn, _other_policy)
    while len(made) < traps_wanted(len(counted)):
        like = left.pop() if left else early
        maker = makers[len(made) % len(makers)] if like is not early else _draft
        made.append(maker(like))
    return made


def _again(like: Row) -> Row:
    """The same case entered by a second division."""
    values = {**like.values, "title": respelled(like.values["title"])}
    return replace(like, values=values, copy_of=like, trap="two-divisions")


def _draft(like: Row) -> Row:
    return replace(like, values=dict(like.values), state=RecordState.DRAFT, code="draft", trap="draft")


def _withdrawn(like: Row) -> Row:
    return replace(like, values=dict(like.values), state=RecordState.CANCELLED, code="cancelled", trap="cancelled")


def _other_policy(like: Row) -> Row:
    other = names().other_policy
    return replace(like, values=dict(like.values), policy=other, code="other-policy", trap="other-policy")


def fund_lines(rows: list[Row], years: tuple[int, ...]) -> list[KeyLine]:
    """The key of the fund's three measures, year by year. ``rows``: in the order of their ids."""
    held = _first_holders(rows)
    return [
        line
        for nendo in years
        for row in rows
        for line in (
            _line(row, "jict-partners", nendo, _cumulative(row, nendo) or _without_new(row, held)),
            _line(row, "jict-partners-per-case", nendo, _of_year(row, nendo)),
            _line(row, "jict-inducement", nendo, _cumulative(row, nendo) or _entered_before(row)),
        )
    ]


def _line(row: Row, rule: str, nendo: int, why: tuple[str, str]) -> KeyLine:
    code, instead = (row.code, "") if row.code else why
    return KeyLine(
        rule=rule,
        nendo=nendo,
        record=f"fund_cases/{row.id}",
        counts=not code,
        code=code,
        instead=f"fund_cases/{instead}" if instead else "",
        trap=row.trap,
    )


_COUNTS = ("", "")


def _cumulative(row: Row, nendo: int) -> tuple[str, str] | None:
    if row.day <= _TOO_EARLY:
        return "before-beginning", ""
    return ("other-year", "") if year_of(row.day) > nendo else None


def _of_year(row: Row, nendo: int) -> tuple[str, str]:
    return ("other-year", "") if year_of(row.day) != nendo else _entered_before(row)


def _entered_before(row: Row) -> tuple[str, str]:
    return ("same-event", row.copy_of.id) if row.copy_of else _COUNTS


def _without_new(row: Row, held: dict[str, str]) -> tuple[str, str]:
    """A case of which every partner was in an earlier one: told with the record that first held the first of them."""
    first = [held[_plain(partner)] for partner in row.values["partners"].split("\n")]
    return _COUNTS if row.id in first else ("same-value", first[0])


def _first_holders(rows: list[Row]) -> dict[str, str]:
    held: dict[str, str] = {}
    for row in rows:
        if not row.code and row.day > _TOO_EARLY:
            for partner in row.values["partners"].split("\n"):
                held.setdefault(_plain(partner), row.id)
    return held


def _plain(partner: str) -> str:
    """A name without what ``respelled`` does to it."""
    return "".join(chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in partner).replace(" ", "")
