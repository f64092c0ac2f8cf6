"""Checking an office: its settings, its database, its log, and whether everything that is kept can be opened."""

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.checks import ERROR, WARNING, run_checks
from django.db import connection

from monosashi.office.keeping import clock
from monosashi.office.operations.checked import Checked, Standing, advice, bad, good
from monosashi.office.operations.kept_checks import kept_checks
from monosashi.office.operations.notes import BackupNote, noted
from monosashi.office.places import default_folder
from monosashi.store.loading import at_newest
from monosashi.store.models import Person, Role
from monosashi.store.safety import UnsafeDatabase, assert_safe

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_ENOUGH_DISK = 2 * 1024**3
_BACKUP_DAYS = 2
_SECRET_LENGTH = 40


def check_office(*, whole: bool = True) -> Iterator[Checked]:
    """Each check in turn. ``whole``: the log and every version too, which takes a while in a big office. A database whose
    tables are not this version's is told so, and nothing further is asked of it."""
    for check in (_secret, _hosts, _disk, _safety):
        yield check()
    yield from _settings()
    tables = _tables()
    yield tables
    if tables.standing is Standing.BAD:
        return
    yield _people()
    yield _backup()
    yield from kept_checks(whole=whole)


def _secret() -> Checked:
    file = default_folder() / "secret-key"
    named = bool(os.environ.get("MONOSASHI_SECRET_KEY"))
    if not named and not file.exists():
        return bad(
            "secret",
            (
                "署名の鍵がありません。サーバーを起動し直すたびに全員がログアウトします。",
                "There is no secret: every restart signs everyone out.",
            ),
            ("monosashi office で一度起動すると作られます。", "Start monosashi office once; it draws one."),
        )
    if len(settings.SECRET_KEY) < _SECRET_LENGTH:
        return bad(
            "secret",
            ("署名の鍵が短すぎます。", "The secret is too short."),
            (
                "MONOSASHI_SECRET_KEY を、推測できない40文字以上にしてください。",
                "Set MONOSASHI_SECRET_KEY to 40 characters or more that nobody guesses.",
            ),
        )
    if not named and _open_to_others(file):
        return bad(
            "secret",
            (
                f"署名の鍵のファイル（{file}）を、ほかの利用者が読めます。",
                f"Other users of this machine can read the secret ({file}).",
            ),
            ("chmod 600 で、持ち主だけが読めるようにしてください。", "Let its owner alone read it: chmod 600."),
        )
    return good("secret", "署名の鍵は、持ち主だけが読めます。", "The secret is its owner's alone.")


def _open_to_others(file: Path) -> bool:
    return bool(file.stat().st_mode & 0o077)


def _hosts() -> Checked:
    hosts = [host for host in settings.ALLOWED_HOSTS if host not in _LOOPBACK]
    if "*" in hosts:
        return bad(
            "hosts",
            (
                "どの名前でも受け付ける設定です。偽の名前のリンクを作られるおそれがあります。",
                "Any host name is taken, which lets links be forged.",
            ),
            ("MONOSASHI_HOSTS に、使う名前だけを書いてください。", "Name only the hosts in use in MONOSASHI_HOSTS."),
        )
    if hosts and not settings.HTTPS:
        return bad(
            "hosts",
            (
                "ほかの機械から使うのに、HTTPS の設定がありません。パスワードが盗み見られるおそれがあります。",
                "Other machines use it, and HTTPS is not set: passwords could be read on the way.",
            ),
            (
                "HTTPS のプロキシの後ろに置き、MONOSASHI_HTTPS=1 にしてください。",
                "Put it behind a proxy with HTTPS and set MONOSASHI_HTTPS=1.",
            ),
        )
    named = "、".join(hosts) or "なし"
    return good("hosts", f"ほかの機械から使う名前：{named}", f"Names for other machines: {', '.join(hosts) or 'none'}")


def _settings() -> Iterator[Checked]:
    """What Django and the parts of the office find wrong with the settings."""
    for message in run_checks():
        if message.level >= WARNING:
            todo = message.hint or message.id or ""
            tell = bad if message.level >= ERROR else advice
            yield tell("settings", (message.msg, message.msg), (todo, todo))


def _disk() -> Checked:
    folder = default_folder()
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return bad(
            "disk",
            (f"フォルダ（{folder}）がないか、読めません。", f"The folder {folder} is not there or cannot be read."),
            ("MONOSASHI_FOLDER と権限を確かめてください。", "Check MONOSASHI_FOLDER and the permissions."),
        )
    size = f"{free / 1024**3:.1f} GB"
    if free < _ENOUGH_DISK:
        return bad(
            "disk",
            (f"ディスクの空きが {size} しかありません。", f"Only {size} of the disk is free."),
            (
                "空きを作ってください。いっぱいになると保存できなくなります。",
                "Make room; when it is full nothing can be saved.",
            ),
        )
    return good("disk", f"ディスクの空き：{size}", f"Free on the disk: {size}")


def _safety() -> Checked:
    try:
        assert_safe()
    except UnsafeDatabase as error:
        return Checked(code="database", standing=Standing.BAD, found=error.message)
    name = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}.get(connection.vendor, connection.vendor)
    return good(
        "database", f"{name}。保存したものは停電でも失われません。", f"{name}; what was saved survives a power cut."
    )


def _tables() -> Checked:
    if not at_newest():
        return bad(
            "tables",
            ("データベースの表が、この版のものになっていません。", "The tables are not this version's."),
            (
                "前の版で控えを取ってから、monosashi office を起動すると更新されます。",
                "Take a backup with the version before, then start monosashi office; it upgrades them.",
            ),
        )
    return good("tables", "データベースの表は、この版のものです。", "The tables are this version's.")


def _people() -> Checked:
    there = set(Person.objects.filter(is_active=True).values_list("role", flat=True))
    roles = {Role.SYSADMIN: ("管理者", "keeper of the system"), Role.OFFICE: ("評価担当", "evaluation office")}
    missing = [names for role, names in roles.items() if role not in there]
    if missing:
        return advice(
            "people",
            (
                f"{'と'.join(ja for ja, _ in missing)}の利用者がいません。",
                f"There is no account of: {', '.join(en for _, en in missing)}.",
            ),
            (
                "「利用者」のページか、管理のコマンドで加えてください。",
                "Add them on the page of people, or by the command for accounts.",
            ),
        )
    return good(
        "people", "管理者と評価担当の利用者がいます。", "A keeper of the system and an evaluation office have accounts."
    )


def _backup() -> Checked:
    last = noted(BackupNote)
    todo = ("monosashi backup を毎日実行してください。", "Run monosashi backup every day.")
    if last is None:
        return advice("backup", ("この機械で取った控えがありません。", "No backup was taken on this machine."), todo)
    age = clock.now() - last.time
    told = f"{last.time:%Y-%m-%d %H:%M} UTC、{last.file}"
    if age > dt.timedelta(days=_BACKUP_DAYS):
        return advice(
            "backup",
            (f"最後の控えが{age.days}日前です（{told}）。", f"The last backup is {age.days} days old ({last.file})."),
            todo,
        )
    return good("backup", f"最後の控え：{told}", f"Last backup: {last.time:%Y-%m-%d %H:%M} UTC, {last.file}")
