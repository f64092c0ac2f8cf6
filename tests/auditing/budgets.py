"""Budget tables and lists of budget items for the tests of this room, as rows of printed strings."""

from collections.abc import Mapping
from typing import Any

#: Stage, label.
STAGES = {
    "initial": "当初予算(a)",
    "supplementary": "補正予算(b)",
    "carried": "繰越し等(c)",
    "carried_in": "前年度から繰越し",
    "carried_out": "翌年度へ繰越し",
    "reserve": "予備費等",
    "other": "流用等",
    "total": "合計(a+b+c)",
    "executed": "執行額",
    "rate": "執行率（％）",
}
#: The fiscal years of a table's columns, in printed order.
HEADS = ("平成27年度", "平成28年度", "平成29年度", "平成30年度", "平成31年度要求額")


def budget(rows: Mapping[str, str], unit: str = "百万円", heads: tuple[str, ...] = HEADS) -> dict[str, Any]:
    """A table: each row's amounts in one string, parted by bars; an empty one prints no cell."""
    return {
        "label": "施策の予算額・執行額等",
        "rows": [
            {
                "label": STAGES[kind],
                "kind": kind,
                "unit": "" if kind == "rate" else unit,
                "amounts": [
                    {"text": text.strip(), "years": [head]}
                    for head, text in zip(heads, printed.split("|"), strict=False)
                    if text.strip()
                ],
            }
            for kind, printed in rows.items()
        ],
    }


def items(*lines: tuple[str, ...], year: str = "平成30年度") -> list[dict[str, Any]]:
    """Lines of a mark and an amount, or of a name of a sum and an amount."""
    return [
        {
            **({"total": what} if what[0] in "小合" else {"mark": what}),
            "amounts": [{"text": amount, "year": year} for amount in amounts],
        }
        for what, *amounts in lines
    ]


ROWS = {
    "initial": "7,113 | 7,020 | 6,958 | 6,804 | 7,052",
    "supplementary": "977 | 0 | 310",
    "carried": "▲ 250 | 250 | ▲120",
    "total": "7,840 | 7,270 | 7,148",
    "executed": "7,698 | 7,115 | 集計中",
    "rate": "98.2 | 97.9％",
}
#: A table that adds up, and what is carried out is carried in.
BUDGET = budget(ROWS)
ITEMS = items(
    ("●", "300"), ("●", "1,200"), ("小計", "1,500"), ("◆", "〈900〉"), ("小計", "〈900〉の内数"), ("合計", "1,500")
)


def table(**rows: str) -> dict[str, Any]:
    """The sheet's change to that table, with other rows."""
    return {"/budgets": [budget({**ROWS, **rows})]}
