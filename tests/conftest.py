"""What tests need from the machine. What is missing is a loud skip; in CI it is a failure."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.world import World, make_world

ROOT = Path(__file__).resolve().parents[1]

# One speed on every machine: a slow day must not turn a law into a failure. CI draws the same examples each run.
# `make test` draws few and is quick; `make thorough` goes through the same laws once more with many.
settings.register_profile("local", deadline=None, max_examples=20)
settings.register_profile("ci", deadline=None, max_examples=20, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=60, derandomize=True)
settings.register_profile("soak", deadline=None, max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "local"))


def missing(what: str) -> None:
    """Skip, saying what is missing; fail where everything must be there."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and in CI every test runs")
    pytest.skip(f"{what} is missing on this machine: this test proves nothing here")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The published inputs beside the checkout."""
    folder = ROOT.parent / "shared"
    if not (folder / "seed").is_dir():
        missing("../shared")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of this machine."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        missing("Chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield running
        running.close()


Convert = Callable[[Path, str], Path]


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """LibreOffice: ``soffice(file, "pdf")`` gives the converted file, in a folder of its own."""
    program = shutil.which("soffice")
    if not program:
        missing("LibreOffice")
    profile = tmp_path_factory.mktemp("office-profile")

    def convert(file: Path, to: str) -> Path:
        out = tmp_path_factory.mktemp("converted")
        command = [str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", to]
        subprocess.run([*command, "--outdir", str(out), str(file)], check=True, capture_output=True, timeout=180)
        return out / f"{file.stem}.{to.partition(':')[0]}"

    return convert


@pytest.fixture
def world(db: None) -> World:
    """The small world of ``tests.world``, gone after the test."""
    return make_world()


@pytest.fixture
def lasting_world(transactional_db: None) -> World:
    """The same, really committed: for servers, threads and other processes."""
    return make_world()
