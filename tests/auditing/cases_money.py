"""Cases of the checks on the policy's budget table: its sums, what is carried over, and its execution."""

from tests.auditing.budgets import ROWS, budget, items, table
from tests.auditing.cases import Case

#: The paths of the rows of the usual table.
CARRIED, TOTAL, EXECUTED, RATE = (f"/budgets/0/rows/{n}/amounts" for n in (2, 3, 4, 5))
#: A row more over the total moves it down.
TOTAL_DOWN = "/budgets/0/rows/4/amounts"


def ordered(**more: str) -> dict[str, object]:
    """The table with rows more, in the order of the stages."""
    rows = {**ROWS, **more}
    stages = ("initial", "supplementary", "carried", "reserve", "other", "total", "executed", "rate")
    return {"/budgets": [budget({kind: rows[kind] for kind in stages if kind in rows})]}


def running(carried: str) -> dict[str, object]:
    """A table of as many years as there are amounts carried, the last of them without an execution."""
    years = carried.count("|") + 1
    amounts = {"initial": "7,000 | " * years, "carried": carried, "executed": "6,000 | " * (years - 1) + "－"}
    return {"/budgets": [budget(amounts)]}


def two_rows(into: str, out: str, total: str) -> dict[str, object]:
    """A table with a row for what comes in and one for what goes out."""
    rows = {"initial": "700 | 800 | 900", "carried_in": into, "carried_out": out, "total": total}
    return {"/budgets": [budget(rows)]}


IN_AND_OUT = (
    Case("carry-over", two_rows("0 | 250 | 30", "▲250 | ▲30 | 0", "450 | 1,020 | 930")),
    Case("carry-over", two_rows("0 | 251 | 30", "▲250 | ▲30 | 0", "450 | 1,021 | 930")),
    Case(
        "carry-over",
        two_rows("0 | 205 | 30", "▲250 | ▲30 | 0", "450 | 975 | 930"),
        (("carry-over", "/budgets/0/rows/1/amounts/1"),),
    ),
    # nothing goes out, and something comes in
    Case(
        "carry-over",
        two_rows("0 | 250 | 30", "0 | ▲30 | 0", "700 | 1,020 | 930"),
        (("carry-over", "/budgets/0/rows/1/amounts/1"),),
    ),
    # both ends of two pairs are one finding
    Case(
        "carry-over",
        two_rows("0 | 205 | 33", "▲250 | ▲30 | 0", "450 | 975 | 933"),
        (("carry-over", "/budgets/0/rows/1/amounts/1"),),
    ),
    Case("carry-over", two_rows("0 | － | 30", "▲250 | ▲30 | 0", "450 | 770 | 930"), exempt="a dash comes in"),
    Case(
        "sum-wrong",
        two_rows("0 | 250 | 30", "▲250 | ▲30 | 0", "450 | 1,050 | 930"),
        (("sum-wrong", "/budgets/0/rows/3/amounts/1"),),
    ),
)

