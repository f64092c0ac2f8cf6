"""Cases of the checks on the policy's money beside that of its means: sums, what must not be added, and units."""

from typing import Any

from tests.auditing.budgets import table
from tests.auditing.cases import Case
from tests.auditing.sheets import clean, programme


def means(total: str, *rows: str, **more: Any) -> dict[str, Any]:
    """The sheet with other means: each row's cells in one string, parted by bars, and so the policy's; ``more``: other
    fields of the sheet."""
    return {
        "/programmes": [
            programme(f"({n})", "1～6", *(cell.strip() for cell in row.split("|"))) for n, row in enumerate(rows, 1)
        ],
        "/money": [{"text": cell.strip(), "year": f"令和{n}年度"} for n, cell in enumerate(total.split("|"), 2)],
        "/notes": clean()["notes"][:2],
        **{f"/{name}": value for name, value in more.items()},
    }


def staged(*amounts: str) -> dict[str, Any]:
    """A budget table of a policy whose initial budget is 7,113 and whose total is 7,840, and means of its first year."""
    rows = means("", *amounts)
    for row in rows["/programmes"]:
        row["money"] = [{"text": row["money"][0]["text"], "year": "平成27年度"}]
        row["name"] = "事業(平成20年度)"
    return {**rows, "/money": [], **table()}


def noted(text: str) -> list[dict[str, str]]:
    """The sheet's notes, the second one with other words."""
    return [clean()["notes"][0], {"mark": "※２", "text": text}]


#: The first year's total.
TOTAL = "/money/0/lines/0"
NEXT = "/money/1/lines/0"

SUMS = (
    Case("programmes-total", means("2,215百万円", "1,310百万円", "905百万円")),
    Case("programmes-total", means("2,251百万円", "1,310百万円", "905百万円"), (("programmes-total", TOTAL),)),
    # two years, and both sides of each, are one finding
    Case(
        "programmes-total",
        means(
            "2,215百万円（2,100百万円） | 2,500百万円",
            "1,310百万円（1,200百万円） | 1,400百万円",
            "905百万円（800百万円） | 900百万円",
        ),
        (("programmes-total", TOTAL),),
    ),
    Case(
        "programmes-total",
        means("2,215百万円 | 2,500百万円", "1,310百万円 | 1,400百万円", "905百万円 | 900百万円"),
        (("programmes-total", NEXT),),
    ),
    # half a unit for each of two parts
    Case("programmes-total", means("2,216百万円", "1,310百万円", "905百万円")),
    Case("programmes-total", means("2,217百万円", "1,310百万円", "905百万円"), (("programmes-total", TOTAL),)),
    # what cannot be read can only make the sum larger
    Case("programmes-total", means("1,200百万円", "1,310百万円", "別途"), (("programmes-total", TOTAL),)),
    # 内数 is not added, and the years that add up without it show that it is no part of the total
    Case("programmes-total", means("1,310百万円", "1,310百万円", "〈412百万円〉の内数")),
    Case(
        "programmes-total",
        means("1,310百万円 | 1,500百万円", "1,310百万円 | 1,400百万円", "〈412百万円〉の内数 | 〈420百万円〉の内数"),
        (("programmes-total", NEXT),),
    ),
    Case("programmes-total", means("1,310百万円", "1,310百万円", "産投出資：200百万円")),
    # the special account may be the policy's, or not
    Case("programmes-total", means("1,410百万円", "1,310百万円", "特別会計：100百万円")),
    Case("programmes-total", means("1,310百万円", "1,310百万円", "特別会計：100百万円")),
    Case(
        "programmes-total", means("1,350百万円", "1,310百万円", "特別会計：100百万円"), (("programmes-total", TOTAL),)
    ),
    # a budget table prints the total as well: the means may print it, or the initial budget
    Case("programmes-total", staged("7,036", "804")),
    Case("programmes-total", staged("6,309", "804")),
    Case("programmes-total", staged("7,063", "804"), (("programmes-total", "/budgets/0/rows/3/amounts/0"),)),
    Case(
        "programmes-total",
        {**means("", "1,310 | 1,000", "905 | 2,000"), "/money": [], **table(total="", rate="")},
        exempt="other years",
    ),
    Case("programmes-total", means("1,500百万円", "1,310百万円", "〈412百万円〉の内数"), exempt="within the 内数"),
    Case("programmes-total", means("2,251百万円", "1,310百万円", "別途"), exempt="a cell that cannot be read"),
    # a means that never has money, as a law, is nil
    Case("programmes-total", means("1,310百万円", "1,310百万円", "")),
    Case("programmes-total", means("2,251百万円", "1,310百万円", ""), (("programmes-total", TOTAL),)),
    Case(
        "programmes-total",
        means("2,251百万円", "1,310百万円 | 1,310百万円", " | 905百万円"),
        exempt="a blank that may stand for an amount",
    ),
    Case("programmes-total", means("2,251百万円", "1,310百万円", "905千円"), exempt="another unit"),
    Case("programmes-total", means("2,251百万円", "1,310百万円", "905百万円（再掲）"), exempt="a cell says why"),
    Case(
        "programmes-total",
        means("2,251百万円", "1,310百万円", "905百万円", notes=noted("達成手段の額の合計は、共通の経費を含まない。")),
        exempt="a note says why",
    ),
)

