"""The warm process: it has the readers loaded, and forks a child for each document.

It does nothing else: it has one thread, so that a fork is safe whatever threads the program that asked has; it holds no
document; and where its asker goes away it ends, with all its children. An order comes through its one socket with two
descriptors: the child's end of the job's socket, and a pipe that is told how the child ended.

    asker  --order, 2 descriptors-->  warm process  --fork-->  child
    asker  <======== job, answer ============================= child
    asker  <--how it ended----------  warm process
"""

import contextlib
import gc
import os
import resource
import select
import shutil
import signal
import socket
import struct
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from monosashi.forms import forms
from monosashi.model import Noun
from monosashi.office.confinement import adopt_orphans, bound_resources, children_of, keep_only, leave_network, resident
from monosashi.office.job import answer_job

#: An order: memory in bytes, seconds.
ORDER = struct.Struct(">Qd")
#: What the warm process says once it stands: whether its children have no network.
HELLO = struct.Struct(">?")

EXIT_DONE = 0
EXIT_FAULT = 70
EXIT_MEMORY = 71
#: What a program says on standard error when memory has ended, before it ends itself.
_NO_MEMORY = (b"bad_alloc", b"memory allocation of", b"out of memory", b"Out of memory", b"MemoryError", b"OOM")
#: The signals by which a program ends itself.
_OWN_END = (signal.SIGABRT, signal.SIGSEGV, signal.SIGTRAP, signal.SIGILL, signal.SIGBUS)
#: What the system counts resident memory in (macOS: bytes).
_KILOBYTE = 1 if sys.platform == "darwin" else 1024
#: Seconds between two looks at how large the children are.
_LOOK = 0.05
#: Less room than this is none.
_ROOM = 16 * 1024 * 1024
#: Bytes of a child's standard error that are looked at.
_LAST_WORDS = 4096


class End(Noun):
    """How a child ended: the signal that ended it (0: none), its exit code, whether its time was up, whether memory
    had ended, and its last words on standard error."""

    signal: int = 0
    code: int = 0
    late: bool = False
    memory: bool = False
    words: str = ""


@dataclass
class _Child:
    """A child that is reading: who waits for its end, its memory, when its time is up, its standard error, its folder."""

    told: int
    memory: int
    deadline: float
    errors: int
    folder: Path
    late: bool = False
    large: bool = False


