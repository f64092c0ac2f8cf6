"""政策評価調書（個別票１）: the policy's money by stage, and the items it is made of on a second page."""

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content
from tests.papers.paper import Block, Break, Cell, Line, Page, Table, label, middle
from tests.papers.parts.money import MoneyStyle, money_table
from tests.papers.parts.page import page

#: Account, organisation, item, matter, two years; 〈 〉 is not added.
_ITEMS = (
    ("●", "1", "一般", "監理庁", "（項）監理共通費", "荷の検査に必要な経費", "30,110,559", "30,512,402"),
    ("●", "2", "一般", "監理庁", "（項）機器整備費", "検査の機械の更新に必要な経費", "7,100,000", "7,100,000"),
    ("◆", "1", "一般", "監理庁", "（項）人件費", "共通の人件費", "〈29,526,937〉", "〈29,602,118〉"),
)


def same_page(content: Content) -> Page:
    """The items on the same page; the request in one cell over the four stages."""
    h = content.head
    head = Table(
        (
            (
                label("政策名", 8),
                Cell(h["policy"], 22),
                label("評価方式", 8),
                middle("総合・実績・事業", 10),
                label("番号", 4),
                middle(h["number"], 8),
            ),
            (label("政策目標の達成度合い", 12), Cell(h["grade"], 48)),
        )
    )
    blocks: list[Block] = [
        Line(content.title, "center", strong=True),
        Line("【政策ごとの予算額等】"),
        Line("（単位：千円）", "right"),
        head,
        money_table(content, _style(side="", request_down=True)),
        Line("（個別票１－２）"),
        _items(),
    ]
    return page(content, blocks, _truth(content))


def own_page(content: Content) -> Page:
    """The head as one row of labels over one of values; the unit in brackets in the corner; items on a page of their own."""
    h = content.head
    head = Table(
        (
            (label("番号", 10), label("政策名", 20), label("評価方式", 10), label("政策目標の達成度合い", 20)),
            (middle(h["number"], 10), Cell(h["policy"], 20), middle("総合・(実績)・事業", 10), middle(h["grade"], 20)),
        )
    )
    blocks: list[Block] = [
        Line(content.title, "center", strong=True),
        Line("【政策ごとの予算額等】"),
        head,
        money_table(content, _style(side="予算額及び\n執行額", kind="（千円）", request_down=False)),
        Break(),
        Line("政策評価調書（個別票１－２）", "center", strong=True),
        _items(),
    ]
    return page(content, blocks, _truth(content))


def _style(side: str, *, request_down: bool, kind: str = "区分") -> MoneyStyle:
    return MoneyStyle(
        side=side,
        years="26年度",
        letters=False,
        total="（計）",
        executed="執　行　額",
        executed_unit=False,
        request="概算要求額",
        request_down=request_down,
        kind=kind,
        state="予算の状況\n",
    )


def _items() -> Table:
    heads = ("", "番号", "会計", "組織／勘定", "項", "事項")
    widths = (3, 4, 6, 9, 10, 12)
    years = (nendo(2018, "26年度") + "\n当初予算額", nendo(2019, "26年度") + "\n概算要求額")
    rows = [(*(label(h, w) for h, w in zip(heads, widths, strict=True)), label(years[0], 8), label(years[1], 8))]
    marks = {"●": "対応表において●となっているもの", "◆": "対応表において◆となっているもの"}
    for mark, words in marks.items():
        group = [item for item in _ITEMS if item[0] == mark]
        for n, item in enumerate(group):
            opening = [label(words, 3, len(group), vertical=True)] if n == 0 else []
            cells = [Cell(text, w) for text, w in zip(item[1:6], widths[1:], strict=True)]
            rows.append((*opening, *cells, Cell(item[6], 8, across="right"), Cell(item[7], 8, across="right")))
        total = ("37,210,559", "37,612,402") if mark == "●" else ("〈29,526,937〉の内数", "〈29,602,118〉の内数")
        rows.append((label("小計", 44), *(Cell(text, 8, across="right") for text in total)))
    rows.append((label("合計", 44), *(Cell(t, 8, across="right") for t in ("37,210,559", "37,612,402"))))
    return Table(tuple(rows))


def _truth(content: Content) -> dict[str, truth.Rows]:
    labels = {"policy": "政策名", "number": "番号", "grade": "政策目標の達成度合い"}
    return {
        "head": truth.head(content, labels, title=False),
        "indicators": [],
        "money": truth.budgets(content),
        "cabinet": [],
    }
