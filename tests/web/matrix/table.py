"""The table of answers as text: routes that answer alike share a block, so that a person can read it."""

from collections import defaultdict
from collections.abc import Mapping

#: Of one route and method: for each role, the codes for each target in order.
Codes = Mapping[str, tuple[str, ...]]


def written(answers: Mapping[str, Codes], targets: tuple[str, ...]) -> str:
    """The table. ``answers``: by method and address."""
    alike: dict[tuple[tuple[str, tuple[str, ...]], ...], list[str]] = defaultdict(list)
    for question, codes in answers.items():
        alike[tuple((role, _shortened(row)) for role, row in codes.items())].append(question)
    blocks = [_block(codes, questions, targets) for codes, questions in alike.items()]
    head = "Columns of five or more codes: " + ", ".join(targets) + ".\nOne code: the same for every target."
    return head + "\n\n" + "\n\n".join(sorted(blocks, key=lambda block: block.split("\n")[-1])) + "\n"


def _shortened(row: tuple[str, ...]) -> tuple[str, ...]:
    return row[:1] if len(set(row)) == 1 else row


def _block(codes: tuple[tuple[str, tuple[str, ...]], ...], questions: list[str], targets: tuple[str, ...]) -> str:
    lines = [f"{role:15}{'  '.join(f'{code:>5}' for code in row)}" for role, row in codes]
    return "\n".join([*lines, *(f"    {question}" for question in sorted(questions))])
