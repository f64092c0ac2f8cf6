"""Operations of collecting: rounds, what is asked, and answers."""

from django.http import HttpRequest

from monosashi.model import Noun
from monosashi.office.collecting import Answered, AskLine, RoundLine, Typed, answer, asks_for, rounds_for
from monosashi.web.api.asking import asker
from monosashi.web.api.service import REFUSALS, api


class Given(Typed):
    """An answer to one ask, its parts as they would be typed. ``state``: a word for how a value is missing (集計中);
    empty with a value."""

    ask: int


class Answers(Noun):
    """Answers to lines of one round, taken all or not at all; what is blank is left as it was."""

    answers: tuple[Given, ...]


@api.get("/rounds", response={200: list[RoundLine], **REFUSALS}, summary="照会の一覧 / Rounds")
def rounds(request: HttpRequest) -> list[RoundLine]:
    """Every round of which the asker sees anything, the newest first."""
    return list(rounds_for(asker(request)))


@api.get(
    "/rounds/{number}/asks",
    response={200: list[AskLine], **REFUSALS},
    summary="照会の行 / What a round asks",
)
def asks(request: HttpRequest, number: int) -> list[AskLine]:
    """The lines the asker may see, with targets, past values and the answer so far."""
    return list(asks_for(asker(request), number))


@api.put("/rounds/{number}/answers", response={200: Answered, **REFUSALS}, summary="回答 / Answer lines of a round")
def put_answers(request: HttpRequest, number: int, body: Answers) -> Answered:
    """Answer lines; a token needs the scope collect. The same again changes nothing."""
    given = {one.ask: Typed.model_validate(one.model_dump(exclude={"ask"})) for one in body.answers}
    return answer(asker(request), number, given)
