"""``money``: a row for each amount, of the policy and of its programmes."""

from collections.abc import Iterator

from monosashi.model import Account, MoneyCell, Reading
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


MONEY = Table(
    "money",
    ("scope", "number", "name", "account", "nendo", "stage", "included_only", "budget", "executed", "unit"),
    rows,
)
