"""Numbers that may be wanted of invented records, for property tests."""

from decimal import Decimal

from hypothesis import strategies as st

from monosashi.registers.invented import Wanted


@st.composite
def wants(draw: st.DrawFn) -> Wanted:
    """Any numbers that go together, small ones: years, counts, parts, and a fund that can be."""
    years = draw(st.integers(1, 3))
    first = draw(st.integers(2016, 2026))

    def numbers(most: int) -> tuple[int, ...]:
        return tuple(draw(st.integers(0, most)) for _ in range(years))

    agreed = numbers(12)
    cases, partners, links, ratios = _fund(draw, years)
    return Wanted(
        years=tuple(range(first, first + years)),
        consultations=numbers(12),
        conferences=numbers(9),
        agreements=agreed,
        political=tuple(draw(st.integers(0, whole)) for whole in agreed),
        seminars=numbers(9),
        studies=numbers(6),
        orders=numbers(6),
        fund_cases=cases,
        partners=partners,
        partner_links=links,
        ratio=ratios,
    )


def _fund(draw: st.DrawFn, years: int) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[Decimal, ...]]:
    cases, partners, links, ratios = [], [], [], []
    sofar, ratio = 0, Decimal("1.0")
    for _ in range(years):
        new = draw(st.integers(0, 6))
        again = draw(st.integers(0, sofar))
        linked = new + again
        cases.append(draw(st.integers(1, linked)) if linked else 0)
        if linked:
            ratio = Decimal(draw(st.integers(1, 99))) / 10
        sofar += new
        partners.append(sofar)
        links.append(linked)
        ratios.append(ratio)
    return tuple(cases), tuple(partners), tuple(links), tuple(ratios)
