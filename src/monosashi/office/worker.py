"""The worker: a stranger's file is read in a process of its own, which may die without harm to anything else.

>>> from monosashi.office.samples import sample_sheets
>>> from monosashi.office.verbs import publish_sheet
>>> from monosashi.office.worker import read_in_worker
>>> reading, = read_in_worker(publish_sheet(sample_sheets()[0], "excel"), "sample.xlsx")
>>> reading.sheet.identifier.plain
'総務省R3－⑭'

A warm process (``warm``) has the readers loaded and forks a child for each document; the child gives up what it does not
need (``confinement``), reads, and answers in JSON (``job``). Where the system has no fork, the document is read in this
process, and ``protection`` says so.
"""

import atexit
import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import warnings
from dataclasses import dataclass
from functools import cache

from pydantic import ValidationError

from monosashi.forms import Form
from monosashi.model import Message, Noun, Reading
from monosashi.model.error import MonosashiError
from monosashi.office.job import Answer, Job, do_job, receive_answer, send_job
from monosashi.office.warm import HELLO, ORDER, End, serve_warm
from monosashi.reading.errors import shown_name
from monosashi.reading.limits import DEFAULT_LIMITS, Limits

#: Seconds after its time is up in which the warm process must have ended a child.
_GRACE = 15
#: What a Python started anew is to do.
_SERVE = "import sys; from monosashi.office.warm import serve_warm; serve_warm(int(sys.argv[1]))"
#: Seconds in which a warm process must stand.
_START = 60


class WorkerError(MonosashiError):
    """A reading process ended without an answer; nothing of the document was kept, and nothing else was touched."""

    def __init__(self, code: str, name: str, said: Message, then: Message) -> None:
        super().__init__(
            code,
            f"「{shown_name(name)}」を読むプロセスが終わりました。{said.ja}"
            f"このファイルからは何も保存していません。ほかのファイルには影響ありません。{then.ja}",
            f'The process reading "{shown_name(name)}" ended: {said.en} Nothing of this file was kept; '
            f"no other file is touched. {then.en}",
        )


def out_of_memory(name: str, limits: Limits) -> WorkerError:
    """The document needs more memory than it is given."""
    setting = Limits.setting("memory_bytes")
    return WorkerError(
        "worker-memory",
        name,
        Message(
            ja=f"上限の {limits.memory_bytes:,} バイトを超えるメモリーを使おうとしました。",
            en=f"it needs more memory than the {limits.memory_bytes:,} bytes allowed.",
        ),
        Message(
            ja=f"信頼できる大きなファイルなら、分けて保存するか、環境変数 {setting} を大きくして読み直してください。",
            en=f"If you trust the file and it is large, split it, or raise the environment variable {setting}.",
        ),
    )


def out_of_time(name: str, limits: Limits) -> WorkerError:
    """The document takes longer than it is given."""
    setting = Limits.setting("seconds")
    return WorkerError(
        "worker-time",
        name,
        Message(
            ja=f"上限の {limits.seconds} 秒以内に読み終わりませんでした。",
            en=f"it was not done within the {limits.seconds} seconds allowed.",
        ),
        Message(
            ja=f"信頼できる大きなファイルなら、分けて保存するか、環境変数 {setting} を大きくして読み直してください。",
            en=f"If you trust the file and it is large, split it, or raise the environment variable {setting}.",
        ),
    )


def died(name: str, end: End) -> WorkerError:
    """The parser of the document broke down, by a fault of its own or of ours."""
    how = signal.Signals(end.signal).name if end.signal in set(signal.Signals) else f"exit {end.code}"
    how = f"{how}: {end.words}" if end.words else how
    return WorkerError(
        "worker-died",
        name,
        Message(ja=f"読み取りの途中で止まりました（{how}）。", en=f"it broke down while reading ({how})."),
        Message(
            ja="元のプログラムで保存し直すか、別の形式（Excel など）で保存して読んでください。公開できるファイルなら、この文とともに開発者に知らせてください。",
            en="Save it again, or in another format such as Excel, and read that. "
            "If the file may be shown, report it with this sentence.",
        ),
    )


class Protection(Noun):
    """What stands between this program and the files it reads."""

    process: bool
    network: bool

    @property
    def lacking(self) -> Message | None:
        """What the system does not allow; None where nothing is lacking."""
        if not self.process:
            return Message(
                ja="このシステムでは、文書を別のプロセスで読めません。信頼できるファイルだけを読んでください。",
                en="This system cannot read a document in a process of its own. Read only files you trust.",
            )
        if not self.network:
            return Message(
                ja="このシステムでは、文書を読むプロセスの通信を禁じられません。信頼できないファイルは、網につながない機械で読んでください。",
                en="This system does not let the process that reads a document be cut off from the network. "
                "Read files you do not trust on a machine without one.",
            )
        return None


