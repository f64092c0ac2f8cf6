"""What the framework refuses, each with what to do next."""

from monosashi.office.refusals import Conflict, NotAsked, NotThere


class NoSuchPeriod(NotThere):
    """A period that is not there, or another ministry's."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-period",
            "その計画期間はありません。「政策体系」のページから選んでください。",
            "There is no such period. Choose one on the page of the framework.",
        )


class NoSuchPolicy(NotThere):
    """A policy, field or link of the tree that is not there, or another ministry's."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-policy",
            "その政策（又は分野）は、政策体系にありません。「政策体系」のページから選んでください。",
            "The framework has no such policy or field. Choose one on the page of the framework.",
        )


class NumberTaken(Conflict):
    """A number that another policy of the period bears."""

    def __init__(self, number: str, name: str) -> None:
        super().__init__(
            "number-taken",
            f"番号「{number}」は、同じ期間の「{name}」が使っています。何も変更していません。別の番号にするか、先にそちらの番号を変えてください。",
            f"The number {number} is that of {name!r} in the same period. Nothing was changed. Take another number, or change "
            "that policy's first.",
        )


class YearsTaken(Conflict):
    """A period over years that another period has."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "years-taken",
            f"その年度は、「{name}」の期間と重なります。何も変更していません。初めと終わりの年度を確かめてください。",
            f"Those years are also in the period {name!r}. Nothing was changed. Check the first and the last year.",
        )


class PolicyInUse(Conflict):
    """A policy, field or year that something rests on."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "policy-in-use",
            f"「{name}」には、事前分析表、他の期間との対応又は政策が付いているので、削れません。何も変更していません。先にそれらを移してください。",
            f"Sheets, links to another period or policies rest on {name!r}, so it cannot be taken away. Nothing was changed. "
            "Move those first.",
        )


class BadEntry(NotAsked):
    """Something typed into the framework that cannot be used."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(
            "bad-framework-entry",
            f"{ja}何も変更していません。直して、もう一度送ってください。",
            f"{en} Nothing was changed. Mend it and send it again.",
        )
