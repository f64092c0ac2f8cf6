"""The server: tells its address when the door is open, ends gracefully, and says what to do where it cannot start."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from monosashi.office.library import FolderLibrary
from monosashi.web.serve import NoSuchHost, PortTaken, serve

PROGRAM = """
import sys
from pathlib import Path
from monosashi.office.library import FolderLibrary
from monosashi.web.serve import serve
serve(FolderLibrary(Path(sys.argv[1])), "127.0.0.1", int(sys.argv[2]))
"""


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
    return port


def test_it_tells_its_address_serves_and_ends_gracefully(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-W", "error", "-c", PROGRAM, str(tmp_path), str(port)]
    environ = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environ) as server:
        assert server.stderr
        assert server.stdout
        try:
            said = [server.stderr.readline(), server.stderr.readline()]
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=20) as answer:
                body = answer.read()
        finally:
            server.send_signal(signal.SIGTERM)
        rest, data = server.stderr.read(), server.stdout.read()
        code = server.wait(timeout=20)
    assert said == [
        f"http://127.0.0.1:{port}/ を開いてください（終わるには Ctrl+C）。\n",
        f"Open http://127.0.0.1:{port}/ (Ctrl+C ends).\n",
    ]
    assert (body, code, data, rest) == (b'{"status": "ok", "sheets": 0, "broken": 0}', 0, "", "")


def test_a_port_in_use_is_told_with_what_to_do(tmp_path: Path) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = door.getsockname()[1]
        with pytest.raises(PortTaken) as told:
            serve(FolderLibrary(tmp_path), "127.0.0.1", port)
    assert told.value.message.ja == (
        f"127.0.0.1 のポート {port} は、ほかのプログラムが使っています。"
        f"--port で別の番号を指定してください（例：--port {port + 1}）。"
    )


def test_an_address_of_another_machine_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoSuchHost, match="no-such-host"):
        serve(FolderLibrary(tmp_path), "192.0.2.1", 8000)
