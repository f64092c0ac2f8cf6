"""Correcting: a text laid over what was read, with its reason, taken back, and never lost."""

import pytest

from monosashi.office.keeping.who_may import MayNot
from monosashi.office.taking_in.correcting import Wanted, can_take_back, fingerprint, history, lay_over, take_back
from monosashi.office.taking_in.desk import Looked, desk
from monosashi.office.taking_in.reading_on import read_on
from monosashi.office.taking_in.refusals import (
    CorrectedMeanwhile,
    CorrectionNotLast,
    NoReasonGiven,
    NoSuchField,
    NoSuchIntake,
    NothingToCorrect,
    NotInThatState,
    NotPlainText,
)
from monosashi.office.taking_in.settling import confirm, read_again, set_aside
from monosashi.store.documents import keep_reading
from monosashi.store.models import Intake, IntakeCorrection
from tests.office.taking_in.taken_in import TARGET, acts, opened, taken_in
from tests.world import World


def wanted(text: str = "1,400件", at: str = TARGET, **fields: object) -> Wanted:
    """A correction with its reason."""
    return Wanted.model_validate({"at": at, "text": text, "reason": "misread", **fields})


@pytest.mark.parametrize("step", [9, pytest.param(1, marks=pytest.mark.thorough)])
def test_every_field_can_be_corrected_and_reads_what_was_typed(world: World, step: int) -> None:
    actor = world.actor("office")
    row = taken_in(actor)
    texts = dict(opened(row).texts)
    for n, at in enumerate(list(texts)[::step]):
        lay_over(actor, row.pk, wanted(f"訂正{n}\r\n二行目", at))
        texts[at] = f"訂正{n}\n二行目"
    assert opened(row).texts == texts
    assert IntakeCorrection.objects.count() == len(list(texts)[::step])


def test_a_corrected_value_is_parsed_anew(world: World) -> None:
    actor = world.actor("office")
    row = taken_in(actor)
    lay_over(actor, row.pk, wanted("１，４００件以上"))
    field = desk(actor, row.pk, "ja", Looked(at=TARGET)).field
    assert field is not None
    assert (field.text, field.means, field.doubt) == ("１，４００件以上", "1,400件以上", "")
    assert (field.correction and field.correction.why) == "読取りの誤り（原本のとおりに直す）"


def test_a_correction_that_means_nothing_stays_to_be_confirmed(world: World) -> None:
    actor = world.actor("office")
    row = taken_in(actor)
    before = Intake.objects.get(pk=row.pk).left
    missing = next(one for one in opened(row).items if one.field.endswith("/target/value"))
    lay_over(actor, row.pk, wanted("12か月 3", missing.field))
    assert Intake.objects.get(pk=row.pk).left == before
    confirm(actor, row.pk, [missing.key])
    assert Intake.objects.get(pk=row.pk).left == (before or 0) - 1


def test_corrections_are_taken_back_from_the_newest_and_stay_in_the_history(world: World) -> None:
    actor = world.actor("office")
    row = taken_in(actor)
    was = opened(row).texts[TARGET]
    for text in ("1,400件", "1,500件"):
        lay_over(actor, row.pk, wanted(text))
    second, first = history(row)
    assert can_take_back([first, second]) == {second.pk}
    with pytest.raises(CorrectionNotLast):
        take_back(actor, row.pk, first.pk)
    take_back(actor, row.pk, second.pk)
    assert opened(row).texts[TARGET] == "1,400件"
    take_back(actor, row.pk, first.pk)
    assert opened(row).texts[TARGET] == was
    with pytest.raises(CorrectionNotLast):
        take_back(actor, row.pk, first.pk)
    assert [(one.now, one.undone_by) for one in history(row)] == [("1,500件", actor.name), ("1,400件", actor.name)]
    assert acts(row) == ["upload", "read", "correct", "correct", "undo-correction", "undo-correction"]


