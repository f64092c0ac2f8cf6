"""A database that may lose what it acknowledged is refused, at every connection and not only at the start."""

import pytest
from django.db import connection, connections

from monosashi.store.safety import SQLITE_PRAGMAS, UnsafeDatabase, assert_safe, refuse_unsafe

WEAKER = {
    "sqlite": ["PRAGMA synchronous=NORMAL", "PRAGMA synchronous=OFF", "PRAGMA foreign_keys=OFF"],
    "postgresql": ["SET synchronous_commit=off", "SET synchronous_commit=local"],
}


@pytest.mark.django_db(transaction=True)
def test_the_tests_own_database_is_safe_and_a_weaker_one_is_not() -> None:
    assert_safe()
    for weaker in WEAKER[connection.vendor]:
        with connection.cursor() as cursor:
            cursor.execute(weaker)
        with pytest.raises(UnsafeDatabase) as refused:
            assert_safe()
        assert refused.value.code == "unsafe-database"
        # the next connection is made anew, and safe
        connection.close()
        assert_safe()


@pytest.mark.django_db(transaction=True)
def test_stricter_is_safe_too() -> None:
    stricter = {"sqlite": "PRAGMA synchronous=EXTRA", "postgresql": "SET synchronous_commit=remote_apply"}
    with connection.cursor() as cursor:
        cursor.execute(stricter[connection.vendor])
    assert_safe()
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_an_unsafe_connection_is_closed_before_anything_is_asked_of_it() -> None:
    apart = connection.copy("apart")
    connections["apart"] = apart
    try:
        if apart.vendor == "sqlite":
            weaker = SQLITE_PRAGMAS.replace("synchronous=FULL", "synchronous=OFF")
            assert weaker != SQLITE_PRAGMAS
            apart.settings_dict["OPTIONS"]["init_command"] = weaker
        else:
            apart.settings_dict["OPTIONS"]["options"] = "-c synchronous_commit=off"
        with pytest.raises(UnsafeDatabase):
            apart.cursor()
        assert apart.connection is None
    finally:
        apart.close()
        del connections["apart"]


@pytest.mark.django_db
def test_a_safe_connection_passes() -> None:
    refuse_unsafe(connection)
    assert connection.connection is not None
