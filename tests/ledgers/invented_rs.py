"""The RS system's fifteen files, invented: rows by the list of columns, and the projects they are to be read back as.

What is known of each project is drawn first (from a seed); files and nouns are two ways to write it.
"""

import csv
import io
import random
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from monosashi.ledgers.rs_layout import RsLayout, RsTable
from monosashi.model import (
    Book,
    Nendo,
    Project,
    ProjectItem,
    ProjectMeasure,
    ProjectValue,
    ProjectYear,
)

Row = dict[str, str]
_MONEY = ("initial", "supplementary", "carried_in", "carried_out", "reserve", "total", "executed")
_WORDS = ("見本", "推進", "調査、研究", "「括弧」", "改行\nあり", '引用"符', "①号", "髙﨑", "～から－まで")


@dataclass
class InventedRs:
    """Rows of each table by column, and the projects; without their places, which depend on how they are written."""

    layout: RsLayout
    rows: dict[str, list[Row]]
    projects: list[Project]


def invented_rs(layout: RsLayout, seed: int, count: int = 4) -> InventedRs:
    """Invented projects of an edition."""
    chance = random.Random(seed)  # noqa: S311  from a seed, not for secrets
    made = InventedRs(layout, {table.id: [] for table in layout.tables}, [])
    for number in range(1, count + 1):
        _project(made, number, chance)
    for table in layout.tables:
        if not made.rows[table.id]:
            made.rows[table.id] = [_filler(table, layout.edition, number, chance) for number in range(1, count + 1)]
    return made


def _project(made: InventedRs, number: int, chance: random.Random) -> None:
    layout, words = made.layout, [chance.choice(_WORDS) for _ in range(4)]
    name = f"事業{number}{words[0]}"
    common = {"事業年度": str(layout.edition), "予算事業ID": str(number), "事業名": name, "府省庁": "未来生活省"}
    start, old = chance.choice((None, 1998, 2024)), chance.choice(("", f"{layout.edition - 1}-未来-22-{number:04d}"))
    head = {**common, "局・庁": "生活局", "部": "第一部", "課": "総務課", "室": ""}
    made.rows["1-2"].append(
        head
        | {
            "事業の目的": words[1],
            "事業の概要": words[2],
            "事業概要URL": "https://example.jp/" if number % 2 else "",
            "事業開始年度": "" if start is None else str(start),
            "開始年度不明": "TRUE" if start is None else "FALSE",
            "終了予定なし": "True",
            "旧事業番号": old,
        }
    )
    years = _years(made, common, chance)
    made.projects.append(
        Project(
            book=Book.RS_SYSTEM,
            edition=layout.edition,
            id=f"rs-{layout.edition}-{number}",
            number=str(number),
            name=name,
            ministry="未来生活省",
            bureau="生活局　第一部",
            division="総務課",
            start=start,
            accounts=("一般会計",),
            purpose=words[1],
            outline=words[2],
            years=years,
            measures=_measures(made, common, chance),
            items=_items(made, common, chance),
            before=(old,) if old else (),
            place={"file": "", "line": 0, "url": "https://example.jp/" if number % 2 else ""},
        )
    )


def _years(made: InventedRs, common: Row, chance: random.Random) -> tuple[ProjectYear, ...]:
    """Three years; the last one's request is of the year after."""
    takes, years = made.layout.table("2-1").takes, []
    for nendo in range(made.layout.edition - 2, made.layout.edition + 1):
        yen = {part: chance.choice((None, 0, chance.randrange(10**11))) for part in _MONEY}
        row = {takes[part][0]: "" if value is None else str(value) for part, value in yen.items()}
        made.rows["2-1"].append({**common, **row, takes["nendo"][0]: str(nendo)})
        made.rows["2-1"].append({**common, takes["nendo"][0]: str(nendo), takes["account_kind"][0]: "一般会計"})
        told = {part: Decimal(value) / 10**6 for part, value in yen.items() if value is not None}
        if told:
            years.append(ProjectYear(nendo=Nendo(year=nendo), **told))
    made.rows["2-1"][-2][takes["requested"][0]] = "130500000"
    return (*years, ProjectYear(nendo=Nendo(year=made.layout.edition + 1), requested=Decimal("130.5")))


