"""Invented projects of invented editions, for tests of what links them."""

from collections.abc import Mapping
from decimal import Decimal

from monosashi.model import Book, BookPlace, Nendo, Project, ProjectYear

PURPOSE = "橋のたもとの見張り小屋を直し、夜の通行を安全にすることを目的とする。"


def project(edition: int, number: str, name: str, money: Mapping[int, str] | None = None, **other: object) -> Project:
    """A project of 見本省 as one edition tells it; ``money``: 当初予算, 予算計 and 執行額 by year, 百万円."""
    said: dict[str, object] = {
        "book": Book.REVIEW_SHEETS,
        "edition": edition,
        "id": f"{edition}-見本-20-{number}",
        "number": number,
        "name": name,
        "ministry": "見本省",
        "bureau": "道路局",
        "division": "橋梁課",
        "start": 2010,
        "purpose": PURPOSE,
        "years": tuple(_year(year, amounts) for year, amounts in (money or {}).items()),
        "place": BookPlace(file="見本.jsonl", line=1),
    }
    return Project.model_validate({**said, **other})


def _year(year: int, amounts: str) -> ProjectYear:
    initial, total, executed = (Decimal(one) if one else None for one in amounts.split("/"))
    return ProjectYear(nendo=Nendo(year=year), initial=initial, total=total, executed=executed)
