"""A small library, a client that asks for its pages, and a server for browsers."""

import hashlib
import os
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.test import Client

from monosashi.model import Cell, Coverage, Document, Finding, Place, Reading, Sheet
from monosashi.office import publish_sheet, read
from monosashi.office.library import FolderLibrary
from monosashi.office.samples import sample_sheets
from tests.publishing.html.sheets import MEASURE, finding, small_sheet, trace

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "monosashi.web.settings")

from monosashi.web.library_key import LIBRARY
from monosashi.web.wsgi import application_for

ORIGINAL = b"the original"
NAME = "soumu-R4-2"


def findings(reading: Reading) -> tuple[Finding, ...]:
    """Findings of each severity for the small sheet, none for the other."""
    if reading.sheet.policy.name != small_sheet().policy.name:
        return ()
    return (
        finding(f"{MEASURE}/target/value", "note", "target-keeps", "維持です。"),
        finding(f"{MEASURE}/baseline/value", "error", "baseline-mean", "平均と合いません。"),
        finding("/programmes/0/money/0", "warning", "executed-over-budget", "執行額が超えています。"),
        finding("/goals/0", "note", "no-outcome", "アウトカム指標がありません。"),
    )


def reading_of(sheet: Sheet, original: bytes, name: str) -> Reading:
    """A reading of a workbook with a word left over."""
    left = Cell(place=Place(page=1, x0=1, top=99, x1=1, bottom=99, worksheet="様式"), text="余り")
    return Reading(
        document=Document(name=name, sha256=hashlib.sha256(original).hexdigest(), media_type="application/x-test"),
        sheet=sheet,
        trace=trace(f"{MEASURE}/baseline/value", f"{MEASURE}/target/value"),
        leftover=(left,),
        coverage=Coverage(fields=90, furniture=8, leftover=2),
    )


@pytest.fixture
def library(tmp_path: Path) -> FolderLibrary:
    """Two sheets: the small one of 総務省, and an empty one of 環境省."""
    kept = FolderLibrary(tmp_path, findings)
    kept.add(ORIGINAL, [reading_of(small_sheet(), ORIGINAL, "港の表 R4.xlsx")])
    other = Sheet.model_validate({"identifier": "環境省R3－1", "title": "事前分析表（令和３年度）"})
    kept.add(b"other", [reading_of(other, b"other", "b.xlsx")])
    return kept


@pytest.fixture
def client(library: FolderLibrary) -> Client:
    """A client of the small library. An error of ours is an answer, as in service, not an exception."""
    return client_of(library)


def client_of(library: FolderLibrary) -> Client:
    """A client of a library."""
    application_for(library)
    environ: dict[str, Any] = {LIBRARY: library}
    return Client(raise_request_exception=False, headers={"host": "127.0.0.1"}, **environ)


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name is the base class's
        """Nothing is logged in a test."""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@pytest.fixture
def address(library: FolderLibrary) -> Iterator[str]:
    """The address of a server that shows the small library."""
    server = make_server("127.0.0.1", 0, application_for(library), server_class=_Server, handler_class=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@cache
def sample_read() -> tuple[bytes, tuple[Reading, ...]]:
    """The sample's workbook with what is read from it, once for all tests."""
    data = publish_sheet(sample_sheets()[1], "excel")
    return data, read(data, "sample.xlsx")
