"""What looks for half states finds each of them: a harness that finds nothing must be known to be able to."""

from collections.abc import Callable

import pytest

from monosashi.office.keeping.projecting import forget
from monosashi.store.documents import keep_document
from monosashi.store.models import KeptSheet, LogEntry, LogHead, SheetState, Version
from tests.office.review.hands import changed, kept
from tests.soak.truth import look_now
from tests.world import World


def _no_log_entry() -> None:
    last = LogEntry.objects.order_by("-number")[0]
    last.delete()


def _no_version() -> None:
    sheet = kept()
    newest = sheet.newest
    KeptSheet.objects.filter(pk=sheet.pk).update(head=newest.parent)
    forget(sheet, released=False)
    newest.delete()


def _old_head() -> None:
    sheet = kept()
    KeptSheet.objects.filter(pk=sheet.pk).update(head=sheet.newest.parent)


def _released_without_an_edition() -> None:
    KeptSheet.objects.filter(pk=kept().pk).update(state=SheetState.RELEASED)


HALF_STATES: dict[str, Callable[[], object]] = {
    "its content is not what was hashed": lambda: Version.objects.filter(number=2).update(sha256="0" * 64),
    "in the log 0 times, kept 1 times": _no_log_entry,
    "in the log 1 times, kept 0 times": _no_version,
    "its head is not its newest version": _old_head,
    "its projections are not those of its head": lambda: forget(kept(), released=False),
    "its last edition says otherwise": _released_without_an_edition,
    "the head of the log is": lambda: LogHead.objects.update(number=3),
    "log: Break(kind='edit'": lambda: LogEntry.objects.filter(number=2).update(hash="0" * 64),
    "stands in no list": lambda: keep_document(b"x", "x.txt", "", kept().created),
}


@pytest.mark.parametrize("problem", HALF_STATES)
def test_each_half_state_is_found(world: World, problem: str) -> None:
    changed(world, "もう一つ", who="office")
    assert look_now().problems == []
    HALF_STATES[problem]()
    assert [one for one in look_now().problems if problem in one]