TOTALS = (
    Case("sum-wrong", table()),
    Case("sum-wrong", table(total="7,804 | 7,270 | 7,148", rate=""), (("sum-wrong", f"{TOTAL}/0"),)),
    # two years of one table are one finding
    Case("sum-wrong", table(total="7,840 | 7,207 | 7,184", rate=""), (("sum-wrong", f"{TOTAL}/1"),)),
    # half a unit for each of three parts: one off may be rounding, two may not; a dash is exact
    Case("sum-wrong", table(total="7,841 | 7,270 | 7,147")),
    Case("sum-wrong", table(total="7,842 | 7,270 | 7,148"), (("sum-wrong", f"{TOTAL}/0"),)),
    Case(
        "sum-wrong",
        table(supplementary="－ | －", carried="－ | －", total="7,114 | 7,020", executed="7,000 | 7,000", rate=""),
        (("sum-wrong", f"{TOTAL}/0"),),
    ),
    Case("sum-wrong", ordered(reserve="100 | 0 | 0", total="7,940 | 7,270 | 7,148", rate="")),
    Case(
        "sum-wrong", ordered(reserve="100 | 0 | 0", total="7,840 | 7,270 | 7,148"), (("sum-wrong", f"{TOTAL_DOWN}/0"),)
    ),
    # a dash is nil in a year that is closed
    Case("sum-wrong", table(supplementary="977 | － | 310")),
    Case("sum-wrong", table(supplementary="－ | 0 | 310"), (("sum-wrong", f"{TOTAL}/0"),)),
    Case("sum-wrong", table(supplementary="977 | 0 | －"), exempt="a dash in a year whose execution is open"),
    Case("sum-wrong", table(supplementary="977 | 0 | 集計中"), exempt="a part is still being compiled"),
    Case("sum-wrong", table(supplementary="977 | 0"), exempt="a part is not printed"),
    Case("sum-wrong", table(supplementary="〈970〉の内数 | 0 | 310"), exempt="a part is 内数"),
    Case(
        "sum-wrong",
        table(total="7,840百万円 | 7,270千円 | 7,148", rate=""),
        (("unit-implausible", f"{TOTAL}/1"),),
        exempt="another unit",
    ),
    Case("sum-wrong", ordered(other="5 | 0 | 0", total="7,900 | 7,270 | 7,148", rate=""), exempt="an unknown row"),
    Case("sum-wrong", table(total="", rate=""), exempt="no total"),
    Case("sum-wrong", table(total="7,840 | 7,270 | 7,148 | | 9,999"), exempt="a request"),
)

RATES = (
    Case("sum-wrong", table(rate="98.9 | 97.9％"), (("sum-wrong", f"{RATE}/0"),)),
    Case("sum-wrong", table(rate="98.1 | 97％")),
    Case("sum-wrong", table(rate="98.2 | 99％"), (("sum-wrong", f"{RATE}/1"),)),
    Case("sum-wrong", table(rate="0.98 | 0.98"), exempt="a fraction"),
    Case("sum-wrong", table(rate="108.2 | 97.9％"), exempt="the rate is of the initial budget"),
    Case("sum-wrong", table(rate="集計中 | －"), exempt="no rate"),
    Case("sum-wrong", table(executed="〈7,000〉の内数 | 7,115 | 集計中"), exempt="execution is 内数"),
)

ITEM_SUMS = (
    Case("sum-wrong", {"/budget_items": items(("●", "300"), ("●", "1,200"), ("小計", "1,500"), ("合計", "1,500"))}),
    Case(
        "sum-wrong",
        {"/budget_items": items(("●", "300"), ("●", "1,200"), ("小計", "1,600"), ("合計", "1,600"))},
        (("sum-wrong", "/budget_items/2/amounts/0"),),
    ),
    Case(
        "sum-wrong",
        {
            "/budget_items": items(
                ("●", "300"), ("小計", "300"), ("◆", "〈900〉"), ("小計", "〈900〉"), ("合計", "1,200")
            )
        },
        (("sum-wrong", "/budget_items/4/amounts/0"),),
    ),
    # the year of a column is what is wrong, not the first column
    Case(
        "sum-wrong",
        {"/budget_items": items(("●", "300", "310"), ("●", "200", "210"), ("合計", "500", "620"))},
        (("sum-wrong", "/budget_items/2/amounts/1"),),
    ),
    Case(
        "sum-wrong",
        {"/budget_items": items(("●", "300"), ("小計", "300"), ("◆", "〈900〉"), ("小計", "40"), ("合計", "340"))},
        exempt="lines that are 内数 settle no sum",
    ),
    Case("sum-wrong", {"/budget_items": items(("●", "300"), ("●", "別途"), ("小計", "900"))}, exempt="words"),
    Case("sum-wrong", {"/budget_items": items(("●", "300円"), ("●", "1千円"), ("小計", "9"))}, exempt="two units"),
)

