"""評価書 on the standard form: which text stands over which columns, as boxes and as a page."""

import re

from lxml import html

from monosashi.forms import form
from monosashi.model import Sheet
from monosashi.publishing.html import sheet_to_print_html
from monosashi.publishing.printing import laid_out
from monosashi.publishing.printing.box import Block, Look

REPORT = Sheet.model_validate(
    {
        "form": "hyoujun-hyoka",
        "title": "令和５年度港湾省実績評価書",
        "identifier": "（港湾省5-3）",
        "policy": {
            "statements": [
                {"role": "name", "label": "", "text": "灯台の保守"},
                {"role": "result", "label": "", "text": "目標達成"},
                {"role": "result_reason", "label": "", "text": "二つとも  届いた。"},
                {"role": "analysis", "label": "施策の\n分析", "text": "電球が長持ちした。"},
                {"role": "office", "label": "", "text": "灯台課"},
            ]
        },
        "goals": [
            {
                "levers": [
                    {
                        "indicators": [
                            {
                                "number": "①",
                                "measures": [
                                    {
                                        "name": "点灯率",
                                        "baseline": {"value": "97%", "year": "令和３年度"},
                                        "target": {"value": "99%", "year": "－"},
                                        "targets": [{"years": ["令和４年度", "令和５年度"], "value": "98%"}],
                                        "actuals": [
                                            {"year": "令和４年度", "value": "98%"},
                                            {"year": "令和５年度", "value": "99%"},
                                        ],
                                        "mark": "○",
                                    }
                                ],
                            }
                        ]
                    }
                ]
            }
        ],
        "budgets": [
            {
                "rows": [
                    {"label": "", "kind": "initial", "unit": "千円", "amounts": [{"text": "10", "years": ["５年度"]}]},
                    {"label": "", "kind": "executed", "unit": "千円", "amounts": [{"text": "9", "years": ["５年度"]}]},
                ]
            }
        ],
    }
)


def placed(block: Block) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Each box with text: its lines and its columns."""
    return [(box.text, (box.top, box.bottom), (box.left, box.right)) for box in block.boxes if box.text]


def test_each_indicator_has_a_table_with_heads_of_its_own() -> None:
    _, _, _, indicator, *_ = laid_out(REPORT, form("hyoujun-hyoka")).parts
    assert placed(indicator) == [
        ("基準値", (1, 1), (17, 22)),
        ("令和３年度", (2, 2), (17, 22)),
        ("目標値", (1, 2), (48, 51)),
        ("目標年度", (1, 2), (52, 54)),
        ("実績値", (1, 1), (23, 47)),
        ("令和４年度", (2, 2), (23, 34)),
        ("令和５年度", (2, 2), (35, 47)),
        ("達成", (1, 2), (55, 60)),
        ("点灯率", (1, 4), (4, 16)),
        ("①", (1, 4), (1, 3)),
        ("97%", (3, 3), (17, 22)),
        ("－", (3, 4), (52, 54)),
        ("99%", (3, 4), (48, 51)),
        ("○", (3, 4), (55, 60)),
        ("98%", (3, 3), (23, 34)),
        ("99%", (3, 3), (35, 47)),
        ("年度ごとの目標値", (4, 4), (17, 22)),
        ("98%", (4, 4), (23, 47)),
    ]


def test_a_made_sheet_gets_the_forms_labels_with_the_unit_its_rows_are_in() -> None:
    _, budget, cabinet, *_ = laid_out(REPORT, form("hyoujun-hyoka")).parts
    assert placed(budget) == [
        ("施策の予算額・執行額等", (1, 3), (1, 10)),
        ("区分", (1, 1), (11, 24)),
        ("５年度", (1, 1), (25, 60)),
        ("予算の状況\n（千円）", (2, 2), (11, 15)),
        ("当初予算(a)", (2, 2), (16, 24)),
        ("10", (2, 2), (25, 60)),
        ("執行額", (3, 3), (11, 24)),
        ("9", (3, 3), (25, 60)),
    ]
    assert [text for text, lines, _ in placed(cabinet) if lines == (2, 2)] == ["－", "－", "－"]


def test_the_result_stands_under_the_labels_over_it() -> None:
    *_, result, _ = laid_out(REPORT, form("hyoujun-hyoka")).parts
    assert placed(result) == [
        ("評価結果", (1, 3), (1, 4)),
        ("目標達成度合いの測定結果", (1, 2), (5, 10)),
        ("（各行政機関共通区分）", (1, 1), (11, 18)),
        ("目標達成", (1, 1), (19, 60)),
        ("（判断根拠）", (2, 2), (11, 18)),
        ("二つとも  届いた。", (2, 2), (19, 60)),
        ("施策の\n分析", (3, 3), (5, 18)),
        ("電球が長持ちした。", (3, 3), (19, 60)),
    ]


def test_the_page_prints_the_same_boxes() -> None:
    blank = form("hyoujun-hyoka")
    page = html.document_fromstring(sheet_to_print_html(REPORT, blank))
    printed = laid_out(REPORT, blank)
    boxes = sorted(text for block in printed.parts for text, _, _ in placed(block))
    cells = ["\n".join(map(str, cell.itertext())) for cell in page.iter("th", "td")]
    assert sorted(text for text in cells if text) == boxes
    assert [h1.text for h1 in page.iter("h1")] == ["令和５年度港湾省実績評価書"]
    labels = sum(box.look is Look.LABEL and bool(box.text) for block in printed.parts for box in block.boxes)
    scopes = [cell.get("scope") for cell in page.iter("th")]
    assert len(scopes) == labels
    assert set(scopes) <= {"row", "col", "rowgroup", "colgroup"}


def test_the_page_is_japanese_stands_alone_and_has_no_style_in_its_elements() -> None:
    text = sheet_to_print_html(REPORT, form("hyoujun-hyoka"))
    assert text.startswith('<!doctype html>\n<html lang="ja">')
    assert re.findall(r"(?:src|href)=", text) == []
    assert re.findall(r"<[^>]+ style=", text) == []
    assert '<body class="A4-portrait size-8">' in text


def test_with_an_address_the_page_takes_its_style_from_there() -> None:
    text = sheet_to_print_html(REPORT, form("hyoujun-hyoka"), "/static/print.css?v=1")
    assert re.findall(r'href="([^"]+)"', text) == ["/static/print.css?v=1"]
    assert "<style" not in text
