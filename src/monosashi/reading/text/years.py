"""Years over columns: runs of years one after another; the one that begins with the sheet's own year is the
indicators', the one that ends with it the money's."""

from monosashi.model import Nendo, PrintedNendo
from monosashi.model.nendo import parse_nendo
from monosashi.reading.text.desk import Desk
from monosashi.reading.text.items import Item
from monosashi.reading.text.kinds import Kind


def year_of(item: Item, like: Nendo | None) -> Nendo | None:
    """The year an item prints."""
    return parse_nendo("".join(item.text.split()), like)


def printed_year(item: Item, like: Nendo | None) -> PrintedNendo:
    """The year as printed, with its meaning."""
    return PrintedNendo(text=item.text, nendo=year_of(item, like))


def year_runs(desk: Desk, like: Nendo | None) -> list[list[Item]]:
    """Runs of at least two years, each the one after the last."""

    def follows(last: Item, item: Item) -> bool:
        one, other = year_of(last, like), year_of(item, like)
        return bool(one and other and other.year == one.year + 1)

    return [run for run in desk.runs(Kind.YEAR, follows) if len(run) > 1]


def indicator_years(desk: Desk, like: Nendo | None) -> list[Item]:
    """The years over the yearly values: the longest run that does not end with the sheet's own year."""
    return _first(desk, like, money=False)


def money_years(desk: Desk, like: Nendo | None) -> list[Item]:
    """The years over the money: a run that ends with the sheet's own year."""
    return _first(desk, like, money=True)


def _first(desk: Desk, like: Nendo | None, *, money: bool) -> list[Item]:
    def ends_here(run: list[Item]) -> bool:
        last = year_of(run[-1], like)
        return bool(like and last and last.year <= like.year)

    runs = [run for run in year_runs(desk, like) if ends_here(run) is money]
    return max(runs, key=len, default=[])
