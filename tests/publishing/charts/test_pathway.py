"""The picture of a pathway: outputs above, the outcome below, in the same columns, shifted by what the sheet states."""

import pytest

from monosashi.judging.pathway import pathways
from monosashi.publishing.charts import Drawing
from monosashi.publishing.charts.drawing import Box, Mark, Text
from monosashi.publishing.charts.pathway import pathway_chart
from monosashi.publishing.html.words import words
from tests.publishing.html.judged import judged_sheet


@pytest.fixture
def drawing() -> Drawing:
    """① and 2 to ③, a year later."""
    return pathway_chart("path", pathways(judged_sheet())[0], words("ja"), ("名", "中身"))


def texts(drawing: Drawing, kind: str) -> list[tuple[str, float]]:
    return [(shape.text, shape.x) for shape in drawing.of(kind) if isinstance(shape, Text)]


def test_each_measure_has_its_panel_with_its_role_and_its_own_unit(drawing: Drawing) -> None:
    assert [text for text, _ in texts(drawing, "panel-name")] == [
        "アウトプット ① 説明会の回数",
        "アウトプット 2 調査の件数",
        "アウトカム ③ 契約の件数",
    ]
    assert [text for text, _ in texts(drawing, "unit")] == ["回", "件", "件"]


def test_the_outcome_stands_under_the_outputs_of_the_year_before(drawing: Drawing) -> None:
    columns = texts(drawing, "year-west")
    outputs, outcome = columns[: len(columns) // 2], columns[len(columns) // 2 :]
    assert [
        (int(later) - int(year), x == below) for (year, x), (later, below) in zip(outputs, outcome, strict=True)
    ] == [(1, True)] * len(outputs)


def test_actuals_are_circles_and_past_ones_squares(drawing: Drawing) -> None:
    shapes = {kind: [s.shape for s in drawing.of(kind) if isinstance(s, Mark)] for kind in ("actual", "reference")}
    assert shapes == {"actual": ["circle"] * 9, "reference": ["square"] * 5}


def test_a_disrupted_year_is_shaded_in_every_panel(drawing: Drawing) -> None:
    assert len([shape for shape in drawing.of("shade") if isinstance(shape, Box)]) == 3
