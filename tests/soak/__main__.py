"""``python -m tests.soak [--kills 500] [--cuts 200] [--database sqlite|postgresql|both] [--seed N]``: kill, cut, and tell the
figures. Ends with 1 where anything was lost or left half done, and where the harness did not find what it must."""

import argparse
import sys
import time
from random import SystemRandom

from tests.postgresql import programs
from tests.soak import cuts, kills


class Progress:
    """A line on standard error, written anew at every step."""

    def __init__(self, what: str, count: int) -> None:
        self._what, self._count, self._begun = what, count, time.monotonic()

    def tell(self, done: int, figures: object) -> None:
        """So many are done, with these figures."""
        taken = time.monotonic() - self._begun
        left = taken / max(1, done) * (self._count - done)
        print(f"\r{self._what}: {figures}; {left / 60:.0f} min left  ", end="", file=sys.stderr, flush=True)
        if done == self._count:
            print(file=sys.stderr)


def main() -> int:
    """What was asked for, one after the other."""
    asked = argparse.ArgumentParser(prog="tests.soak")
    asked.add_argument("--kills", type=int, default=500)
    asked.add_argument("--cuts", type=int, default=200)
    asked.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    asked.add_argument("--seed", type=int, default=SystemRandom().randrange(10**9))
    told = asked.parse_args()
    print(f"seed {told.seed}", flush=True)
    well = True
    for database in ("sqlite", "postgresql"):
        if told.database in (database, "both") and told.kills:
            well &= _killed(database, told.kills, told.seed)
    if told.database != "postgresql" and told.cuts:
        well &= _cut(told.cuts, told.seed)
    return 0 if well else 1


def _killed(database: str, count: int, seed: int) -> bool:
    if database == "postgresql" and programs() is None:
        print("postgresql: its programs are not on this machine, nothing is proven about it here", flush=True)
        return True
    progress = Progress(database, count)
    found = kills.kills(count, database, seed, lambda figures: progress.tell(figures.kills, figures))
    print("\n  ".join([f"{database}: {found}", *found.lost, *found.problems]), flush=True)
    return not found.lost and not found.problems and found.acknowledged > 0


def _cut(count: int, seed: int) -> bool:
    shown = Progress("FULL", count)
    full = cuts.cuts(count, seed, progress=lambda figures: shown.tell(figures.cuts, figures))
    print("\n  ".join([f"synchronous=FULL: {full}", *full.broken]), flush=True)
    beside = Progress("NORMAL", count)
    normal = cuts.cuts(count, seed, "NORMAL", lambda figures: beside.tell(figures.cuts, figures))
    print(f"synchronous=NORMAL, which must lose or this proves nothing: {normal}", flush=True)
    return not full.lossy and not full.broken and normal.lossy > 0


if __name__ == "__main__":
    sys.exit(main())
