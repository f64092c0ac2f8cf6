"""A round over a hundred measures and more: one act for all, and pages that stay quick."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monosashi.model import Sheet
from monosashi.office.collecting import (
    Filter,
    RoundOrder,
    Typed,
    answer,
    approve,
    asks_for,
    candidates,
    open_round,
    return_answers,
    set_closed,
)
from monosashi.office.keeping.saving import Whose, begin
from tests.office.collecting.rounds import DEADLINE, NENDO
from tests.world import World, sheet_of

#: So many policies of so many measures.
SHEETS, MEASURES = 6, 20


def wide_sheet(number: int) -> Sheet:
    """The small sheet with many indicators under its first lever."""
    sheet = sheet_of(f"soumu-R4-{number}")
    goal = sheet.goals[0]
    lever = goal.levers[0]
    first = lever.indicators[0]
    indicators = tuple(
        first.model_copy(
            update={
                "number": type(first.number).model_validate(str(n + 1)),
                "measures": (
                    first.measures[0].model_copy(
                        update={"name": type(first.measures[0].name).model_validate(f"{number}の指標{n}")}
                    ),
                ),
            }
        )
        for n in range(MEASURES)
    )
    lever = lever.model_copy(update={"indicators": indicators})
    return sheet.model_copy(update={"goals": (goal.model_copy(update={"levers": (lever,)}),), "rationales": ()})


@pytest.mark.thorough
def test_a_hundred_lines_are_answered_returned_closed_and_approved_at_once(world: World) -> None:
    office, bureau = world.actor("office"), world.actor("bureau")
    slugs = [f"soumu-R4-{number}" for number in range(20, 20 + SHEETS)]
    for slug in slugs:
        number = slug.rpartition("-")[2]
        whose = Whose(organisation="soumu-kokusai-1", nendo=NENDO, number=number)
        begin(office, slug, whose, wide_sheet(int(number)), reason_code="begun")
    offered = [sheet for sheet in candidates(office, NENDO) if sheet.slug in slugs]
    measures = tuple((sheet.slug, one.identity) for sheet in offered for one in sheet.measures)
    order = RoundOrder(name="一斉照会", nendo=NENDO, deadline=DEADLINE, measures=measures)
    round_id = open_round(office, order)
    ids = [line.id for line in asks_for(office, round_id)]
    assert len(ids) == SHEETS * MEASURES
    assert answer(bureau, round_id, {ask: Typed(value=str(ask)) for ask in ids}).added == len(ids)
    assert return_answers(office, round_id, ids, "一斉の見直し") == len(ids)
    answer(bureau, round_id, {ask: Typed(value=f"{ask}.0") for ask in ids})
    assert set_closed(office, round_id, ids, closed=True) == len(ids)
    outcomes = approve(office, round_id, ids)
    assert [(one.slug, one.approved, one.version) for one in outcomes] == [(slug, MEASURES, 2) for slug in slugs]
    assert {line.state for line in asks_for(office, round_id)} == {"approved"}


@pytest.mark.parametrize("asked", [1, 3])
def test_the_lines_take_as_many_questions_however_many_they_are(world: World, asked: int) -> None:
    office = world.actor("office")
    chosen = tuple((sheet.slug, one.identity) for sheet in candidates(office, NENDO) for one in sheet.measures)[:asked]
    order = RoundOrder(name="照会", nendo=NENDO, deadline=DEADLINE, measures=chosen)
    round_id = open_round(office, order)
    asks_for(office, round_id)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(asks_for(office, round_id, Filter())) == asked
    assert len(queries) == 3
