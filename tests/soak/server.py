"""The server as a process of its own, to be started and killed."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
_SECONDS_TO_START = 60.0
#: What the tests' own settings put into the environment.
_NOT_HANDED_ON = {"DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"}
#: So many characters of the log are told.
_TAIL = 4000


class Server:
    """An office's server over one folder. ``database``: the address of a PostgreSQL database, else SQLite in the folder;
    ``program``: what serves on the port it is given."""

    def __init__(self, folder: Path, database: str = "", program: str = "tests.soak.serving") -> None:
        self._program = program
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON},
            **({"DATABASE_URL": database} if database else {}),
            "MONOSASHI_FOLDER": str(folder),
            "DJANGO_SETTINGS_MODULE": "tests.soak.settings",
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src"))),
        }
        self.port = _free_port()
        self.log = folder / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, program: str, *arguments: str) -> str:
        """What a program of this folder (``tests.soak.world``) prints. Raises ``RuntimeError`` with what it says of its
        failure."""
        command = [sys.executable, "-m", program, *arguments]
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=self.environment, cwd=ROOT)
        if done.returncode:
            raise RuntimeError(done.stderr[-_TAIL:])
        return done.stdout

    def start(self, through: Mapping[str, str] | None = None) -> None:
        """Start it, and wait until its door is open. ``through``: variables for the server alone (a preloaded recorder).
        Raises ``RuntimeError`` with its log."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._program, str(self.port)],
                stdout=log,
                stderr=log,
                cwd=ROOT,
                env={**self.environment, **(through or {})},
                start_new_session=True,
            )
        end = time.monotonic() + _SECONDS_TO_START
        while not self._answers():
            if time.monotonic() > end or self._process.poll() is not None:
                raise RuntimeError(self.log.read_text(encoding="utf-8", errors="replace")[-_TAIL:])
            time.sleep(0.1)

    def kill(self) -> None:
        """SIGKILL to every process of it at once."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def kill_a_worker(self, random: Random) -> None:
        """SIGKILL to one worker; the others go on, and the arbiter starts another."""
        workers = self._workers()
        if workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(random.choice(workers), signal.SIGKILL)

    def _workers(self) -> list[int]:
        if self._process is None:
            return []
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return [int(pid) for pid in children.read_text(encoding="ascii").split()]

    def _answers(self) -> bool:
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            door.request("GET", "/checks.json")
            return door.getresponse().status == http.HTTPStatus.OK
        except OSError:
            return False
        finally:
            door.close()


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port
