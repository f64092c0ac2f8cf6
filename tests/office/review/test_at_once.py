"""Two people at the same moment: one step is taken, the other is told."""

import threading
from collections.abc import Callable

from django.db import connection

from monosashi.model.error import MonosashiError
from monosashi.office.review.releasing import release
from monosashi.office.review.steps import take_step
from monosashi.store.models import LogEntry, Release, ReviewStep, SheetState
from tests.office.review.hands import SLUG, brought_to
from tests.world import World


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What each act came to, begun together in threads of their own."""
    gate = threading.Barrier(len(acts))
    found: list[str] = []

    def run(act: Callable[[], object]) -> None:
        gate.wait()
        try:
            act()
            found.append("ok")
        except MonosashiError as error:
            found.append(error.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(found)


def test_two_approvals_at_once_and_two_releases(lasting_world: World) -> None:
    brought_to(lasting_world, SheetState.BUREAU_CHECKED)
    office, office2 = lasting_world.actor("office"), lasting_world.actor("office2")
    take_step(office2, SLUG, "check_office", 1)
    approvals = [lambda: take_step(office, SLUG, "approve", 1)] * 2
    assert at_once(*approvals) == ["ok", "wrong-state"]
    releases = [lambda: release(office2, SLUG, 1)] * 2
    assert at_once(*releases) == ["ok", "wrong-state"]
    assert Release.objects.count() == 1
    logged = LogEntry.objects.filter(verb__in=("check_bureau", "check_office", "approve", "release"))
    assert ReviewStep.objects.count() == logged.count() == 4
