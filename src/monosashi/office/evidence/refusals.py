"""What the pages of evidence refuse."""

from monosashi.office.refusals import NotThere


class NoSuchCount(NotThere):
    """A number that no counting rule derives."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-count",
            "その値を数える算定の規則か記録がありません。何も変更していません。数字の一覧から選んでください。",
            "No counting rule derives that number, or there are no records. Nothing was changed. Choose one from the list.",
        )
