"""Kinds that only an office suite opens (.doc, .rtf, .odt) -> paper: LibreOffice makes a .docx of them, which is then read.

The conversion runs in a folder and with a profile of its own, without macros and links, and is ended when it takes too
long. Where LibreOffice is not installed the error says so.
"""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from monosashi.model import Finding, Severity
from monosashi.reading.errors import Encrypted, UnreadableDocument
from monosashi.reading.limits import Limits
from monosashi.reading.paper import Paper
from monosashi.reading.telling import told
from monosashi.reading.word import read_word

#: The longest a conversion may take, in seconds.
LONGEST = 120
_PROGRAMS = ("soffice", "libreoffice")
#: A .doc's own head (FIB): its magic number, and the bit that says it is encrypted.
_FIB, _FLAGS, _ENCRYPTED = b"\xec\xa5", 0x0A, 0x0100


def read_doc(data: bytes, name: str, limits: Limits) -> Paper:
    """A Word 97-2003 file. Raises ``UnreadableDocument`` (``needs-libreoffice``, ``encrypted``)."""
    if _is_encrypted(data):
        raise Encrypted(name)
    return _read_converted(data, name, limits, ".doc")


def read_rtf(data: bytes, name: str, limits: Limits) -> Paper:
    """A rich text file."""
    return _read_converted(data, name, limits, ".rtf")


def read_odt(data: bytes, name: str, limits: Limits) -> Paper:
    """An OpenDocument text."""
    return _read_converted(data, name, limits, ".odt")


def _read_converted(data: bytes, name: str, limits: Limits, suffix: str) -> Paper:
    paper = read_word(_converted(data, name, suffix, min(LONGEST, limits.seconds)), name, limits)
    return Paper(paper.grid, paper.starts, (_how(suffix), *paper.findings))


def _how(suffix: str) -> Finding:
    return told(
        "converted",
        Severity.NOTE,
        suffix,
        f"{suffix} は LibreOffice で .docx に変換してから読みました。紙面と違うところがないか確かめてください。",
        f"The {suffix} was converted to .docx by LibreOffice and then read; check that nothing differs from the paper.",
    )


def _converted(data: bytes, name: str, suffix: str, seconds: float) -> bytes:
    program = next((found for found in map(shutil.which, _PROGRAMS) if found), None)
    if program is None:
        raise UnreadableDocument(
            name,
            f"{suffix} を読むには LibreOffice が要りますが、この機械にはありません。",
            f"reading {suffix} needs LibreOffice, which is not installed here.",
            code="needs-libreoffice",
            next_ja="LibreOffice を入れて読み直すか、Word で .docx に保存し直したファイルを読んでください。",
            next_en="Install LibreOffice and read it again, or save it as .docx in Word and read that.",
        )
    with TemporaryDirectory(prefix="monosashi-") as folder:
        source = Path(folder, f"document{suffix}")
        source.write_bytes(data)
        _run(program, source, seconds, name)
        target = source.with_suffix(".docx")
        if not target.is_file():
            raise UnreadableDocument(
                name, f"{suffix} の中身を LibreOffice が開けません。", f"LibreOffice cannot open this {suffix}."
            )
        return target.read_bytes()


def _run(program: str, source: Path, seconds: float, name: str) -> None:
    """One conversion, in a session of its own, so that everything it started ends with it."""
    folder = source.parent
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(source),
    ]
    home = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder)}
    with subprocess.Popen(  # noqa: S603  the program is LibreOffice, the file's name is ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=home,
        start_new_session=True,
    ) as running:
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocument(
                name,
                f"LibreOffice での変換が{seconds:.0f}秒で終わりません。",
                f"converting it with LibreOffice takes more than {seconds:.0f} seconds.",
                code="too-slow",
                next_ja="Word で .docx に保存し直したファイルを読んでください。",
                next_en="Save it as .docx in Word and read that.",
            ) from error
        finally:
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGKILL)


def _is_encrypted(data: bytes) -> bool:
    """Whether the text stream, which most programs write first in the file, says that it is encrypted."""
    at = data.find(_FIB, 512, 1024)
    flags = data[at + _FLAGS : at + _FLAGS + 2] if at >= 0 else b""
    return bool(int.from_bytes(flags, "little") & _ENCRYPTED)