@dataclass
class _Warm:
    """The loop: orders come in, children end or are ended."""

    control: socket.socket
    bell: int
    children: dict[int, _Child] = field(default_factory=dict)

    def serve(self) -> None:
        """Until the asker goes away."""
        while True:
            nearest = min((child.deadline for child in self.children.values() if not child.late), default=None)
            patience = None if nearest is None else min(_LOOK, max(0.0, nearest - time.monotonic()))
            watched: list[socket.socket | int] = [self.control, self.bell]
            ready, _, _ = select.select(watched, [], [], patience)
            if self.bell in ready:
                os.read(self.bell, 4096)
            if self.control in ready and not self._take_order():
                break
            self._end_late()
            self._end_large()
            self._bury()
        for pid in self.children:
            end_group(pid)
        for child in self.children.values():
            shutil.rmtree(child.folder, ignore_errors=True)

    def _take_order(self) -> bool:
        """Fork a child for the next order; False where there will be none."""
        order, descriptors, _, _ = socket.recv_fds(self.control, ORDER.size, 2)
        if len(order) < ORDER.size or len(descriptors) != 2:
            return False
        memory, seconds = ORDER.unpack(order)
        job, told = descriptors
        errors = _scratch()
        folder = Path(tempfile.mkdtemp(prefix="monosashi-"))
        try:
            pid = os.fork()
        except OSError as error:
            _tell_end(told, End(code=EXIT_FAULT, words=str(error)))
            shutil.rmtree(folder, ignore_errors=True)
            os.close(errors)
        else:
            if pid == 0:
                _be_child(job, errors, folder, memory, seconds)
            most = resident(os.getpid()) + memory
            self.children[pid] = _Child(told, most, time.monotonic() + seconds, errors, folder)
        os.close(job)
        return True

    def _end_late(self) -> None:
        for pid, child in self.children.items():
            if not child.late and child.deadline <= time.monotonic():
                child.late = True
                end_group(pid)

    def _end_large(self) -> None:
        """Python may turn in circles where memory ends while it handles an error, so a child is ended before that."""
        for pid, child in self.children.items():
            if not child.large and resident(pid) > child.memory:
                child.large = True
                end_group(pid)

    def _bury(self) -> None:
        """Tell who waits how each child ended, and leave nothing of it behind."""
        for pid, status, used in _ended():
            child = self.children.pop(pid, None)
            if child is None:
                continue  # what a child left running, and was ended with it
            end_group(pid)
            words = _last_words(child.errors)
            by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
            code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0
            memory = child.large or code == EXIT_MEMORY or any(sign in words for sign in _NO_MEMORY)
            memory = memory or (by == signal.SIGKILL and not child.late)
            # a library that is refused memory ends itself without a word
            memory = memory or (by in _OWN_END and used.ru_maxrss * _KILOBYTE > child.memory // 2)
            late = child.late or by == signal.SIGXCPU
            _tell_end(child.told, End(signal=by, code=code, late=late, memory=memory, words=_plain(words)))
            os.close(child.errors)
            shutil.rmtree(child.folder, ignore_errors=True)
        for pid in children_of(os.getpid()) - self.children.keys():
            end_group(pid)


def _ended() -> Iterator[tuple[int, int, resource.struct_rusage]]:
    """The children that have ended, and those they left."""
    with contextlib.suppress(ChildProcessError):
        while (found := os.wait4(-1, os.WNOHANG))[0]:
            yield found


def serve_warm(descriptor: int) -> NoReturn:
    """Be the warm process from here on, and never return. ``descriptor``: of the socket that orders come through; every
    other open file but standard error is closed."""
    code = EXIT_FAULT
    try:
        os.setsid()
        control = socket.socket(fileno=keep_only(descriptor, 2))
        for interrupt in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            # an interrupt is the asker's to handle; when it goes, the socket closes, and this process ends
            signal.signal(interrupt, signal.SIG_IGN)
        bell, ring = os.pipe()
        os.set_blocking(bell, False)
        os.set_blocking(ring, False)
        signal.signal(signal.SIGCHLD, lambda _signal, _frame: None)
        signal.set_wakeup_fd(ring, warn_on_full_buffer=False)
        adopt_orphans()
        control.sendall(HELLO.pack(leave_network()))
        forms()
        gc.freeze()
        _Warm(control, bell).serve()
        code = EXIT_DONE
    except (BrokenPipeError, ConnectionResetError):
        code = EXIT_DONE
    except BaseException:
        _say_last(traceback.format_exc())
    finally:
        os._exit(code)


def _say_last(words: str) -> None:
    """To standard error itself: what stands for it in Python may be another program's, from before the fork."""
    os.write(2, words.encode("utf-8", "replace"))


def _be_child(job: int, errors: int, folder: Path, memory: int, seconds: float) -> NoReturn:
    """Read one document, within bounds, and end."""
    code = EXIT_FAULT
    try:
        os.setsid()
        signal.set_wakeup_fd(-1)
        for usual in (signal.SIGCHLD, signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(usual, signal.SIG_DFL)
        channel = socket.socket(fileno=keep_only(job, errors))
        tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
        # to print where it was takes a library longer, and more memory, than what it was asked to do
        os.environ["RUST_BACKTRACE"] = "0"
        os.chdir(folder)
        bound_resources(memory, seconds)
        answer_job(channel)
        code = EXIT_DONE
    except BaseException as error:
        if isinstance(error, MemoryError) or _is_full():
            code = EXIT_MEMORY
        else:
            _say_last(traceback.format_exc())
    finally:
        os._exit(code)


def _is_full() -> bool:
    """Whether memory has ended, whatever an exception says of it."""
    try:
        bytearray(_ROOM)
    except MemoryError:
        return True
    return False


def _scratch() -> int:
    """A file without a name, for the last words of a child."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("errors")
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def _last_words(errors: int) -> bytes:
    size = os.fstat(errors).st_size
    return os.pread(errors, _LAST_WORDS, max(0, size - _LAST_WORDS))


def _plain(words: bytes) -> str:
    """The last line that tells something, as it may be shown."""
    lines = [line for line in words.decode("utf-8", "replace").split("\n") if line.strip()]
    telling = [line for line in lines if not line.startswith("note:")] or [""]
    return "".join(c for c in telling[-1] if c.isprintable())[:200]


def _tell_end(told: int, end: End) -> None:
    try:
        os.write(told, end.model_dump_json().encode())
    except OSError:
        return  # who asked has its answer already, or has gone
    finally:
        os.close(told)


def end_group(pid: int) -> None:
    """End a child and whatever it started."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)
