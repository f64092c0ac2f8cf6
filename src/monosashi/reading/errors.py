"""What can go wrong before there is a sheet."""

from monosashi.model.error import MonosashiError


class UnreadableDocument(MonosashiError):
    """The bytes are of no kind that is read, or are damaged. Nothing was kept."""

    def __init__(self, name: str, why_ja: str, why_en: str, code: str = "unreadable") -> None:
        super().__init__(
            code,
            f"「{name}」を読めません。{why_ja}何も保存していません。Excel（.xlsx）で保存し直して、もう一度読んでください。",
            f"Cannot read {name!r}: {why_en} Nothing was kept. Save it again as Excel (.xlsx) and read it once more.",
        )


class NoSheetFound(MonosashiError):
    """The document could be opened, but no known form's labels stand in it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "no-sheet",
            f"「{name}」に、知っている様式の見出し（政策名、測定指標、達成手段など）が見つかりません。何も保存していません。"
            "別のファイルでないかを確かめてください。",
            f"No labels of a known form (政策名, 測定指標, 達成手段 ...) stand in {name!r}. Nothing was kept. "
            "Check that it is the right file.",
        )
