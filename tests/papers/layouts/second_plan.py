"""Further arrangements of the described forms: heads of two levels, two measures under a number, results before indicators."""

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content, Indicator
from tests.papers.paper import Block, Cell, Line, Page, Table, label, middle, shares
from tests.papers.parts.money import MoneyStyle, money_table
from tests.papers.parts.page import page
from tests.papers.parts.programmes import MeansStyle, programme_table
from tests.papers.parts.rows import cabinet_table, prose_rows, titled

_HEAD = {
    "policy": "施策名",
    "outline": "施策の概要",
    "aim": "達成すべき目標",
    "aim_reason": "目標設定の考え方・根拠",
    "field": "政策体系上の位置付け",
    "bureau": "担当部局名",
    "officer": "作成責任者名",
    "when": "政策評価実施予定時期",
}


def _mark(one: Indicator) -> str:
    return chr(0x2460 + int(one.number) - 1) if one.primary else one.number


def two_levels(content: Content) -> Page:
    """基準 and 目標 over 値 and 年度; rows labelled 目標値 and 実績値; the era in the first head only; two columns of prose."""
    years = [year.nendo for year in content.indicators[0].years]
    heads = [nendo(year, "平成26年度" if n == 0 else "26年度") for n, year in enumerate(years)]
    rows: list[tuple[Cell, ...]] = [
        (
            label("測定指標", 11, 2),
            label("基　準", 7),
            label("目　標", 7),
            label("区分", 3, 2),
            label("年度ごとの目標値及び実績値", 20),
            label("測定指標の選定理由", 6, 2),
            label("目標値（水準・目標年度）の設定の根拠", 6, 2),
        ),
        (label("値", 4), label("年度", 3), label("値", 4), label("年度", 3), *(label(head, 4) for head in heads)),
    ]
    for one in content.indicators:
        rows += [
            (
                Cell(f"{_mark(one)}　{one.name}", 11, 2),
                middle(one.baseline.text, 4, 2),
                middle(nendo(one.baseline_year, "26年度") if one.baseline_year else "－", 3, 2),
                middle(one.target.text, 4, 2),
                middle(nendo(one.target_year, "26年度") if one.target_year else "－", 3, 2),
                label("目標値", 3),
                *(middle(year.target.text, 4) for year in one.years),
                Cell(one.reason, 6, 2),
                Cell(one.basis or "－", 6, 2),
            ),
            (label("実績値", 3), *(middle(year.actual.text, 4) for year in one.years)),
        ]
    means = MeansStyle(
        years="26年度", name="達成手段", glued=True, number="{}　", comma="、", start="平成26年度", review="事業番号"
    )
    blocks: list[Block] = [
        *titled(content, together=True),
        Table(prose_rows(content, _HEAD, 10)),
        Table(tuple(rows)),
        programme_table(content, means),
        cabinet_table(content, "施策に関係する内閣の重要政策"),
    ]
    return page(content, blocks, {**_truth(content), "reasons": truth.reasons(content, apart=True)})


def _truth(content: Content) -> dict[str, truth.Rows]:
    return {
        "head": truth.head(content, _HEAD),
        "indicators": truth.indicators(content),
        "yearly": truth.yearly(content),
        "programmes": truth.programmes(content),
        "money": truth.programme_money(content) if content.programmes else truth.budgets(content),
        "cabinet": truth.cabinet(content),
        "notes": truth.notes(content),
    }


