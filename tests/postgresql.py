"""A PostgreSQL server of the tests' own, gone when they are: on loopback, on a free port, with the safe settings a new
cluster has.

``python -m tests.postgresql [arguments of pytest]`` runs the tests that ask for a database on it. Without the server's
programs nothing runs, and that is said; in CI it is a failure. The cluster of a run that was itself killed is swept away
by the system with its temporary files.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

#: The environment variable that names the database of a run (see ``tests.settings``).
SETTING = "MONOSASHI_TEST_DATABASE"
#: Fixtures by which a test asks for a database.
_ASKED_BY = {"db", "transactional_db", "django_db_setup", "live_server"}
_OWNER = "monosashi"
_SECONDS_TO_START = 30.0
#: The server refuses to run as root; Debian's packages bring this account.
_ACCOUNT = "postgres"


class NoPostgreSQL(Exception):
    """The server's programs are not on this machine, or it did not start."""


def programs() -> Path | None:
    """The folder of ``initdb`` and ``postgres``: the newest that is installed; None without them."""

    def release(folder: Path) -> int:
        return int(folder.parent.name) if folder.parent.name.isdigit() else 0

    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=release, reverse=True)
    found = shutil.which("initdb")
    on_path = [Path(found).resolve().parent] if found else []
    return next((folder for folder in [*packaged, *on_path] if (folder / "postgres").exists()), None)


class Cluster:
    """One server over one folder of data. ``url`` stays the same from start to start."""

    def __init__(self, folder: Path) -> None:
        bin_folder = programs()
        if bin_folder is None:
            raise NoPostgreSQL("initdb and postgres are neither in /usr/lib/postgresql nor on the path")
        self._bin = bin_folder
        self._data = folder / "data"
        self._log = folder / "server.log"
        self._user = _ACCOUNT if os.geteuid() == 0 else None
        self._process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        folder.mkdir(parents=True, exist_ok=True)
        if self._user:
            account = pwd.getpwnam(self._user)
            os.chown(folder, account.pw_uid, account.pw_gid)
        options = ("--username", _OWNER, "--auth=trust", "--encoding=UTF8", "--no-locale")
        self._run("initdb", "--pgdata", str(self._data), *options)

    @property
    def url(self) -> str:
        """The address as ``DATABASE_URL`` takes it."""
        return f"postgresql://{_OWNER}@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start it, and wait until it answers. Raises ``NoPostgreSQL`` with the server's own words if it does not."""
        settings = ("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-p", str(self.port))
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(self._bin / "postgres"), "-D", str(self._data), *settings],
                stdout=log,
                stderr=log,
                cwd=self._data.parent,
                user=self._user,
                group=self._user,
                start_new_session=True,
            )
        end = time.monotonic() + _SECONDS_TO_START
        while not self._answers():
            if time.monotonic() > end or self._process.poll() is not None:
                raise NoPostgreSQL(self._log.read_text(encoding="utf-8", errors="replace"))
            time.sleep(0.05)

    def stop(self) -> None:
        """End it, as an administrator does: connections are cut, what was committed is written."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """End it without a word, as a machine that loses its power ends a program."""
        self._end(signal.SIGKILL)

    def _end(self, by: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(by)
            self._process.wait(timeout=_SECONDS_TO_START)
            self._process = None

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self._bin / program), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self._data.parent,
            user=self._user,
            group=self._user,
        )


@contextlib.contextmanager
def running_cluster(folder: Path | None = None) -> Iterator[Cluster]:
    """A running cluster, stopped and gone afterwards. ``folder``: where its data go, else a temporary one; as root it is
    a temporary one in any case, as the server's account may not enter the folders of root."""
    with tempfile.TemporaryDirectory(prefix="monosashi-postgresql-") as own:
        place = folder if folder and os.geteuid() != 0 else Path(own)
        cluster = Cluster(place)
        try:
            cluster.start()
            yield cluster
        finally:
            cluster.stop()


@contextlib.contextmanager
def running_postgresql(folder: Path | None = None) -> Iterator[str]:
    """The address of a running server of one's own. Raises ``NoPostgreSQL``."""
    with running_cluster(folder) as cluster:
        yield cluster.url


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """As a plugin of its own run: leave out the tests that ask for no database."""
    asking = [item for item in items if _asks(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(asking)])
    items[:] = asking


def _asks(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(fixtures & _ASKED_BY) or item.get_closest_marker("django_db") is not None


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def main(arguments: list[str]) -> int:
    """Run pytest on a cluster of its own; the exit code is pytest's."""
    if programs() is None:
        print("PostgreSQL is missing on this machine: nothing is proven about it here", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0
    with running_postgresql() as url:
        command = [sys.executable, "-m", "pytest", "-p", "tests.postgresql", *arguments]
        return subprocess.run(command, check=False, env={**os.environ, SETTING: url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
