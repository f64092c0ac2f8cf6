"""Confinement: what a process that reads a stranger's file gives up before it looks at the file.

Memory, time, file sizes and open files are bounded by the system's own limits; every descriptor but one is closed; the
network is left where the system lets a process leave it. What the system refuses is told, never passed over.

Source: setrlimit(2), unshare(2), prctl(2), user_namespaces(7), proc(5).
"""

import ctypes
import os
import resource
import sys
from pathlib import Path

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_CHILD_SUBREAPER = 36
#: The largest file a reading may write: what another program converts on its behalf.
_FILE_BYTES = 512 * 1024 * 1024
_OPEN_FILES = 256
#: Room between where a process is ended and where the system refuses it memory.
_ROOM = 256 * 1024 * 1024


def leave_network() -> bool:
    """Move this process, and all it will fork, into a network of its own that has no way out. Whether it could."""
    if not sys.platform.startswith("linux"):
        return False
    user, group = os.getuid(), os.getgid()
    try:
        if ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
            return False
    except (OSError, AttributeError):
        return False
    for file, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        _tell(Path("/proc/self") / file, line)
    return True


def adopt_orphans() -> None:
    """Become the parent of whatever the children leave running, so that it can be found and ended (Linux)."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def children_of(pid: int) -> frozenset[int]:
    """The processes whose parent that is; none where the system does not tell."""
    try:
        return frozenset(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()))
    except (OSError, ValueError):
        return frozenset()


def bound_resources(memory_bytes: int, seconds: float) -> None:
    """Bound what this process and its children may take. ``memory_bytes``: beyond what it takes now, with some room, for
    who watches it ends it sooner; ``seconds``: of each processor. A limit that the system does not know, or has set
    lower already, stays as it is."""
    _bound(resource.RLIMIT_AS, _pages("self")[0] + memory_bytes + memory_bytes // 4 + _ROOM)
    _bound(resource.RLIMIT_CPU, int(seconds * (os.cpu_count() or 1)) + 1)
    _bound(resource.RLIMIT_FSIZE, _FILE_BYTES)
    _bound(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _bound(resource.RLIMIT_CORE, 0)
    # where memory runs out all the same, this process is to go first, and not the one that serves
    _tell(Path("/proc/self/oom_score_adj"), "1000")


def keep_only(kept: int, errors: int) -> int:
    """Close every open file but ``kept``, whose new number is returned; standard error goes to ``errors``, and the
    other two to nothing."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(errors, 2)
    moved = os.dup2(os.dup(kept), 3) if kept != 3 else 3
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.closerange(4, _most_open())
    return moved


def _most_open() -> int:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = max(soft, hard)
    return most if 0 < most < 1 << 20 else 1 << 20


def _bound(kind: int, most: int) -> None:
    _, hard = resource.getrlimit(kind)
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(kind, (bound, bound))
    except (OSError, ValueError):
        return


def resident(pid: int) -> int:
    """The memory that a process has to itself, in bytes; 0 where the system does not tell."""
    _, held, shared = _pages(str(pid))
    return held - shared


def _pages(process: str) -> tuple[int, int, int]:
    """Address space, resident memory, and what of that lies in files, in bytes; zeros where the system does not tell."""
    try:
        size, held, shared = Path("/proc", process, "statm").read_text(encoding="ascii").split()[:3]
    except (OSError, ValueError):
        return 0, 0, 0
    page = resource.getpagesize()
    return int(size) * page, int(held) * page, int(shared) * page


def _tell(file: Path, line: str) -> None:
    try:
        file.write_text(line, encoding="ascii")
    except OSError:
        return
