"""A comparison as JSON: what ``monosashi compare --json`` writes, and what a page offers one suffix away."""

import json

from monosashi.office.compare.comparison import Change, Comparison


def comparison_json(comparison: Comparison) -> str:
    """``{"before": {...}, "after": {...}, "changes": [...]}``, the same bytes each time."""
    tree = {
        "before": comparison.before.model_dump(),
        "after": comparison.after.model_dump(),
        "changes": [_record(change) for change in comparison.changes],
    }
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def _record(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "part": change.part.value,
        "before_path": change.before_path,
        "after_path": change.after_path,
        "before": change.before,
        "after": change.after,
        "score": change.score,
        "message": change.message.model_dump(),
    }
