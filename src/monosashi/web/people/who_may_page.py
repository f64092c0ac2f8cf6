"""The table of who may what for docs/people.md, out of the one that decides it (``who_may.toml``).

``python -m monosashi.web.people.who_may_page docs/people.md`` writes it between the page's marks.
"""

import sys
from pathlib import Path

from monosashi.web.setup import set_up

START, END = "<!-- who may what: written by `make docs` -->", "<!-- end of who may what -->"


def table() -> str:
    """The table in Markdown: a verb a row, a role a column, the reach in each cell."""
    from monosashi.office.keeping import rules  # noqa: PLC0415  Django is set up first
    from monosashi.office.people import roles  # noqa: PLC0415

    columns = list(roles.FITS)
    heads = [f"{roles.role_name(role).ja}<br>{roles.role_name(role).en}" for role in columns]
    lines = [f"| できること what | {' | '.join(heads)} | 範囲 scope |", "| --- " * (len(columns) + 2) + "|"]
    for verb, rule in rules().items():
        does = roles.verb_name(verb)
        cells = (_cell(rule.reach[role]) for role in columns)
        lines.append(f"| {does.ja}<br>{does.en} | {' | '.join(cells)} | `{rule.scope}` |")
    return "\n".join(lines)


def _cell(reach: str) -> str:
    from monosashi.office.keeping.who_may import Reach  # noqa: PLC0415
    from monosashi.office.people import roles  # noqa: PLC0415

    said = roles.reach_name(Reach(reach))
    return "" if reach == Reach.NONE else f"{said.ja}<br>{said.en}"


def with_table(page: str) -> str:
    """The page with the table between its marks."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n\n{table()}\n\n{END}{after}"


if __name__ == "__main__":
    set_up()
    file = Path(sys.argv[1])
    file.write_text(with_table(file.read_text(encoding="utf-8")), encoding="utf-8")
