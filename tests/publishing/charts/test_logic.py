"""The logic of a policy: links by the printed numbers, what has none is said, and nothing overlaps in the picture."""

from hypothesis import given

from monosashi.model import Sheet
from monosashi.office.samples import sample_sheets
from monosashi.publishing.charts import Drawing, logic_of, logic_picture
from monosashi.publishing.charts.drawing import Box, Curve
from monosashi.publishing.html.words import words
from tests.laws.sheets import sheets

SHEET = Sheet.model_validate(
    {
        "goals": [
            {
                "text": "港を整える",
                "levers": [
                    {
                        "text": "工事",
                        "indicators": [
                            {"number": "①", "measures": [{"name": "件数\n＜アウトプット指標＞"}]},
                            {"number": "2①", "group": "満足", "measures": [{"name": "船長"}]},
                            {"number": "2②", "measures": [{"name": "客"}, {"name": "荷主"}]},
                            {"number": "3", "measures": [{"name": "時間\n＜アウトカム指標＞"}]},
                        ],
                    }
                ],
            }
        ],
        "programmes": [
            {"number": "(1)", "name": "港湾事業(平成20年度)", "related": "1,2"},
            {"number": "(2)", "name": "調査", "related": "2②,9"},
            {"number": "(3)", "name": "法律", "related": "－"},
            {"number": "(4)", "name": "空欄", "related": ""},
        ],
    }
)
AT = "/goals/0/levers/0/indicators/"


def picture(sheet: Sheet) -> Drawing:
    return logic_picture("logic", logic_of(sheet), words("ja"), ("名", "中身"))


def test_programmes_are_linked_by_the_numbers_they_print() -> None:
    assert [(one.number, one.indicators, one.unknown) for one in logic_of(SHEET).programmes] == [
        ("(1)", (f"{AT}0", f"{AT}1", f"{AT}2"), ()),
        ("(2)", (f"{AT}2",), ("9",)),
        ("(3)", (), ()),
        ("(4)", (), ()),
    ]


def test_a_dash_says_that_there_is_none_and_a_blank_says_nothing() -> None:
    silent = [one.silence for one in logic_of(SHEET).programmes if not one.indicators]
    assert silent == ["logic.serves_none", "logic.serves_unstated"]


def test_an_indicator_knows_its_programmes_and_one_without_any_is_told() -> None:
    logic = logic_of(SHEET)
    assert [(one.number, one.name, one.primary, one.programmes) for one in logic.indicators] == [
        ("①", "件数", True, (0,)),
        ("2①", "満足 / 船長", False, (0,)),
        ("2②", "客 / 荷主", False, (0, 1)),
        ("3", "時間", False, ()),
    ]
    assert [one.number for one in logic.unserved] == ["3"]


def test_there_is_a_curve_for_each_link_and_a_dashed_box_for_what_has_none() -> None:
    drawing = picture(SHEET)
    assert (len(list(drawing.of("link-means"))), len(list(drawing.of("link-tree")))) == (4, 5)
    alone = [shape.kind for shape in drawing.shapes if isinstance(shape, Box) and "alone" in shape.kind]
    assert alone == ["indicator-box alone", "programme-box alone", "programme-box alone"]


def test_a_link_ends_at_its_boxes() -> None:
    drawing = picture(SHEET)
    for curve in (shape for shape in drawing.of("link-means") if isinstance(shape, Curve)):
        starts = [box for box in drawing.of("indicator-box") if isinstance(box, Box)]
        ends = [box for box in drawing.of("programme-box") if isinstance(box, Box)]
        assert sum(box.x + box.width == curve.start[0] and _within(box, curve.start[1]) for box in starts) == 1
        assert sum(box.x == curve.end[0] and _within(box, curve.end[1]) for box in ends) == 1


def _within(box: Box, y: float) -> bool:
    return box.y < y < box.y + box.height


def test_the_largest_sample_fits_without_overlap() -> None:
    for sheet in sample_sheets():
        _nothing_overlaps(picture(sheet))


@given(sheets())
def test_no_box_covers_another_and_all_stand_in_the_picture(sheet: Sheet) -> None:
    _nothing_overlaps(picture(sheet))


def _nothing_overlaps(drawing: Drawing) -> None:
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Box)]
    assert [box for box in boxes if box.y < 0 or box.y + box.height > drawing.height + 0.01] == []
    for n, one in enumerate(boxes):
        over = [o for o in boxes[n + 1 :] if o.x == one.x and o.y < one.y + one.height and one.y < o.y + o.height]
        assert over == []