SUMMED = (
    Case(
        "included-summed",
        means("1,510百万円", "1,310百万円", "産投出資：200百万円"),
        (("included-summed", TOTAL),),
    ),
    Case(
        "included-summed",
        means("1,722百万円（1,600百万円）", "1,310百万円（1,200百万円）", "〈412百万円〉の内数（400百万円）"),
        (("included-summed", TOTAL),),
    ),
    Case(
        "included-summed",
        means(
            "1,610百万円 | 1,400百万円", "1,310百万円 | 1,400百万円", "産投出資：200百万円\n政府保証：100百万円 | －"
        ),
        (("included-summed", TOTAL),),
    ),
    Case("included-summed", means("1,310百万円", "1,310百万円", "産投出資：200百万円")),
    Case("included-summed", means("1,310百万円", "1,310百万円", "〈412百万円〉の内数")),
    Case(
        "included-summed", means("1,510百万円", "1,310百万円", "産投出資：200百万円", "別途"), exempt="a cell in words"
    ),
    Case("included-summed", means("200百万円", "－", "産投出資：200百万円"), exempt="nothing else is added"),
    Case(
        "included-summed",
        means("1,510百万円", "1,310百万円", "産投出資：200百万円", notes=noted("予算額には財政投融資を含む。")),
        exempt="the sheet says so",
    ),
)

UNITS = (
    # a slip in one year of a means; the sum of that year is a thousand times off for the same reason
    Case(
        "unit-implausible",
        means("－", "1,310百万円 | 1,400,000百万円 | 1,290百万円", "－"),
        (("unit-implausible", "/programmes/0/money/1/lines/0"),),
    ),
    Case(
        "unit-implausible",
        means("－", "1,310百万円 | 1,400千円 | 1,290百万円", "－"),
        (("unit-implausible", "/programmes/0/money/1/lines/0"),),
    ),
    Case(
        "unit-implausible",
        means("2,616百万円 | 2,491百万円 | 1,344,000百万円", "－", "－"),
        (("unit-implausible", "/money/2/lines/0"),),
    ),
    # budget and execution of one cell slip together
    Case(
        "unit-implausible",
        means("2,616百万円（2,293百万円） | 2,491千円（1,978千円） | 1,344百万円（1,300百万円）", "－", "－"),
        (("unit-implausible", "/money/1/lines/0"),),
    ),
    Case("unit-implausible", means("2,215百万円", "1,310,000百万円", "905,000百万円"), (("unit-implausible", TOTAL),)),
    # a column of a budget table in another unit is one finding
    Case(
        "unit-implausible",
        table(
            initial="7,113 | 7,020,000 | 6,958",
            supplementary="0 | 0 | 0",
            carried="0 | 0 | 0",
            total="7,113 | 7,020,000 | 6,958",
            executed="7,000 | 7,000,000 | 集計中",
            rate="",
        ),
        (("unit-implausible", "/budgets/0/rows/0/amounts/1"),),
    ),
    Case(
        "unit-implausible",
        table(initial="7,113,000,000", supplementary="", carried="", total="7,113,000,000", executed="", rate=""),
        (("unit-implausible", "/budgets/0/rows/0/amounts/0"),),
    ),
    Case("unit-implausible", means("－", "1,310百万円 | 1,400,000千円 | 1,290百万円", "－")),
    Case("unit-implausible", means("－", "1,310百万円 | 65,500百万円 | 1,290百万円", "－")),
    Case(
        "unit-implausible",
        table(
            initial="20 | 20 | 20",
            supplementary="0 | 9,000 | 0",
            carried="0 | 0 | 0",
            total="20 | 9,020 | 20",
            executed="19 | 8,990 | 集計中",
            rate="",
        ),
        exempt="the supplementary budget makes the total",
    ),
    Case("unit-implausible", means("－", "1百万円 | 2百万円 | 900百万円", "－"), exempt="small amounts"),
    Case("unit-implausible", means("－", "1,310百万円 | 1,400,000百万円", "－"), exempt="two years only"),
    Case("unit-implausible", means("－", "10百万円 | 90百万円 | 20,000百万円", "－"), exempt="the others are apart"),
)

MEANS = (*SUMS, *SUMMED, *UNITS)
