"""Frozen trees: a copy with another thing at a path, sharing everything beside it."""

from typing import Any, TypeVar

from monosashi.model import Noun

Tree = TypeVar("Tree", bound=Noun)


def put(tree: Tree, path: str, now: Any) -> Tree:
    """The tree with ``now`` at a path.

    >>> from monosashi.model import Note, Sheet
    >>> put(Sheet(notes=(Note(mark="※", text="前"),)), "/notes/0/text", "後").notes[0].text
    '後'
    """
    changed: Tree = _put(tree, path.split("/")[1:], now)
    return changed


def _put(node: Any, steps: list[str], now: Any) -> Any:
    if not steps:
        return now
    first, rest = steps[0], steps[1:]
    if isinstance(node, tuple):
        n = int(first)
        return (*node[:n], _put(node[n], rest, now), *node[n + 1 :])
    return node.model_copy(update={first: _put(getattr(node, first), rest, now)})
