"""What intake refuses, each with a stable code."""

from monosashi.office.refusals import Conflict, NotAsked, NotThere


class NoSuchIntake(NotThere):
    """An intake there is not, or that is another's."""

    def __init__(self, number: int) -> None:
        super().__init__(
            "no-such-intake",
            f"取り込み {number} はありません。取り込みの一覧から選んでください。",
            f"There is no intake {number}. Choose one from the list of intakes.",
        )


class NothingSent(NotAsked):
    """An upload without a file."""

    def __init__(self) -> None:
        super().__init__(
            "nothing-sent",
            "ファイルが選ばれていません。何も保存していません。ファイルを選んでから、もう一度送ってください。",
            "No file was chosen. Nothing was kept. Choose files and send them again.",
        )


class NotInThatState(Conflict):
    """What was asked cannot be done to an intake in its state: it was accepted, set aside, or is being read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "intake-moved-on",
            f"「{name}」の状態が変わっているので、その操作はできません（受入れ済み、取り置き、読取り中のどれかです）。"
            "何も変更していません。ページを開き直して、今の状態を確かめてください。",
            f'"{name}" is in another state now (accepted, set aside, or being read), so this cannot be done. Nothing was '
            "changed. Open the page again and look at its state.",
        )


class CorrectedMeanwhile(Conflict):
    """Another person corrected the value since the page was opened."""

    def __init__(self, stands: str) -> None:
        super().__init__(
            "corrected-meanwhile",
            f"ページを開いたあとに、この値はほかの人が直しました。今は「{stands}」です。あなたの訂正はまだ保存していません。"
            "書いたものは下に残っています。見比べて、要るならもう一度保存してください。",
            f"Someone corrected this value after you opened the page; it now reads {stands!r}. Your correction is not kept "
            "yet; what you wrote is still below. Compare, and save again if need be.",
        )


class CorrectionNotLast(Conflict):
    """Only the last standing correction of a value can be taken back."""

    def __init__(self) -> None:
        super().__init__(
            "correction-not-last",
            "この訂正は、もう取り消されているか、あとから別の訂正が重ねられています。何も変更していません。新しいものから順に取り消してください。",
            "This correction was taken back already, or another was laid over it. Nothing was changed. Take back the "
            "newest first.",
        )


class NotPlainText(NotAsked):
    """A text with characters that no sheet can print."""

    def __init__(self) -> None:
        super().__init__(
            "not-plain-text",
            "制御文字など、表に印字できない文字が入っています。何も変更していません。その文字を除いて、もう一度保存してください。",
            "The text holds characters that no sheet prints, such as control characters. Nothing was changed. Leave them "
            "out and save again.",
        )


class NothingToCorrect(NotAsked):
    """A correction to what stands there already."""

    def __init__(self) -> None:
        super().__init__(
            "nothing-to-correct",
            "その文字は、もうそこにあります。何も変更していません。原本どおりなら「確認済みにする」を押してください。",
            "That text stands there already. Nothing was changed. If it is as the original says, confirm it.",
        )


class NoReasonGiven(NotAsked):
    """A correction without its reason."""

    def __init__(self) -> None:
        super().__init__(
            "reason-missing",
            "訂正の理由がありません。まだ保存していません。理由を選ぶか書いて、もう一度保存してください。",
            "The correction has no reason. It is not kept yet. Choose or write one and save again.",
        )


class NoSuchField(NotAsked):
    """A place on the sheet at which nothing can be corrected."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-field",
            "直す欄が選ばれていないか、その欄が表にありません。まだ保存していません。欄を選んで、もう一度保存してください。",
            "No field was chosen, or the sheet has no such field. Nothing is kept yet. Choose a field and save again.",
        )


class NotSaidWhose(NotAsked):
    """An acceptance that does not say, or not rightly, whose the sheet is, of which year and number."""

    def __init__(self) -> None:
        super().__init__(
            "whose-missing",
            "受け入れるには、担当、年度、番号が要ります。まだ何も作っていません。印の付いた欄を埋めて、もう一度押してください。",
            "To accept, say whose it is, the fiscal year and the number. Nothing was made yet. Fill the fields that are "
            "marked and press again.",
        )


class WorkLeft(NotAsked):
    """An acceptance while items of work are left, without saying so."""

    def __init__(self, left: int) -> None:
        super().__init__(
            "work-left",
            f"確認していない項目が{left}件あります。まだ受け入れていません。確認を済ませるか、「残したまま受け入れる」に印を付けてください。",
            f"{left} items have not been confirmed. Nothing was accepted yet. Confirm them, or tick that you accept it as "
            "it is.",
        )
