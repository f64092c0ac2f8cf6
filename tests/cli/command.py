"""The command line as a test calls it: in this process, or as a program of its own."""

import io
import subprocess
import sys
from unittest.mock import patch

from monosashi.cli import main


def run(*arguments: object) -> tuple[int, bytes, str]:
    """Exit code, standard output, standard error of ``monosashi`` called with these words, in this process."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    code: object = 0
    words = ["monosashi", *map(str, arguments)]
    with patch.object(sys, "argv", words), patch.object(sys, "stdout", out), patch.object(sys, "stderr", err):
        try:
            main()
        except SystemExit as ended:
            code = ended.code
        out.flush()
        err.flush()
    return (code if isinstance(code, int) else 0), _written(out), _written(err).decode()


def _written(stream: io.TextIOWrapper) -> bytes:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue()


def spawned(*arguments: object) -> tuple[int, bytes, str]:
    """The same of a program of its own, as a shell starts it."""
    command = [sys.executable, "-m", "monosashi", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr.decode()