def _items(made: InventedRs, common: Row, chance: random.Random) -> tuple[ProjectItem, ...]:
    yen = chance.randrange(10**10)
    said = {"予算年度": str(made.layout.edition), "会計区分": "一般会計", "予算種別": "当初予算", "所管": "未来生活省"}
    said |= {"組織・勘定": "未来本省", "項": "見本推進費", "目": "庁費", "予算額（歳出予算項目ごと）": f"{yen}.0"}
    made.rows["2-2"].append(common | said)
    item = ProjectItem(
        nendo=Nendo(year=made.layout.edition),
        account="一般会計",
        stage="当初予算",
        ministry="未来生活省",
        organisation="未来本省",
        section="見本推進費",
        subsection="庁費",
        amount=Decimal(yen) / 10**6,
    )
    return (item,)


def _measures(made: InventedRs, common: Row, chance: random.Random) -> tuple[ProjectMeasure, ...]:
    """An activity, which is no measure, an output without values, and an outcome with its years."""
    takes = made.layout.table("3-1").takes
    kind, goal, name, said = (takes[part][0] for part in ("kind", "goal", "name", "said"))
    made.rows["3-1"].append({**common, kind: "アクティビティ", goal: "活動する"})
    made.rows["3-1"].append({**common, kind: "アウトプット", goal: "開く", name: "回数", "単位": "回"})
    outcome = {**common, kind: "アウトカム", goal: "増やす", name: "人数", "単位": "人"}
    first, last = made.layout.edition - 1, made.layout.edition + 3
    actual, target = f"{chance.randrange(1000)}.5", str(chance.randrange(1000))
    made.rows["3-1"] += [
        {**outcome, said: "1.目標年度", str(last): "1"},
        {**outcome, said: "2.目標値", str(first): "10", str(last): f"{target}.0"},
        {**outcome, said: "3.実績値", str(first): actual},
        {**outcome, said: "4.達成率", str(first): "99"},
    ]
    return (
        ProjectMeasure(kind="output", goal="開く", name="回数", unit="回"),
        ProjectMeasure(
            kind="outcome",
            goal="増やす",
            name="人数",
            unit="人",
            final_target=target,
            final_year=Nendo(year=last),
            values=(
                ProjectValue(nendo=Nendo(year=first), actual=actual, target="10"),
                ProjectValue(nendo=Nendo(year=last), target=target),
            ),
        ),
    )


def _filler(table: RsTable, edition: int, number: int, chance: random.Random) -> Row:
    """A row of a table of which no project is made: every column says something of its kind."""
    row = {column: chance.choice(_WORDS) for column in table.columns}
    row |= {column: str(chance.randrange(10**9)) for column in table.number}
    row |= {column: chance.choice(("TRUE", "FALSE")) for column in table.flag}
    return row | {"事業年度": str(edition), "予算事業ID": str(number)}


def csv_bytes(table: RsTable, rows: list[Row], encoding: str) -> bytes:
    """The file of a table as the site gives it."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, table.printed, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def file_name(table: RsTable, edition: int) -> str:
    """As the site calls it, without its ending."""
    return f"{table.id}_RS_{edition}_{table.name}"


def write_rs(folder: Path, made: InventedRs, encoding: str, zipped: str = "each") -> Path:
    """The fifteen files: a zip ``each``, all in ``one`` zip, or ``plain``."""
    files = {
        file_name(table, made.layout.edition): csv_bytes(table, made.rows[table.id], encoding)
        for table in made.layout.tables
    }
    if zipped == "one":
        with zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(f"RS/{name}.csv", data)
        return folder / "all.zip"
    for name, data in files.items():
        if zipped == "plain":
            (folder / f"{name}.csv").write_bytes(data)
        else:
            with zipfile.ZipFile(folder / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(f"{name}.csv", data)
    return folder
