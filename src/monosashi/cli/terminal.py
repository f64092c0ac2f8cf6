"""What the commands share with the terminal: exit codes, and sentences to standard error."""

import sys
from pathlib import Path
from typing import NoReturn

from monosashi.model import Reading
from monosashi.model.error import MonosashiError
from monosashi.office import read_path

EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_NO_SHEET = 3
EXIT_UNREADABLE = 4


def say(sentence: str) -> None:
    """A sentence to the person at the terminal."""
    print(sentence, file=sys.stderr)


def fail(error: MonosashiError) -> NoReturn:
    """End with the error's sentence and its exit code."""
    say(str(error))
    sys.exit(exit_code(error))


def exit_code(error: MonosashiError) -> int:
    """3 where the document holds no sheet, 2 for the caller's own mistake, 4 for everything that cannot be read."""
    return exit_code_of(error.code)


def exit_code_of(code: str) -> int:
    """The exit code that goes with the code of an error."""
    return {
        "no-sheet": EXIT_NO_SHEET,
        "bad-form": EXIT_USAGE,
        "bad-limit": EXIT_USAGE,
        "form-not-printable": EXIT_USAGE,
        "bad-decisions": EXIT_USAGE,
        "bad-tolerances": EXIT_USAGE,
        "unknown-code": EXIT_USAGE,
        "against-later": EXIT_USAGE,
        "unknown-rule": EXIT_USAGE,
        "unknown-year": EXIT_USAGE,
        "bad-thresholds": EXIT_USAGE,
        "unknown-measure": EXIT_USAGE,
        "unknown-sign": EXIT_USAGE,
        "unknown-path": EXIT_USAGE,
        "nothing-changes": EXIT_USAGE,
        "correction-unsigned": EXIT_USAGE,
        "correct-needs-reading": EXIT_USAGE,
        "not-a-report-form": EXIT_USAGE,
        "bad-counting-rule": EXIT_USAGE,
        "bad-register": EXIT_USAGE,
        "no-records": EXIT_USAGE,
    }.get(code, EXIT_UNREADABLE)


def readings_of(file: Path, form: Path | None = None) -> tuple[Reading, ...]:
    """The sheets of a file, or the end of the program with a sentence and its exit code."""
    try:
        return read_path(file, form)
    except MonosashiError as error:
        fail(error)
