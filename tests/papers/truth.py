"""The truth of a page, in the columns of the contract, from its content.

What the contract leaves open is left out: an empty value is not asked for.
"""

import re
from collections.abc import Iterable

from tests.papers.content import Budget, Content, Indicator, Spent

Row = dict[str, str]
Rows = list[Row]


def head(content: Content, labels: dict[str, str], *, title: bool = True) -> Rows:
    """標題, 整理番号, then the texts by the labels printed: what a text is -> its label, without note marks."""
    first = [{"field": "標題", "text": content.title}] if title else []
    number = [{"field": "整理番号", "text": content.identifier}] if content.identifier else []
    texts = [
        {"field": re.sub(r"\n|（※.）", "", label), "text": content.head[what].replace("\n", "")}
        for what, label in labels.items()
        if content.head.get(what)
    ]
    return [*first, *number, *texts]


def _said(yes: bool) -> str:
    return "true" if yes else "false"


def indicators(content: Content, *, primary: bool = True, leave: Iterable[str] = ()) -> Rows:
    """A row a measure. ``primary``: whether the layout marks primary ones; ``leave``: columns the layout does not print."""
    leave = set(leave)
    return [{k: v for k, v in _indicator(one, primary).items() if k not in leave} for one in content.indicators]


def _indicator(one: Indicator, primary: bool) -> Row:
    numbers = bool(one.values)
    cumulative = any(v.cumulative for v in one.values) or any(word in one.name for word in ("累計", "累積"))
    row = {
        "goal": one.goal,
        "lever": one.lever,
        "group": one.group,
        "number": one.number,
        "primary": _said(one.primary) if primary else "",
        "name": one.name,
        "kind": one.kind,
        "unit": one.unit,
        "cumulative": _said(cumulative) if numbers else "",
        "ratio": _said(any(v.ratio for v in one.values)) if numbers else "",
        "baseline_text": "" if one.baseline.is_dash else one.baseline.text,
        "baseline_value": one.baseline.number,
        "baseline_nendo": str(one.baseline_year or ""),
        "mean_of": " ".join(map(str, one.mean_of)),
        "target_text": "" if one.target.is_dash else one.target.text,
        "target_value": one.target.number,
        "target_nendo": str(one.target_year or ""),
        "approximate": _said(one.target.approximate) if one.target.digits else "",
        "part_name": one.target.part_name or one.baseline.part_name,
        "baseline_part": one.baseline.part,
        "target_part": one.target.part,
        "mark": one.mark,
    }
    return {column: text.replace("\n", "") for column, text in row.items()}


def yearly(content: Content, *, bare: bool = False) -> Rows:
    """A row a measure and year with anything printed. ``bare``: units stand in a column of their own."""
    found = []
    for one in content.indicators:
        for year in one.years:
            if not year.target and not year.actual:
                continue
            target = year.target.bare if bare and year.target.digits else year.target.text
            actual = year.actual.bare if bare and year.actual.digits else year.actual.text
            asked = year.actual or (year.target and not year.target.is_dash)
            row = {
                "number": one.number,
                "name": one.name,
                "nendo": str(year.nendo),
                "target_text": "" if year.target.is_dash else target,
                "target_value": year.target.number,
                "actual_text": actual,
                "actual_value": year.actual.number,
                "actual_state": year.actual.state(year.nendo, content.title_year) if asked else "",
                "target_part": year.target.part,
                "actual_part": year.actual.part,
                "provisional": _said(year.actual.provisional) if year.actual.digits else "",
            }
            found.append({column: text.replace("\n", "") for column, text in row.items()})
        found += [
            {"number": one.number, "name": one.name, "nendo": str(year), "reference_value": amount}
            for year, amount in one.references
        ]
    return found


def programmes(content: Content) -> Rows:
    """A row a means."""
    return [
        {
            "number": one.number,
            "name": one.name,
            "start_nendo": str(one.start or ""),
            "related": " ".join(one.related),
            "review_number": "" if one.review in ("－", "-") else one.review,
            "outline": one.outline,
        }
        for one in content.programmes
    ]


def programme_money(content: Content) -> Rows:
    """A row a means and year, then the policy's sums under them."""
    lines = [("programme", one.number, one.name, one.money) for one in content.programmes]
    lines += [("policy", "", "", content.policy_money)] if content.policy_money else []
    return [
        _spent(scope, number, name, year, spent, content.unit)
        for scope, number, name, line in lines
        for year, spent in zip(content.programme_years, line, strict=True)
        if _amount(spent.budget) or _amount(spent.executed)
    ]


def _spent(scope: str, number: str, name: str, year: int, spent: Spent, unit: str) -> Row:
    return {
        "scope": scope,
        "number": number,
        "name": name,
        "account": "",
        "nendo": str(year),
        "stage": "total",
        "included_only": "true" if spent.inside else "",
        "budget": _amount(spent.budget),
        "executed": _amount(spent.executed),
        "unit": unit,
    }


def _amount(printed: str) -> str:
    """A printed amount as a plain number; empty for a dash, 集計中 or nothing."""
    plain = printed.replace(",", "").replace(" ", "").replace("　", "").replace("▲", "-").replace("△", "-")
    return plain if plain.lstrip("-").isdigit() else ""


def budgets(content: Content) -> Rows:
    """The policy's budget by stage. Where one figure only is printed for a year, it is that year's total."""
    return [row for one in content.budgets for row in _budget(one, content.unit)]


def _budget(one: Budget, unit: str) -> Rows:
    stages = {
        "initial": _amount(one.initial),
        "supplementary": _amount(one.supplementary),
        "carried": _amount(one.carried),
        "total": _amount(one.total),
        "request": _amount(one.request),
    }
    given = {stage: amount for stage, amount in stages.items() if amount}
    if list(given) == ["initial"]:
        given = {"total": given["initial"]}
    if one.executed and "total" not in given and _amount(one.executed):
        raise ValueError(f"{one}: an execution beside no total")
    return [
        {
            "scope": "policy",
            "number": "",
            "name": "",
            "account": "",
            "nendo": str(one.nendo),
            "stage": stage,
            "included_only": "",
            "budget": amount,
            "executed": _amount(one.executed) if stage == "total" else "",
            "unit": unit,
        }
        for stage, amount in given.items()
    ]


def cabinet(content: Content, *, excerpt: bool = True) -> Rows:
    """A row a decision."""
    return [
        {
            "name": one.name,
            "date": one.date,
            "excerpt": one.excerpt if excerpt and one.excerpt not in ("－", "-") else "",
        }
        for one in content.cabinet
    ]


def notes(content: Content) -> Rows:
    """A row a ※ note."""
    return [{"mark": mark, "text": text} for mark, text in content.notes if mark.startswith("※")]


def reasons(content: Content, *, apart: bool = False) -> Rows:
    """A row a rationale. ``apart``: why it was chosen, and why its target, stand in cells of their own."""
    found: Rows = []
    for one in content.indicators:
        if "【参考】" in one.reason:  # where the rationale ends and the reference begins, the contract leaves open
            found.append({"numbers": one.number, "text_starts": one.reason.partition("\n")[0]})
            continue
        texts = [one.reason, one.basis] if apart else ["\n".join(filter(None, (one.reason, one.basis)))]
        found += [{"numbers": one.number, "text": text.replace("\n", "")} for text in texts if text]
    return found