CARRY = (
    Case("carry-over", table()),
    Case("carry-over", table(carried="▲ 250 | 251 | 0", total="7,840 | 7,271 | 7,268", rate="")),
    # less arrives in a year that is still running, and so cannot have passed anything on
    Case("carry-over", running("▲ 250 | 110"), (("carry-over", "/budgets/0/rows/1/amounts/1"),)),
    Case("carry-over", running("▲ 90 | ▲ 250 | 110"), (("carry-over", "/budgets/0/rows/1/amounts/2"),)),
    Case("carry-over", running("▲ 250 | 250")),
    # a slip: digits swapped, one changed, one dropped
    Case("carry-over", table(carried="▲ 250 | 205", total="7,840", rate=""), (("carry-over", f"{CARRIED}/1"),)),
    Case("carry-over", table(carried="▲ 250 | 240", total="7,840", rate=""), (("carry-over", f"{CARRIED}/1"),)),
    Case("carry-over", table(carried="0 | ▲ 250 | 260", total="", rate=""), (("carry-over", f"{CARRIED}/2"),)),
    Case(
        "carry-over",
        table(carried="▲ 1,250 | 125", total="6,840", executed="", rate=""),
        (("carry-over", f"{CARRIED}/1"),),
    ),
    Case("carry-over", running("▲ 250 | 420"), exempt="taken in, perhaps, from a year that is not printed"),
    Case("carry-over", running("0 | ▲ 250 | 420"), exempt="taken in and passed on in the year before, perhaps"),
    Case("carry-over", table(carried="▲ 250 | 260", total="7,840", rate=""), exempt="the year before is not printed"),
    Case("carry-over", table(carried="▲ 250 | 110 | 0", total="7,840", rate=""), exempt="passed on and spent, perhaps"),
    Case(
        "carry-over", table(carried="▲ 250 | 110 | ▲ 340 | 340", total="", rate=""), exempt="one exact pair is no proof"
    ),
    Case("carry-over", table(carried="▲ 250 | 110 | 140", total="7,840", rate=""), exempt="passed on to the next year"),
    Case("carry-over", table(carried="▲ 90 | ▲ 250 | 310 | 0", total="", rate=""), exempt="taken in from before"),
    Case(
        "carry-over",
        table(carried="70 | ▲ 250 | 205", total="", rate=""),
        (("carry-over", f"{CARRIED}/2"),),
    ),
    Case("carry-over", table(carried="▲ 250 | 260 | ▲ 40", total="7,840", rate=""), exempt="carried on, perhaps a net"),
    Case("carry-over", table(carried="70 | ▲ 250 | 240", total="", rate=""), exempt="taken in, perhaps a net"),
    Case("carry-over", table(carried="▲ 250 | 110", total="7,840", rate=""), exempt="the next year is not printed"),
    Case("carry-over", table(carried="▲ 25 | 35", total="", rate=""), exempt="too few digits for a slip"),
    Case("carry-over", table(carried="▲ 250 | 〈205〉 | 0", total="7,840", rate=""), exempt="内数"),
    Case("carry-over", table(carried="▲ 250 | 205千円 | 0", total="7,840", rate=""), exempt="another unit"),
    Case(
        "carry-over",
        {"/budgets": [budget({"initial": "500 | 500", "carried": "▲ 250 | 205"}, heads=("平成27年度", "平成29年度"))]},
        exempt="years that do not follow one another",
    ),
)

OVER = (
    Case(
        "executed-over-budget",
        table(executed="7,698 | 7,271 | 集計中", rate=""),
        (("executed-over-budget", f"{EXECUTED}/1"),),
    ),
    Case(
        "executed-over-budget",
        table(executed="7,840 | 7,270 | 7,149", rate=""),
        (("executed-over-budget", f"{EXECUTED}/2"),),
    ),
    # everything was carried out, and something was spent all the same
    Case(
        "executed-over-budget",
        table(initial="0", supplementary="0", carried="▲22", total="▲22", executed="3,651", rate=""),
        (("executed-over-budget", f"{EXECUTED}/0"),),
    ),
    Case("executed-over-budget", table(executed="7,840 | 7,270 | 7,148", rate="")),
    Case("executed-over-budget", table(total="", executed="7,840", rate=""), exempt="no total"),
    Case("executed-over-budget", table(executed="7,698,120千円", rate=""), exempt="another unit"),
    Case("executed-over-budget", table(executed="〈9,999〉の内数", rate=""), exempt="execution is 内数"),
)

MONEY = (*IN_AND_OUT, *TOTALS, *RATES, *ITEM_SUMS, *CARRY, *OVER)