def test_two_officers_on_one_value_lose_nothing(world: World) -> None:
    row = taken_in(world.actor("office"))
    seen = fingerprint(opened(row).texts[TARGET])
    lay_over(world.actor("office"), row.pk, wanted("1,400件", seen=seen))
    with pytest.raises(CorrectedMeanwhile, match="1,400件"):
        lay_over(world.actor("office2"), row.pk, wanted("1,500件", seen=seen))
    assert opened(row).texts[TARGET] == "1,400件"


def test_what_cannot_be_kept_is_said_and_nothing_changes(world: World) -> None:
    actor = world.actor("office")
    row = taken_in(actor)
    refused: tuple[tuple[Wanted, type[Exception]], ...] = (
        (wanted(reason=""), NoReasonGiven),
        (wanted(reason="other"), NoReasonGiven),
        (wanted(at=""), NoSuchField),
        (wanted(at="/goals/9/text"), NoSuchField),
        (wanted("a\x00b"), NotPlainText),
        (wanted("a\x1b[2J"), NotPlainText),
        (wanted(why="\x07"), NotPlainText),
        (wanted("1,300件程度"), NothingToCorrect),
        (wanted(instead_of=99), CorrectionNotLast),
    )
    for asked, error in refused:
        with pytest.raises(error):
            lay_over(actor, row.pk, asked)
    assert (IntakeCorrection.objects.count(), acts(row)) == (0, ["upload", "read"])


def test_what_was_left_over_is_put_below_what_a_field_says(world: World) -> None:
    actor = world.actor("office")
    row = taken_in(actor)
    left = opened(row).items[0]
    was = opened(row).texts["/notes/0/text"]
    lay_over(actor, row.pk, wanted(left.text, "/notes/0/text", item=left.key, append=True))
    assert opened(row).texts["/notes/0/text"] == f"{was}\n{left.text}"
    assert left.key in Intake.objects.get(pk=row.pk).done


def test_nobody_corrects_what_is_not_theirs_or_not_open(world: World) -> None:
    row = taken_in(world.actor("bureau"))
    for username, error in (("other-bureau", NoSuchIntake), ("other-office", NoSuchIntake), ("auditor", MayNot)):
        with pytest.raises(error):
            lay_over(world.actor(username), row.pk, wanted())
    set_aside(world.actor("bureau"), row.pk)
    with pytest.raises(NotInThatState):
        lay_over(world.actor("office"), row.pk, wanted())


def read_otherwise(row: Intake) -> None:
    """The intake as a program of before read it, which took the target for another text."""
    found = opened(row).raw
    text = found.model_dump_json().replace("1,300件程度", "1,800件程度")
    held = Intake.objects.get(pk=row.pk)
    assert held.document is not None
    held.reading = keep_reading(held.document, type(found).model_validate_json(text), held.started)
    held.save()


def test_after_a_new_reading_a_correction_is_laid_over_it_again_or_is_stale_aloud(world: World) -> None:
    actor = world.actor("office")
    row = taken_in(actor)
    read_otherwise(row)
    lay_over(actor, row.pk, wanted("1,400件"))
    lay_over(actor, row.pk, wanted("港の数", "/goals/0/text"))
    read_again(actor, row.pk, "soumu-jizen-r3")
    read_on(actor)
    now = opened(row)
    assert (now.texts[TARGET], now.texts["/goals/0/text"]) == ("1,300件程度", "港の数")
    shown = desk(actor, row.pk, "ja", Looked())
    assert shown.current is not None
    told = (shown.current.kind, shown.current.was, shown.current.now, shown.current.at)
    assert told == ("stale", "1,800件程度", "1,400件", TARGET)
    assert "今は「1,300件程度」とあります" in shown.current.reasons[0]
    lay_over(actor, row.pk, wanted("1,400件", instead_of=shown.stale))
    assert opened(row).texts[TARGET] == "1,400件"
    assert [one.kind for one in opened(row).items if one.kind == "stale"] == []
