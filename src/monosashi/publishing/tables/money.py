"""``money``: a row for each amount, of the policy and of its programmes."""

from collections.abc import Iterator

from monosashi.model import Account, Budget, BudgetAmount, BudgetRowKind, MoneyCell, Reading, Stage
from monosashi.model.mark import plain_number
from monosashi.publishing.tables.table import Row, Table, number, text, truth, year


def rows(reading: Reading) -> Iterator[Row]:
    """The programmes' amounts, then the policy's; no row where a cell holds no amount."""
    for programme in reading.sheet.programmes:
        named = {
            "scope": "programme",
            "number": plain_number(programme.number),
            "name": text(programme.name.name),
        }
        for cell in programme.money:
            yield from ({**named, **row} for row in _amounts(cell))
    for cell in reading.sheet.money:
        # the policy's printed total is an account of its own in this table; a programme's cell just names none
        yield from ({"scope": "policy", **row, "account": row["account"] or "total"} for row in _amounts(cell))
    for budget in reading.sheet.budgets:
        yield from ({"scope": "policy", "account": "total", **row} for row in _budget(budget))


#: The stages that are rows of their own; the total's row carries the execution.
_PARTS = {
    BudgetRowKind.INITIAL: Stage.INITIAL,
    BudgetRowKind.SUPPLEMENTARY: Stage.SUPPLEMENTARY,
    BudgetRowKind.CARRIED: Stage.CARRIED,
    BudgetRowKind.CARRIED_IN: Stage.CARRIED,
    BudgetRowKind.CARRIED_OUT: Stage.CARRIED,
    BudgetRowKind.RESERVE: Stage.RESERVE,
}


def _budget(budget: Budget) -> Iterator[Row]:
    """Total and execution of each year, then the stages it is made of, then what is requested."""
    for one in budget.sums():
        yield {
            "nendo": year(one.nendo),
            "stage": Stage.TOTAL.value,
            "included_only": truth(one.included_only),
            "budget": number(one.budget),
            "executed": number(one.executed),
            "unit": one.unit,
        }
    parts = (
        (row, _PARTS[row.kind], amount)
        for row in budget.rows
        if row.kind in _PARTS
        for amount in row.amounts
        if row.kind is not BudgetRowKind.INITIAL or _has_total(budget, amount)
    )
    requests = ((row, Stage.REQUEST, amount) for row, amount in budget.requests())
    for row, stage, amount in (*(part for part in parts if not part[2].requested), *requests):
        if amount.value is not None and amount.nendo:
            yield {
                "nendo": year(amount.nendo),
                "stage": stage.value,
                "included_only": truth(amount.included_only),
                "budget": number(amount.value),
                "unit": budget.unit_of(amount, row),
            }


def _amounts(cell: MoneyCell) -> Iterator[Row]:
    for line in cell.lines:
        yield {
            "account": "" if line.account is Account.TOTAL else line.account.value,
            "nendo": year(cell.year.nendo),
            "stage": line.stage.value,
            "included_only": truth(line.included_only),
            "budget": number(line.budget),
            "executed": number(line.executed),
            "unit": line.unit,
        }


def _has_total(budget: Budget, amount: BudgetAmount) -> bool:
    """Whether a total is printed for the year of an initial budget; where none is, that one stands for it."""
    total = budget.amount(BudgetRowKind.TOTAL, amount.nendo) if amount.nendo else None
    return bool(total and total.value is not None)


MONEY = Table(
    "money",
    ("scope", "number", "name", "account", "nendo", "stage", "included_only", "budget", "executed", "unit"),
    rows,
)
