"""The worker: a document is read in a process that may die without harm to anything else."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from monosashi.model.error import MonosashiError
from monosashi.office import publish_sheet, read, worker
from monosashi.office.job import Job, do_job
from monosashi.office.samples import sample_sheets
from monosashi.office.warm import end_group
from monosashi.office.worker import Protection, read_in_worker
from monosashi.reading.limits import Limits
from tests.hostile.package_maker import cell, rows_xml, worksheet, xlsx
from tests.hostile.pages import page


@pytest.fixture(scope="module")
def workbook() -> bytes:
    """A sample as the official workbook."""
    return publish_sheet(sample_sheets()[0], "excel")


def breaking() -> bytes:
    """A workbook that the parser of workbooks wants more memory for than there is: a column no worksheet has."""
    return xlsx(worksheet(rows_xml() + f'<row r="9">{cell("ZZZZZZZZZ9", "x")}</row>'))


def slow() -> bytes:
    """A page that takes seconds."""
    return page(f"<table>{('<tr>' + '<td>x' * 1000) * 1000}</table>")


def test_a_document_reads_the_same_in_a_process_of_its_own(workbook: bytes) -> None:
    here = read(workbook, "a.xlsx")
    assert read_in_worker(workbook, "a.xlsx") == here
    answer = do_job(Job(name="a.xlsx"), workbook)
    assert answer.readings() == here


def test_an_error_comes_back_with_its_code_and_sentences() -> None:
    with pytest.raises(MonosashiError) as there:
        read_in_worker(b"no workbook", "a.xlsx")
    with pytest.raises(MonosashiError) as here:
        read(b"no workbook", "a.xlsx")
    assert (there.value.code, there.value.message) == (here.value.code, here.value.message)


@pytest.mark.parametrize(
    ("data", "name", "limits", "code"),
    [
        (slow(), "a.html", Limits(memory_bytes=32 << 20), "worker-memory"),
        (slow(), "a.html", Limits(seconds=1), "worker-time"),
        (breaking(), "a.xlsx", Limits(), "worker-memory"),
    ],
)
def test_what_ends_the_process_is_an_error_and_the_next_file_is_read(
    workbook: bytes, data: bytes, name: str, limits: Limits, code: str
) -> None:
    with pytest.raises(MonosashiError) as error:
        read_in_worker(data, name, limits=limits)
    assert error.value.code == code
    for sentence in (error.value.message.ja, error.value.message.en):
        assert name in sentence
    assert len(read_in_worker(workbook, "a.xlsx")) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="children are found in /proc")
def test_a_parser_that_breaks_down_is_an_error_that_names_the_signal() -> None:
    warm = worker.warm_process().process
    children = Path(f"/proc/{warm}/task/{warm}/children")
    # one that has ended may still be listed until it is waited for
    ended = set(children.read_text().split())
    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(read_in_worker, slow(), "a.html")
        while not (begun := set(children.read_text().split()) - ended):
            time.sleep(0.01)
        os.kill(int(begun.pop()), signal.SIGSEGV)
        with pytest.raises(MonosashiError, match="SIGSEGV") as error:
            reading.result()
    assert error.value.code == "worker-died"


def test_many_threads_read_at_once(workbook: bytes) -> None:
    expected = read(workbook, "a.xlsx")
    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda _: read_in_worker(workbook, "a.xlsx"), range(12)))
    assert found == [expected] * 12


def test_a_warm_process_that_is_gone_is_started_again(workbook: bytes) -> None:
    read_in_worker(workbook, "a.xlsx")
    first = worker.warm_process().process
    os.kill(first, signal.SIGKILL)
    assert len(read_in_worker(workbook, "a.xlsx")) == 1
    assert worker.warm_process().process != first


def test_one_is_started_from_a_program_with_threads(workbook: bytes) -> None:
    worker.stop()
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        assert len(read_in_worker(workbook, "a.xlsx")) == 1
        assert worker.warm_process().spawned is not None
    finally:
        done.set()
        waiting.join()
        worker.stop()


def test_nothing_is_left_behind(workbook: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    worker.stop()
    read_in_worker(workbook, "a.xlsx")
    files = len(list(Path("/dev/fd").iterdir()))
    for data, name in ((workbook, "a.xlsx"), (breaking(), "a.xlsx"), (b"", "a.txt")) * 3:
        try:
            read_in_worker(data, name)
        except MonosashiError:
            continue
    time.sleep(0.2)
    assert (len(list(Path("/dev/fd").iterdir())), list(tmp_path.iterdir())) == (files, [])
    worker.stop()


#: What a process can still do once it is confined: told on the one descriptor that it keeps.
_CONFINED = """
import os, resource, socket, sys, tempfile
from monosashi.office.confinement import bound_resources, keep_only, leave_network
secret = open("/etc/passwd")
left = leave_network()
kept = keep_only(int(sys.argv[1]), 2)
bound_resources(100 << 20, 5)
def fails(what):
    try:
        what()
    except (OSError, MemoryError) as error:
        return type(error).__name__
told = [
    left,
    sorted(int(n) for n in os.listdir("/proc/self/fd"))[:4],
    fails(lambda: socket.create_connection(("127.0.0.1", int(sys.argv[2])), 2)) is not None,
    fails(lambda: bytearray(900 << 20)),
    [resource.getrlimit(kind)[1] for kind in (resource.RLIMIT_CORE, resource.RLIMIT_NOFILE)],
]
os.write(kept, repr(told).encode())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="told by /proc")
def test_a_confined_process_has_no_files_no_network_and_no_more_memory() -> None:
    told, tell = os.pipe()
    alone = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    with os.fdopen(told) as ending, socket.create_server(("127.0.0.1", 0)) as door:
        command = [sys.executable, "-c", _CONFINED, str(tell), str(door.getsockname()[1])]
        subprocess.run(command, pass_fds=(tell,), check=True, timeout=60, env=alone)
        os.close(tell)
        left, files, offline, memory, limits = eval(ending.read())  # noqa: S307  our own words
    assert files == [0, 1, 2, 3]
    assert offline == left
    assert memory == "MemoryError"
    assert limits == [0, 256]


def test_a_child_is_ended_with_what_it_started() -> None:
    command = ["sh", "-c", "sleep 100 & echo $!; wait"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as child:
        assert child.stdout
        grandchild = int(child.stdout.readline())
        end_group(child.pid)
        child.wait(10)
        until = time.monotonic() + 10
        while _runs(grandchild) and time.monotonic() < until:
            time.sleep(0.02)
        assert not _runs(grandchild)


#: Prints whether what a child left running is found.
_ORPHANS = """
import os, subprocess, sys
from monosashi.office.confinement import adopt_orphans, children_of
adopt_orphans()
left = int(subprocess.run(["sh", "-c", "setsid sleep 60 >&2 & echo $!"], capture_output=False, stdout=-1).stdout)
print(left in children_of(os.getpid()))
os.kill(left, 9)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="found in /proc")
def test_what_a_child_leaves_running_in_a_session_of_its_own_is_found() -> None:
    told = subprocess.run([sys.executable, "-c", _ORPHANS], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout == "True\n"


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().split()[2] != "Z"


@pytest.mark.parametrize(
    ("protection", "word"),
    [
        (Protection(process=True, network=True), None),
        (Protection(process=True, network=False), "network"),
        (Protection(process=False, network=False), "process of its own"),
    ],
)
def test_what_protection_lacks_is_said(protection: Protection, word: str | None) -> None:
    lacking = protection.lacking
    assert (lacking is None) == (word is None)
    if lacking and word:
        assert word in lacking.en
