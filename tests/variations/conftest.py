"""What the producers of the variations need of the machine."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import missing

# The sweep takes many minutes: it is a test of `make soak` only.
collect_ignore = [] if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else ["test_sweep.py"]

#: The fonts the forms are set in; both are in Debian's fonts-noto-cjk.
FONTS = ("Noto Sans CJK JP", "Noto Serif CJK JP")


@pytest.fixture(scope="session")
def japanese_fonts() -> tuple[str, ...]:
    """Japanese fonts of this machine."""
    listing = shutil.which("fc-list")
    if not listing:
        missing("fontconfig")
    found = subprocess.run([str(listing), ":lang=ja", "family"], check=True, capture_output=True).stdout.decode()
    for font in FONTS:
        if font not in found:
            missing(font)
    return FONTS


@pytest.fixture(scope="session")
def ghostscript(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], bytes]:
    """Ghostscript: ``ghostscript(pdf)`` gives the same pages written by another producer."""
    program = shutil.which("gs")
    if not program:
        missing("Ghostscript")
    folder = tmp_path_factory.mktemp("rewritten")

    def rewrite(data: bytes) -> bytes:
        before, after = folder / "before.pdf", folder / "after.pdf"
        before.write_bytes(data)
        command = [str(program), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite"]
        subprocess.run([*command, f"-sOutputFile={after}", str(before)], check=True, capture_output=True, timeout=60)
        return Path(after).read_bytes()

    return rewrite


@pytest.fixture(scope="session")
def soffice_all(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Path]], Path]:
    """LibreOffice over many files in one run: ``soffice_all(files)`` gives the folder of their PDFs."""
    program = shutil.which("soffice")
    if not program:
        missing("LibreOffice")
    profile = tmp_path_factory.mktemp("office-profile")

    def convert(files: list[Path]) -> Path:
        out = tmp_path_factory.mktemp("printed")
        command = [str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(out), *map(str, files)], check=True, capture_output=True, timeout=600)
        return out

    return convert
