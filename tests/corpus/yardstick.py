"""The yardstick beside the checkout (``score.py``), held against readings of this process: one program start, not eight."""

import argparse
import csv
import importlib.util
import io
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from monosashi.model import Reading
from monosashi.office import table


def fields(shared: Path, readings: Sequence[Reading], truth: Path) -> tuple[int, int]:
    """How many leaves of the truth are right, and of how many (a row too many counts as one)."""
    asked = argparse.Namespace(truth=truth, sheet=1, command="", file="", verbose=False)
    return _held(_yardstick(shared, readings).fields, asked)


def cells(shared: Path, readings: Sequence[Reading], pages: Path) -> tuple[int, int]:
    """How many bordered cells of a PDF are right, and of how many (a cell too many counts as one)."""
    asked = argparse.Namespace(pages=pages, command="", file="", verbose=False)
    return _held(_yardstick(shared, readings).cells, asked)


def _held(measure: Callable[[argparse.Namespace], tuple[int, int]], asked: argparse.Namespace) -> tuple[int, int]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves closing its files to Python
        right, total = measure(asked)
    return right, total


def _yardstick(shared: Path, readings: Sequence[Reading]) -> ModuleType:
    """The yardstick, asking these readings for their tables where it would start the command."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools/score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "tools/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def ask(_command: str, name: str, _file: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(table(name, readings))))

    vars(module)["ask"] = ask
    return module
