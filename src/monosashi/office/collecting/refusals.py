"""What a round refuses, each with its stable code."""

from collections.abc import Mapping

from monosashi.model import Message
from monosashi.model.error import MonosashiError
from monosashi.office.refusals import Conflict, NotAsked, NotThere
from monosashi.reading.rounds.reply import Fault


class NoSuchRound(NotThere):
    """A round that is not there, or is not the asker's to know of."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-round",
            "その照会はありません。何も変更していません。照会の一覧から選んでください。",
            "There is no such round. Nothing was changed. Choose one from the list of rounds.",
        )


class NoSuchAsk(NotThere):
    """A line of a round that is not there, or is not the asker's."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-ask",
            "その指標は、この照会にはありません。何も変更していません。照会のページから選び直してください。",
            "This round asks for no such measure. Nothing was changed. Choose again from the round's page.",
        )


class OtherWorkbook(NotThere):
    """A workbook of another round, or of another organisation: nothing is told of it."""

    def __init__(self) -> None:
        super().__init__(
            "other-workbook",
            "このブックは、この照会であなたに配られたものではありません。何も反映していません。この照会のページから取り出したブックを送ってください。",
            "This is not a workbook that this round gave to you. Nothing was taken over. Send the one from this round's page.",
        )


class WorkbookRefused(NotAsked):
    """A file that cannot be read as a round's workbook: the code and sentences are the reader's."""

    def __init__(self, error: MonosashiError) -> None:
        super().__init__(error.code, error.message.ja, error.message.en)


class BadRound(NotAsked):
    """A round that cannot be opened or changed as it was filled in."""

    def __init__(self, why: Message) -> None:
        super().__init__(
            "bad-round",
            f"照会の内容に足りないところがあります。{why.ja}何も変更していません。",
            f"The round is not complete. {why.en} Nothing was changed.",
        )


class NothingChosen(NotAsked):
    """A bulk act without a line to act on, or without what it needs."""

    def __init__(self, why: Message) -> None:
        super().__init__(
            "nothing-chosen",
            f"{why.ja}何も変更していません。選んでから、もう一度操作してください。",
            f"{why.en} Nothing was changed.",
        )


class FaultyAnswers(NotAsked):
    """Answers of which some cannot be taken; none was. ``faults``: by ask."""

    def __init__(self, faults: Mapping[int, tuple[Fault, ...]]) -> None:
        count = sum(map(len, faults.values()))
        super().__init__(
            "faulty-answers",
            f"直すところが{count}か所あるため、どの回答も反映していません。書いたものは下書きに残っています。直して、もう一度送ってください。",
            f"{count} places need to be put right, so none of the answers was taken over. What you wrote is kept as a draft. "
            "Put them right and send again.",
        )
        self.faults = dict(faults)


class RoundClosed(Conflict):
    """The round, or the line, takes no more answers."""

    def __init__(self) -> None:
        super().__init__(
            "round-closed",
            "この照会は締め切られているので、回答を受け付けません。何も変更していません。直したいときは、評価担当に再開を頼んでください。",
            "This round is closed and takes no more answers. Nothing was changed. Ask the evaluation office to open it again.",
        )


class AnswersMoved(Conflict):
    """Answers have changed since the preview that is being confirmed was made."""

    def __init__(self) -> None:
        super().__init__(
            "answers-moved",
            "確認の画面を出したあとに、ほかの人が回答を変えました。まだ何も反映していません。送ったブックは残っているので、確認の画面を開き直してください。",
            "Another person changed an answer after this preview was made. Nothing was taken over yet. The workbook is kept; "
            "open the preview again.",
        )


class NoMail(Conflict):
    """Mail is not set up."""

    def __init__(self) -> None:
        super().__init__(
            "mail-not-set",
            "メールを送る設定がありません。何も送っていません。文面を写して送るか、管理者に設定を頼んでください。",
            "Mail is not set up. Nothing was sent. Copy the text, or ask the keeper of the system.",
        )
