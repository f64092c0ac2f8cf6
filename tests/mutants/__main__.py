"""``make mutants``: mutate, run the tests of the mutated modules, print the share killed, hold survivors to the list.

A survivor is a change no test notices. Each is listed with its reason in docs/mutants.md, or is a test to be written.
"""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from rich.console import Console

ROOT = Path(__file__).parents[2]
#: The share of mutants that must be killed, module by module taken together.
GOAL = 0.90
_LINE = re.compile(r"\s*(?P<name>\S+?)\.x_(?P<mutant>\S+): (?P<outcome>.+)")
_CONSOLE = Console(width=110)


def main() -> int:
    """Exit 0 where the goal is reached and every survivor is listed."""
    _mutmut("run")
    outcomes = [match for line in _mutmut("results", "--all", "true").splitlines() if (match := _LINE.match(line))]
    by_module: dict[str, Counter[str]] = {}
    for match in outcomes:
        by_module.setdefault(match["name"], Counter())[match["outcome"]] += 1
    for module, counted in by_module.items():
        _CONSOLE.print(f"{module}: {_killed(counted)} of {counted.total()} killed ({_share(counted):.1%})")
    whole = sum(by_module.values(), Counter[str]())
    _CONSOLE.print(f"all: {_killed(whole)} of {whole.total()} killed ({_share(whole):.1%}); goal {GOAL:.0%}")
    survivors = [match["mutant"] for match in outcomes if match["outcome"] not in _KILLED]
    listed = (ROOT / "docs" / "mutants.md").read_text(encoding="utf-8")
    unlisted = [name for name in survivors if f"`{name.rpartition('__mutmut_')[0]}`" not in listed]
    for name in unlisted:
        _CONSOLE.print(f"not listed in docs/mutants.md: {name}", style="bold red")
    return 0 if whole and _share(whole) >= GOAL and not unlisted else 1


#: A mutant that hangs is noticed as surely as one that fails.
_KILLED = frozenset({"killed", "timeout"})


def _killed(counted: Counter[str]) -> int:
    return sum(counted[outcome] for outcome in _KILLED)


def _share(counted: Counter[str]) -> float:
    return _killed(counted) / counted.total() if counted else 0.0


def _mutmut(*words: str) -> str:
    """What the program prints. It exits above 0 where a mutant survives, so its code says nothing here."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if not done.stdout and done.stderr:
        _CONSOLE.print(done.stderr, style="red")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
