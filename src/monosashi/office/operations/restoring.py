"""Restoring: a backup put into an empty store, in one transaction, with everything computed anew before it is kept."""

from pathlib import Path

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, transaction

from monosashi.model.error import MonosashiError
from monosashi.office.operations.problem import Problem
from monosashi.office.operations.rebuilding import rebuild
from monosashi.office.operations.telling import told as told_of
from monosashi.office.refusals import Conflict
from monosashi.store.accounting import examine
from monosashi.store.archive import Manifest, Told
from monosashi.store.chain import Break
from monosashi.store.loading import (
    Damaged,
    at_newest,
    has_tables,
    is_empty,
    look_through,
    make_tables,
    manifest_of,
    models_of,
    put_in,
    same_tables,
    unknown_migrations,
)


class NotABackup(MonosashiError):
    """A file that is no backup."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "not-a-backup",
            f"「{name}」は monosashi の控えではありません。何も変更していません。monosashi backup が書いたファイルを渡してください。",
            f"{name} is no backup of monosashi. Nothing was changed. Give a file that monosashi backup wrote.",
        )


class BackupDamaged(MonosashiError):
    """A backup of which a part is not what it says."""

    def __init__(self, name: str, part: str) -> None:
        super().__init__(
            "backup-damaged",
            f"控え「{name}」の {part} が、目録の述べる内容と違います。壊れているか、書き換えられています。何も変更していません。別の控えを使ってください。",
            f"{part} of the backup {name} is not what its manifest says: it is damaged or was changed. Nothing was changed. "
            "Use another backup.",
        )


class BackupNewer(MonosashiError):
    """A backup made by a newer program."""

    def __init__(self, name: str, program: str) -> None:
        super().__init__(
            "backup-newer",
            f"控え「{name}」は、新しい版（{program}）のもので、この版では読めません。何も変更していません。monosashi をその版以降にしてください。",
            f"{name} was made by a newer version ({program}), which this one cannot read. Nothing was changed. Upgrade "
            "monosashi to that version or a later one.",
        )


class StoreNotEmpty(Conflict):
    """A store that holds something already."""

    def __init__(self) -> None:
        super().__init__(
            "store-not-empty",
            "復元先に、もう何かが保存されています。控えは空の書庫にだけ復元できます。何も変更していません。新しいフォルダかデータベースを指定してください。",
            "Something is kept there already, and a backup is restored into an empty store only. Nothing was changed. Name a "
            "new folder or database.",
        )


class OtherTables(Conflict):
    """A database whose tables are those of another version than the backup's."""

    def __init__(self) -> None:
        super().__init__(
            "other-tables",
            "復元先のデータベースの表が、控えを取った版のものと違います。何も変更していません。表のない新しいフォルダかデータベースに復元してください。",
            "The tables of that database are of another version than the backup's. Nothing was changed. Restore into a new "
            "folder or a database without tables.",
        )


class RestoreProblems(MonosashiError):
    """A backup whose log does not verify."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0].message
        super().__init__(
            "restore-problems",
            f"控えの記録に {len(problems)} 件の問題があるため、復元していません（{first.ja}）。別の控えを使うか、承知のうえなら --accept-problems を付けてください。",
            f"The log in the backup has {len(problems)} problems, so nothing was restored ({first.en}) Use another backup or, "
            "knowing this, add --accept-problems.",
        )
        self.problems = problems


def restore(
    file: Path, told: Told = lambda _done, _all: None, *, accept_problems: bool = False
) -> tuple[Manifest, tuple[Problem, ...]]:
    """Put a backup into the empty store, bring its tables to this version's form, and draw the projections. The problems
    of its log, where they are accepted, are given back.

    Raises ``NotABackup``, ``BackupDamaged``, ``BackupNewer``, ``StoreNotEmpty``, ``OtherTables``,
    ``RestoreProblems``; nothing is changed.
    """
    manifest, broken = _looked_through(file)
    if unknown_migrations(manifest):
        raise BackupNewer(file.name, manifest.program)
    if not is_empty():
        raise StoreNotEmpty
    problems = tuple(told_of(found) for found in broken)
    if problems and not accept_problems:
        raise RestoreProblems(problems)
    if not has_tables():
        make_tables(manifest)
    if not same_tables(manifest):
        raise OtherTables
    newest = at_newest()
    try:
        with transaction.atomic():
            put_in(file, manifest, models_of(manifest), told)
            if newest:
                return manifest, _proven(accept=accept_problems)
    except Damaged as error:
        raise BackupDamaged(file.name, str(error)) from error
    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic():
        return manifest, _proven(accept=accept_problems)


def _looked_through(file: Path) -> tuple[Manifest, list[Break]]:
    try:
        manifest = manifest_of(file)
    except (OSError, ValueError) as error:
        raise NotABackup(file.name) from error
    try:
        return manifest, look_through(file, manifest)
    except Damaged as error:
        raise BackupDamaged(file.name, str(error)) from error


def _proven(*, accept: bool) -> tuple[Problem, ...]:
    """Draw the projections and examine everything, before the transaction ends."""
    problems = tuple(told_of(found) for found in examine(DEFAULT_DB_ALIAS, {}))
    if problems and not accept:
        raise RestoreProblems(problems)
    rebuild()
    return problems
