"""What the funds refuse, with its stable code."""

from monosashi.office.refusals import NotAsked, NotThere


class NoSuchFund(NotThere):
    """A fund that is not there, or is not the asker's to know of."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-fund",
            "そのファンドはありません。何も変更していません。ファンドの一覧から選んでください。",
            "There is no such fund. Nothing was changed. Choose one from the list of funds.",
        )


class BadDay(NotAsked):
    """A day that no calendar has."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            "bad-fund-day",
            f"「{typed}」は日付として読めません（例：2021-08-31）。何も変更していません。日付を書き直してください。",
            f"{typed!r} is no day (as 2021-08-31). Nothing was changed. Write the day again.",
        )
