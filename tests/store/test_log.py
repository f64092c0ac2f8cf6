"""Writing the log: inside the transaction of the act, one chain however many write."""

import datetime as dt
import json
import threading

import pytest
from django.db import connection, transaction

from monosashi.office.operations.proving import prove
from monosashi.store.chain import BEGINNING
from monosashi.store.log import SEARCHED, append, head
from monosashi.store.models import LogEntry
from monosashi.store.signature import NOBODY, signed
from tests.world import World

TIME = dt.datetime(2026, 4, 1, 9, tzinfo=dt.timezone(dt.timedelta(hours=9)))


@pytest.mark.django_db
def test_a_record_holds_what_was_done() -> None:
    assert head() == (0, BEGINNING)
    with transaction.atomic():
        entry = append(
            "remark", "soumu-R3-14", person=signed("山田", "soumu-kokusai-1"), time=TIME, details={"version": 2}
        )
    record = json.loads(entry.record)
    assert len(record.pop("salt")) == 32
    assert record == {
        "act": "remark",
        "bureau": "",
        "details": {"version": 2},
        "ministry": "",
        "number": 1,
        "object": "soumu-R3-14",
        "person": "山田（soumu-kokusai-1）",
        "time": "2026-04-01T00:00:00.000000Z",
    }
    assert head() == (1, entry.hash)


@pytest.mark.django_db(transaction=True)
def test_an_entry_is_part_of_its_act() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        append("remark", "x", person=NOBODY, time=TIME)

    def an_act_that_fails() -> None:
        with transaction.atomic():
            append("remark", "x", person=NOBODY, time=TIME)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        an_act_that_fails()
    assert (head(), LogEntry.objects.count()) == ((0, BEGINNING), 0)


@pytest.mark.django_db
def test_a_long_name_is_whole_in_the_record() -> None:
    name = "長" * (SEARCHED + 50)
    with transaction.atomic():
        entry = append("remark", name, person=NOBODY, time=TIME)
    assert (json.loads(entry.record)["object"], entry.object) == (name, name[:SEARCHED])
    assert prove().holds


def test_whose_it_is_is_told(world: World) -> None:
    division = world.organisations["soumu-kokusai-1"]
    with transaction.atomic():
        below = append("remark", "x", person=NOBODY, time=TIME, whose=division)
        above = append("remark", "x", person=NOBODY, time=TIME, whose=world.organisations["soumu"])
    assert [(one.ministry, one.bureau) for one in (below, above)] == [("soumu", "soumu-kokusai"), ("soumu", "")]


@pytest.mark.django_db(transaction=True)
def test_however_many_write_at_once_there_is_one_chain() -> None:
    def write() -> None:
        for _ in range(5):
            with transaction.atomic():
                append("remark", "x", person=NOBODY, time=TIME)
        connection.close()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert head()[0] == 20
    assert prove().holds
