"""Serve a library on this machine, by gunicorn's arbiter: one process, a few threads, a graceful end."""

import errno
import socket
import sys

from gunicorn.arbiter import Arbiter
from gunicorn.config import Config

from monosashi.model.error import MonosashiError
from monosashi.office.library import Library
from monosashi.web.wsgi import Application, application_for, office_application

_THREADS = 2
_SECONDS_TO_FINISH = 10


class PortTaken(MonosashiError):
    """The port is in use."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(
            "port-taken",
            f"{host} のポート {port} は、ほかのプログラムが使っています。--port で別の番号を指定してください（例：--port {port + 1}）。",
            f"Port {port} of {host} is in use by another program. Choose another with --port (as --port {port + 1}).",
        )


class NoSuchHost(MonosashiError):
    """The address is none of this machine's, or may not be used."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(
            "no-such-host",
            f"{host} のポート {port} では待ち受けられません（{why}）。--host と --port を確かめてください。",
            f"Cannot listen on port {port} of {host} ({why}). Check --host and --port.",
        )


def serve(library: Library, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve until interrupted. The address is told on standard error when the door is open.

    Raises ``PortTaken`` or ``NoSuchHost`` before anything is started.
    """
    _try(host, port)
    # one process, so that what was opened once stays in memory for every thread
    Arbiter(_Server(application_for(library, hosts=(host,)), _address(host, port), workers=1)).run()


def serve_office(host: str = "127.0.0.1", port: int = 8000, workers: int = 2) -> None:
    """Serve the office's store (which ``monosashi.web.setup.open_office`` made ready) until interrupted. Raises as
    ``serve``."""
    _try(host, port)
    Arbiter(_Server(office_application((host,)), _address(host, port), workers)).run()


def _address(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _try(host: str, port: int) -> None:
    """Whether the address can be had; gunicorn itself would try for seconds and then only log."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortTaken(host, port) from error
            raise NoSuchHost(host, port, error.strerror or str(error)) from error


class _Server:
    """What gunicorn's arbiter asks of an application: a configuration, and the callable."""

    def __init__(self, application: Application, address: str, workers: int) -> None:
        self._application = application
        self._address = address
        self._workers = workers
        self.cfg = self._configuration()

    def _configuration(self) -> Config:
        cfg = Config()
        for name, value in {
            "bind": self._address,
            "workers": self._workers,
            "worker_class": "gthread",
            "threads": _THREADS,
            "graceful_timeout": _SECONDS_TO_FINISH,
            "loglevel": "warning",
            "when_ready": self._tell,
        }.items():
            cfg.set(name, value)
        return cfg

    def wsgi(self) -> Application:
        """The application, asked for in the worker."""
        return self._application

    def reload(self) -> None:
        """On SIGHUP: set up anew."""
        self.cfg = self._configuration()

    def _tell(self, _arbiter: Arbiter) -> None:
        print(f"http://{self._address}/ を開いてください（終わるには Ctrl+C）。", file=sys.stderr)
        print(f"Open http://{self._address}/ (Ctrl+C ends).", file=sys.stderr, flush=True)
