"""The reason of a change to people or organisations, which stands in the log."""

from monosashi.office.refusals import NotAsked

LONGEST = 500


class WhyMissing(NotAsked):
    """A change without a reason."""

    def __init__(self) -> None:
        super().__init__(
            "why-missing",
            f"理由を 1〜{LONGEST} 字で書いてください。記録に残ります。何も変更していません。",
            f"Give a reason of 1 to {LONGEST} characters; it stands in the log. Nothing was changed.",
        )


def given(why: str) -> str:
    """The reason, without blanks around it. Raises ``WhyMissing``."""
    reason = why.strip()
    if not 1 <= len(reason) <= LONGEST:
        raise WhyMissing
    return reason