@dataclass(eq=False)
class WarmProcess:
    """The asker's end of a warm process."""

    control: socket.socket
    owner: int
    process: int
    network: bool
    spawned: subprocess.Popen[bytes] | None = None

    def ask(self, job: Job, data: bytes) -> Answer:
        """Have a document read in a child. Raises ``WorkerError``, or ``OSError`` where the warm process is gone."""
        limits = job.limits
        ours, theirs = socket.socketpair()
        told, tell = os.pipe()
        with ours, os.fdopen(told, "rb") as ending:
            try:
                order = ORDER.pack(limits.memory_bytes, float(limits.seconds))
                socket.send_fds(self.control, [order], [theirs.fileno(), tell])
            finally:
                theirs.close()
                os.close(tell)
            ours.settimeout(limits.seconds + _GRACE)
            try:
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    send_job(ours, job, data)
                return receive_answer(ours)
            except TimeoutError:
                self.close()
                raise out_of_time(job.name, limits) from None
            except (EOFError, OSError, ValidationError):
                words = ending.read()
        if not words:
            raise ConnectionError("the warm process is gone")
        end = End.model_validate_json(words)
        if end.memory:
            raise out_of_memory(job.name, limits)
        raise out_of_time(job.name, limits) if end.late else died(job.name, end)

    def close(self) -> None:
        """End the warm process, and with it every child that still reads."""
        self.control.close()
        if self.owner != os.getpid():
            return
        with contextlib.suppress(ChildProcessError, subprocess.TimeoutExpired):
            if self.spawned:
                self.spawned.wait(_GRACE)
            else:
                os.waitpid(self.process, 0)


_starting = threading.Lock()
_warm: list[WarmProcess] = []


def warm_process() -> WarmProcess:
    """The warm process of this program, started when first asked for. A program that forked starts one of its own."""
    with _starting:
        if _warm and (_warm[0].owner != os.getpid() or _warm[0].control.fileno() < 0):
            _warm.clear()
        if not _warm:
            _warm.append(_start())
            atexit.register(_warm[0].close)
        return _warm[0]


def stop() -> None:
    """End the warm process, if there is one, with all that it is reading."""
    with _starting:
        if _warm:
            _warm.pop().close()


@cache
def can_fork() -> bool:
    """Whether this system can read a document in a process of its own."""
    return hasattr(os, "fork") and hasattr(socket, "send_fds")


def protection() -> Protection:
    """What stands between this program and the files it reads."""
    if not can_fork():
        return Protection(process=False, network=False)
    return Protection(process=True, network=warm_process().network)


def read_in_worker(
    data: bytes, name: str, blank: Form | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Reading, ...]:
    """The sheets of a document, read in a process of its own. Raises what ``reading.read`` raises, by its code, and
    ``worker-memory``, ``worker-time`` or ``worker-died`` where the process ended without an answer."""
    answer = ask(Job(name=name, blank=blank, limits=limits), data)
    try:
        return answer.readings()
    except ValidationError as error:
        raise died(name, End(words=str(error).partition("\n")[0])) from error


def ask(job: Job, data: bytes, stopped: threading.Event | None = None) -> Answer:
    """Have a job done in a child of the warm process, started anew, once, where it has gone; not when ``stopped``."""
    if not can_fork():
        return do_job(job, data)
    warm = warm_process()
    try:
        return warm.ask(job, data)
    except OSError:
        if stopped and stopped.is_set():
            raise died(job.name, End(signal=signal.SIGINT)) from None
        with _starting:
            if warm in _warm:
                _warm.remove(warm)
        warm.close()
    try:
        return warm_process().ask(job, data)
    except OSError as error:
        raise died(job.name, End(words=str(error))) from error


def _start() -> WarmProcess:
    """Fork the warm process from this one, which has the readers loaded; with threads about, start Python anew."""
    ours, theirs = socket.socketpair()
    spawned = None
    if threading.active_count() == 1:
        process = _fork(ours, theirs)
    else:
        spawned = _spawn(theirs)
        process = spawned.pid
    theirs.close()
    ours.settimeout(_START)
    network = HELLO.unpack(ours.recv(HELLO.size))[0]
    return WarmProcess(ours, os.getpid(), process, network, spawned)


def _fork(ours: socket.socket, theirs: socket.socket) -> int:
    with warnings.catch_warnings():
        # libraries may keep idle threads of their own, which no fork disturbs; Python warns of any thread
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process == 0:
        ours.detach()
        serve_warm(theirs.detach())
    return process


def _spawn(theirs: socket.socket) -> "subprocess.Popen[bytes]":
    # one thread, so that the network can be left and a fork is safe
    alone = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    return subprocess.Popen(  # noqa: S603  our own module, by this very Python
        [sys.executable, "-c", _SERVE, str(theirs.fileno())],
        pass_fds=(theirs.fileno(),),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={**os.environ, **alone},
    )
