"""The pages people read, and the commands they show."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)


def name_of(page: Path) -> str:
    """The page as the repository names it."""
    return page.relative_to(ROOT).as_posix()


def sessions(page: Path) -> list[list[tuple[str, str]]]:
    """The terminal sessions a page shows: each a list of commands with the output shown under them."""
    return [_session(match[1]) for match in _BLOCK.finditer(page.read_text(encoding="utf-8"))]


def _session(block: str) -> list[tuple[str, str]]:
    shown: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            shown.append((line[2:].strip(), ""))
        else:
            command, output = shown[-1]
            shown[-1] = (command, output + line)
    return shown
