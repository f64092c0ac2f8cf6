"""Figures: what the keeper of the system sees of the store, without any of its contents."""

from importlib.metadata import version as version_of
from pathlib import Path

from django.apps import apps
from django.db import connection
from django.db.models import Sum

from monosashi.model import Noun
from monosashi.office.keeping.actor import Actor
from monosashi.office.keeping.who_may import require_role
from monosashi.office.operations.checked import Checked, Standing
from monosashi.office.operations.checking import check_office
from monosashi.office.operations.notes import BackupNote, ProofNote, noted
from monosashi.office.operations.proving import Head, Proof, current_head, prove_and_note
from monosashi.store.models import KeptDocument, KeptSheet, Person, Release, Version
from monosashi.store.tables import kept_tables

_WORST_FIRST = (Standing.BAD, Standing.ADVICE, Standing.GOOD)


class Figures(Noun):
    """``program``, ``database`` and ``server``: versions. ``size``: bytes of the database; ``documents_size`` of the
    originals in it. ``rows``: of all tables that are kept. ``checks``: the quick ones."""

    program: str
    database: str
    size: int
    sheets: int
    versions: int
    editions: int
    people: int
    documents: int
    documents_size: int
    rows: int
    head: Head
    proof: ProofNote | None
    backup: BackupNote | None
    checks: tuple[Checked, ...]


def figures(actor: Actor) -> Figures:
    """The figures of this moment. Raises ``MayNot`` and ``SignInFirst``."""
    require_role(actor, "operate")
    return Figures(
        program=version_of("monosashi"),
        database=_database(),
        size=_size(),
        sheets=KeptSheet.objects.count(),
        versions=Version.objects.count(),
        editions=Release.objects.count(),
        people=Person.objects.filter(is_active=True).count(),
        documents=KeptDocument.objects.count(),
        documents_size=KeptDocument.objects.aggregate(all=Sum("size"))["all"] or 0,
        rows=sum(kind._default_manager.count() for kind in kept_tables(apps)),
        head=current_head(),
        proof=noted(ProofNote),
        backup=noted(BackupNote),
        checks=tuple(sorted(check_office(whole=False), key=lambda one: _WORST_FIRST.index(one.standing))),
    )


def prove_now(actor: Actor) -> Proof:
    """Prove the whole log and all it tells of, and keep the outcome. Raises ``MayNot`` and ``SignInFirst``."""
    require_role(actor, "operate")
    return prove_and_note()


def _database() -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            return f"SQLite {cursor.fetchone()[0]}"
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0]}"


def _size() -> int:
    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        return sum(
            part.stat().st_size for part in file.parent.glob(f"{file.name}*") if part.name[len(file.name) :] in _PARTS
        )
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


#: The database's own file, its write-ahead log and that log's index.
_PARTS = frozenset({"", "-wal", "-shm"})
