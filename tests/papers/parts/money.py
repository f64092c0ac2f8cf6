"""The policy's budget by stage and year (予算の状況), as the standard 評価書 prints it."""

from dataclasses import dataclass

from tests.papers.calendar import nendo
from tests.papers.content import Budget, Content
from tests.papers.paper import Cell, Table, label, middle, shares


@dataclass(frozen=True)
class MoneyStyle:
    """How it is printed. ``side``: the label at the left, empty for none; ``request``: the last head's end."""

    years: str = "26年度"
    side: str = "施策の予算額・執行額等"
    letters: bool = True
    initial: str = "当初予算"
    supplementary: str = "補正予算"
    carried: str = "繰越し等"
    total: str = "合計"
    executed: str = "執行額"
    kind: str = "区分"
    state: str = "予算の\n状況\n"
    brackets: str = "（）"
    request: str = "要求額"
    request_down: bool = False
    executed_unit: bool = True
    rates: tuple[str, ...] = ()
    unsettled: str = ""
    running: str = "{}"


def money_table(content: Content, style: MoneyStyle = MoneyStyle()) -> Table:
    """The table: a head row, four stages, execution, and the rate where given."""
    side = 10 if style.side else 0
    columns = shares(60 - side - 14, len(content.budgets))
    rates = 1 if style.rates else 0
    heads = [label(_year(one, style), wide) for one, wide in zip(content.budgets, columns, strict=True)]
    first = [label(style.side, side, 6 + rates)] if style.side else []
    rows = [(*first, label(style.kind, 14), *heads)]
    for n, (name, letter) in enumerate(_stages(style)):
        state = [label(style.state + style.brackets[0] + content.unit + style.brackets[1], 5, 4)] if n == 0 else []
        title = name + (f"({letter})" if style.letters else "")
        cells = _amounts(content, n, columns, style)
        rows.append((*state, label(title, 9), *cells))
    unit = f"{style.brackets[0]}{content.unit}{style.brackets[1]}" if style.executed_unit else ""
    closed = [pair for pair in zip(content.budgets, columns, strict=True) if not _open(pair[0], style)]
    executed = _line([one.executed for one, _ in closed], [wide for _, wide in closed])
    rows.append((label(style.executed + unit, 14), *executed))
    if style.rates:
        rows.append((label("執行率（％、d/(a+b+c)）", 14), *_line(list(style.rates), columns)))
    return Table(tuple(rows))


def _year(one: Budget, style: MoneyStyle) -> str:
    printed = nendo(one.nendo, style.years)
    if one.request:
        return printed + style.request
    return printed if one.executed else style.running.format(printed)


def _stages(style: MoneyStyle) -> tuple[tuple[str, str], ...]:
    return (style.initial, "a"), (style.supplementary, "b"), (style.carried, "c"), (style.total, "a+b+c")


def _open(one: Budget, style: MoneyStyle) -> bool:
    """Whether one text stands over all rows of the year: （※記入は任意）."""
    return bool(style.unsettled) and not any((one.initial, one.total, one.request))


def _line(texts: list[str], columns: list[int]) -> list[Cell]:
    return [Cell(text, wide, across="right") for text, wide in zip(texts, columns, strict=True)]


def _amounts(content: Content, n: int, columns: list[int], style: MoneyStyle) -> list[Cell]:
    """A stage's amounts. A year asked for prints its request in the first row, or in one cell over all of them."""
    found = []
    for one, wide in zip(content.budgets, columns, strict=True):
        asked = bool(one.request)
        open_year = _open(one, style)
        if (asked and style.request_down) or open_year:
            if n == 0:
                found.append(middle(one.request or style.unsettled, wide, 5 if open_year else 4))
            continue
        texts = (one.initial or one.request, one.supplementary, one.carried, one.total)
        found.append(Cell(texts[n], wide, across="right"))
    return found
