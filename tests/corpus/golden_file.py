"""Golden files: what was found once and looked at. ``make golden`` writes them again; their diff is read."""

import json
import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, found: object) -> None:
    """That ``found`` is what the golden file says, or write it where ``GOLDEN=write`` asks for that."""
    path = _FOLDER / f"{name}.json"
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