def results_first(content: Content) -> Page:
    """評価書: results on top, one head over all indicators, a row of targets under each row of actuals, money last."""
    h = content.head
    top = {"policy": "施策名", "outline": "施策の概要", "aim": "達成すべき目標"}
    grade = Table(
        (
            (
                label("評価結果", 6, 3),
                label("目標達成度合いの測定結果", 14),
                Cell(f"（各行政機関共通区分）　{h['grade']}", 40),
            ),
            (label("（判断根拠）", 14), Cell(h["judged"], 40)),
            (label("次期目標等への反映の方向性", 14), Cell(h["next"], 40)),
        )
    )
    years = [year.nendo for year in content.indicators[0].years]
    widths = shares(25, len(years))
    rows: list[tuple[Cell, ...]] = [
        (
            label("測定指標", 14, 2),
            label("基準値", 5, 2),
            label("基準\n年度", 4, 2),
            label("実　績　値\n（下段：年度ごとの目標値）", 25),
            label("目標値", 5, 2),
            label("目標\n年度", 4, 2),
            label("達成", 3, 2),
        ),
        tuple(label(nendo(y, "26年度"), w) for y, w in zip(years, widths, strict=True)),
    ]
    for one in content.indicators:
        rows += [
            (
                middle(one.number, 2, 2),
                Cell(one.name, 12, 2),
                middle(one.baseline.text, 5, 2),
                middle(nendo(one.baseline_year, "26年度") if one.baseline_year else "－", 4, 2),
                *(middle(y.actual.text, w) for y, w in zip(one.years, widths, strict=True)),
                middle(one.target.text, 5, 2),
                middle(nendo(one.target_year or 0, "26年度"), 4, 2),
                middle(one.mark, 3, 2),
            ),
            tuple(middle(y.target.text, w) for y, w in zip(one.years, widths, strict=True)),
        ]
    blocks: list[Block] = [
        Line("別紙２", "right"),
        *titled(content),
        Table(prose_rows(content, top)),
        grade,
        Table(tuple(rows)),
        money_table(content, MoneyStyle(executed="執行額（d）", side="施策の予算額・執行額等")),
        cabinet_table(content),
    ]
    labels = {**top, "grade": "目標達成度合いの測定結果", "judged": "判断根拠", "next": "次期目標等への反映の方向性"}
    graded = Content(**{**content.__dict__, "head": {**h, "grade": f"（各行政機関共通区分）　{h['grade']}"}})
    parts = {
        "head": truth.head(graded, labels),
        "indicators": truth.indicators(content, primary=False),
        "yearly": truth.yearly(content),
        "money": truth.budgets(content),
        "cabinet": truth.cabinet(content),
    }
    return page(content, blocks, parts)


def two_measures(content: Content) -> Page:
    """モニタリング: one number over two measures; a target printed once over the years that share it; text in value cells."""
    labels = {"policy": "政策名", "field": "分野", "outline": "政策の概要", "aim": "基本目標【達成すべき目標】"}
    years = [year.nendo for year in content.indicators[0].years]
    rows: list[tuple[Cell, ...]] = [
        (
            label("施策目標", 9, 2),
            label("測定指標（数字に○を付した測定指標は、主要な測定指標）", 15, 2),
            label("基準（値）", 5),
            label("年度ごとの目標（値）／年度ごとの実績（値）", 15),
            label("目標（値）", 6),
            label("測定指標の選定理由、目標（値）の設定の根拠", 10, 2),
        ),
        (label("基準年度", 5), *(label(nendo(y, "26年度"), 5) for y in years), label("目標年度", 6)),
    ]
    seen: set[str] = set()
    for one in content.indicators:
        goals = [other for other in content.indicators if other.goal == one.goal]
        first = [Cell(one.goal, 9, 2 * len(goals))] if one.goal not in seen else []
        seen.add(one.goal)
        same = [other for other in content.indicators if other.number == one.number]
        number = [middle(_mark(one), 2, 2 * len(same))] if one is same[0] else []
        rows += [
            (
                *first,
                *number,
                Cell(f"{one.name}\n＜{'アウトカム' if one.kind == 'outcome' else 'アウトプット'}指標＞", 13, 2),
                middle(one.baseline.text, 5),
                *_spans(one),
                middle(one.target.text, 6),
                Cell(one.reason, 10, 2),
            ),
            (
                middle(nendo(one.baseline_year or 0, "26年度"), 5),
                *(middle(year.actual.text, 5) for year in one.years),
                middle(nendo(one.target_year or 0, "26年度"), 6),
            ),
        ]
    h = content.head
    top = Table(
        (
            (label("政策名", 8), Cell(h["policy"], 34), label("分野", 6), Cell(h["field"], 12)),
            *((label(labels[what], 8), Cell(h[what], 52)) for what in ("outline", "aim")),
        )
    )
    money = MoneyStyle(side="政策の予算額・執行額等", kind="区　　分")
    blocks: list[Block] = [*titled(content), top, money_table(content, money), Table(tuple(rows))]
    parts = {
        "head": truth.head(content, labels),
        "indicators": truth.indicators(content, leave=("lever",)),
        "yearly": truth.yearly(content),
        "money": truth.budgets(content),
        "notes": truth.notes(content),
    }
    return page(content, blocks, parts)


def _spans(one: Indicator) -> list[Cell]:
    """The targets; neighbours that are equal share a cell."""
    found: list[Cell] = []
    for year in one.years:
        if found and found[-1].text == year.target.text:
            found[-1] = middle(year.target.text, found[-1].wide + 5)
        else:
            found.append(middle(year.target.text, 5))
    return found
