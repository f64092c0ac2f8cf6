"""Saving: a version, its entry and its rows, or nothing; and of two at once one hears of the other."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from monosashi.office.keeping import SavedMeanwhile, Shelf, Whose, begin, save
from monosashi.office.keeping import saving as room
from monosashi.office.keeping.saving import Locked, SheetExists
from monosashi.office.keeping.who_may import MayNot
from monosashi.office.library import NotInLibrary
from monosashi.office.operations.proving import prove
from monosashi.store.log import head
from monosashi.store.models import KeptSheet, LogEntry, SheetState, SheetSummary, Version
from monosashi.store.versions import opened
from tests.world import World, sheet_of

SLUG = "soumu-R4-2"


def test_a_save_is_the_next_version_and_the_shelf_shows_it(world: World) -> None:
    version = save(world.actor("bureau"), SLUG, 1, sheet_of("soumu-R4-3"), reason_code="edited", reason="直した")
    assert (version.number, version.parent, version.author_name) == (2, world.sheets[SLUG].head, "bureauさん（bureau）")
    assert opened(version)[0] == sheet_of("soumu-R4-3")
    assert Shelf(world.actor("bureau")).get(SLUG).reading.sheet == sheet_of("soumu-R4-3")
    assert SheetSummary.objects.get(sheet__slug=SLUG, released=False).version == version
    # the measures are the same ones: their ids stay
    assert opened(version)[1] == opened(world.sheets[SLUG].newest)[1]


def test_the_same_again_is_no_version(world: World) -> None:
    before = head()
    assert save(world.actor("bureau"), SLUG, 1, sheet_of(SLUG), reason_code="edited").number == 1
    assert head() == before


def test_a_save_that_started_from_an_older_version_keeps_nothing(world: World) -> None:
    save(world.actor("bureau"), SLUG, 1, sheet_of("soumu-R4-3"), reason_code="edited")
    before = head()
    with pytest.raises(SavedMeanwhile) as refused:
        save(world.actor("office"), SLUG, 1, sheet_of("soumu-R4-5"), reason_code="edited")
    assert (refused.value.started_from, refused.value.now, head()) == (1, 2, before)


@pytest.mark.parametrize(
    ("username", "state", "error"),
    [
        ("bureau", SheetState.BUREAU_CHECKED, Locked),
        ("office", SheetState.BUREAU_CHECKED, None),
        ("office", SheetState.APPROVED, Locked),
        ("bureau", SheetState.RELEASED, None),
        ("auditor", SheetState.DRAFT, MayNot),
        ("other-bureau", SheetState.DRAFT, NotInLibrary),
    ],
)
def test_who_may_save_at_which_step(
    world: World, username: str, state: SheetState, error: type[Exception] | None
) -> None:
    KeptSheet.objects.filter(slug=SLUG).update(state=state)
    if error is None:
        save(world.actor(username), SLUG, 1, sheet_of("soumu-R4-3"), reason_code="edited")
        assert KeptSheet.objects.get(slug=SLUG).state == SheetState.DRAFT
    else:
        with pytest.raises(error):
            save(world.actor(username), SLUG, 1, sheet_of("soumu-R4-3"), reason_code="edited")


def test_a_save_that_breaks_down_keeps_nothing(lasting_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    before = head()
    monkeypatch.setattr(room, "project", broken)
    with pytest.raises(ZeroDivisionError):
        save(lasting_world.actor("bureau"), SLUG, 1, sheet_of("soumu-R4-3"), reason_code="edited")
    assert (head(), Version.objects.filter(sheet__slug=SLUG).count()) == (before, 1)


def at_once(act: Callable[[int], object], count: int = 4) -> list[type[Exception] | None]:
    """What becomes of an act done by several at the same moment."""
    came: list[type[Exception] | None] = []
    start = threading.Barrier(count)

    def run(number: int) -> None:
        start.wait()
        try:
            act(number)
            came.append(None)
        except Exception as error:  # whatever it is, the test tells
            came.append(type(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(came, key=str)


def test_of_several_who_save_at_once_one_does(lasting_world: World) -> None:
    sheets = [sheet_of(slug) for slug in ("soumu-R4-3", "soumu-R4-5", "env-R4-1")]
    office = lasting_world.actor("office")
    came = at_once(lambda number: save(office, SLUG, 1, sheets[number], reason_code="edited"), count=3)
    assert came == [SavedMeanwhile, SavedMeanwhile, None]
    assert prove().holds


def test_of_several_who_begin_the_same_sheet_one_does(lasting_world: World) -> None:
    office = lasting_world.actor("office")
    whose = Whose(organisation="soumu-jichi-1", nendo=2023, number="9")
    came = at_once(lambda _: begin(office, "soumu-R5-9", whose, sheet_of(SLUG), reason_code="begun"))
    assert came == [SheetExists, SheetExists, SheetExists, None]
    assert LogEntry.objects.filter(object="soumu-R5-9").count() == 1
    assert prove().holds


def test_a_sheet_of_no_organisation_there_is_not_begun(world: World) -> None:
    whose = Whose(organisation="nowhere", nendo=2023, number="9")
    with pytest.raises(NotInLibrary):
        begin(world.actor("office"), "soumu-R5-9", whose, sheet_of(SLUG), reason_code="begun")
