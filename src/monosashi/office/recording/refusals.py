"""What the keeping of records refuses, each with its stable code."""

from collections.abc import Sequence

from monosashi.model import Message, Record, RecordFault
from monosashi.model.error import MonosashiError
from monosashi.office.refusals import Conflict, NotAsked, NotThere


class NoSuchRegister(NotThere):
    """A register that is not there, or is not the asker's to know of."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-register",
            "その台帳はありません。何も変更していません。台帳の一覧から選んでください。",
            "There is no such register. Nothing was changed. Choose one from the list of registers.",
        )


class NoSuchRecord(NotThere):
    """A record that is not there, or is not the asker's to know of."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-record",
            "その記録はありません。何も変更していません。台帳の一覧から選んでください。",
            "There is no such record. Nothing was changed. Choose one from the register's list.",
        )


class NoSuchRule(NotThere):
    """A counting rule that is not there, or is not the asker's to know of."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-counting-rule",
            "その算定の規則はありません。何も変更していません。規則の一覧から選んでください。",
            "There is no such counting rule. Nothing was changed. Choose one from the list of rules.",
        )


class NoSuchUpload(NotThere):
    """A workbook or file of records that is not there, or is not the asker's to know of."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-records-upload",
            "その取り込みはありません。何も変更していません。台帳のページから送り直してください。",
            "There is no such upload. Nothing was changed. Send the file again from the register's page.",
        )


class RecordRefused(NotAsked):
    """A record that cannot be kept as it was filled in: ``faults`` tells what is wrong where."""

    def __init__(self, faults: Sequence[RecordFault]) -> None:
        first = faults[0]
        super().__init__(
            "record-refused",
            f"記録に直すところが{len(faults)}か所あります（{first.ja}）。何も保存していません。直して、もう一度保存してください。",
            f"The record has {len(faults)} faults ({first.en}) Nothing was saved. Mend them and save again.",
        )
        self.faults = tuple(faults)


class RecordSavedMeanwhile(Conflict):
    """Another version of a record was saved since the one this save started from."""

    def __init__(self, address: str, started_from: int, now: int) -> None:
        super().__init__(
            "record-saved-meanwhile",
            f"「{address}」は、第{started_from}版から書き始めたあと、ほかの人が第{now}版を保存しました。何も保存していません。"
            "両方を見比べて、保存し直してください。",
            f"{address} was at version {started_from} when you began and is at {now} now. Nothing was saved. Look at both "
            "and save again.",
        )
        self.started_from = started_from
        self.now = now


class RecordTaken(Conflict):
    """A record's id that is in use already."""

    def __init__(self, address: str) -> None:
        super().__init__(
            "record-exists",
            f"「{address}」という番号の記録は、もうあります。何も保存していません。番号を変えるか、空けて新しい番号を受けてください。",
            f"There is a record {address} already. Nothing was saved. Take another id, or leave it blank to be given one.",
        )


class WrongState(Conflict):
    """A record that is not in a state in which this may be done."""

    def __init__(self, address: str) -> None:
        super().__init__(
            "record-state",
            f"「{address}」の今の状態では、その操作はできません。何も変更していません。記録を開き直して、今の状態を確かめてください。",
            f"{address} is not in a state in which this may be done. Nothing was changed. Open the record again and see how "
            "it stands.",
        )


class NoReason(NotAsked):
    """An act that needs a reason, without one."""

    def __init__(self) -> None:
        super().__init__(
            "record-reason-needed",
            "理由が書かれていません。何も変更していません。理由を書いて、もう一度操作してください。",
            "No reason is given. Nothing was changed. Give the reason and do it again.",
        )


class BadProof(NotAsked):
    """Evidence that is neither an address nor a file that can be kept."""

    def __init__(self, why: Message) -> None:
        super().__init__(
            "bad-proof",
            f"根拠資料を付けられませんでした。{why.ja}何も変更していません。",
            f"The evidence was not attached. {why.en} Nothing was changed.",
        )


class BadDefinition(NotAsked):
    """A register or counting rule that cannot be kept as it was written."""

    def __init__(self, why: Message) -> None:
        super().__init__(
            "bad-definition",
            f"定義に直すところがあります。{why.ja}何も保存していません。直して、もう一度送ってください。",
            f"The definition cannot be kept. {why.en} Nothing was saved. Mend it and send it again.",
        )


class DefinitionRefused(NotAsked):
    """A text that defines no register or rule: the code and sentences are the parser's."""

    def __init__(self, error: MonosashiError) -> None:
        super().__init__(error.code, error.message.ja, error.message.en)


class RecordsFileRefused(NotAsked):
    """A file that cannot be read as records: the code and sentences are the reader's."""

    def __init__(self, error: MonosashiError) -> None:
        super().__init__(error.code, error.message.ja, error.message.en)


class OtherRegistersWorkbook(NotAsked):
    """A workbook of another register, or of another ministry's."""

    def __init__(self) -> None:
        super().__init__(
            "other-registers-workbook",
            "このブックは、この台帳のものではありません。何も取り込んでいません。この台帳のページから取り出したブックを送ってください。",
            "This is not a workbook of this register. Nothing was taken over. Send the one from this register's page.",
        )


class RecordsMoved(Conflict):
    """A file of records whose plan is no longer the one that was looked at."""

    def __init__(self) -> None:
        super().__init__(
            "records-moved",
            "確かめたあとに、台帳が変わったか、直すところのあるファイルです。何も取り込んでいません。もう一度、内容を確かめてください。",
            "The register has changed since you looked, or the file has faults. Nothing was taken over. Look at it again.",
        )


class BatchRefused(NotAsked):
    """Records that a program gave, of which one cannot be kept."""

    def __init__(self, record: Record, why: Message) -> None:
        super().__init__(
            "records-refused",
            f"「{record.address}」を台帳に入れられません（{why.ja}）。どの記録も入れていません。",
            f"{record.address} cannot be entered ({why.en}) No record was entered.",
        )
