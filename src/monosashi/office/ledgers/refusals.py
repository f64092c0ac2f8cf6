"""What the keeping of outside books refuses, each with its stable code."""

from monosashi.office.refusals import Conflict, NotAsked, NotThere


class NoBooks(NotAsked):
    """Nothing was given that could be imported."""

    def __init__(self) -> None:
        super().__init__(
            "no-books",
            "取り込むファイルが選ばれていません。何も変更していません。帳簿のファイルを選んでください。",
            "No file was given. Nothing was changed. Choose the files of a book.",
        )


class NoSuchProject(NotThere):
    """A project that no imported edition has."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-project",
            "その事業は、取り込んだ帳簿にありません。事業の一覧から選ぶか、帳簿を取り込んでください。",
            "No imported book has that project. Choose one from the list, or import the book.",
        )


class BookBeingImported(Conflict):
    """Two imports of the same file at once: the other goes on, this one stops."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "book-being-imported",
            f"「{name}」は別の人が取り込んでいるところです。取り込みは続いています。一覧で終わりを確かめてください。",
            f"{name} is being imported by someone else, which goes on. Look at the list to see when it is done.",
        )


class NothingToLink(NotAsked):
    """Fewer than two editions were imported."""

    def __init__(self) -> None:
        super().__init__(
            "nothing-to-link",
            "つなぐ帳簿がありません。何も変更していません。事業の載った帳簿を二つ以上の年度について取り込んでください。",
            "There are no books to link. Nothing was changed. Import the projects of two years or more.",
        )


class NoSuchCandidate(NotAsked):
    """A choice that is not among the candidates."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-candidate",
            "選ばれたものは、突合せの候補にありません。何も変更していません。ページを開き直して、候補から選んでください。",
            "What was chosen is not among the candidates. Nothing was changed. Open the page again and choose one of them.",
        )


class NoSuchChoice(NotThere):
    """A choice that does not stand."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-choice",
            "その選択はありません（すでに取り消されたか、別の選択に替わっています）。何も変更していません。ページを開き直してください。",
            "There is no such choice: it was taken back, or another took its place. Nothing was changed. Open the page again.",
        )
