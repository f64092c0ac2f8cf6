"""What a review refuses, and how it says so."""

from collections.abc import Sequence

from monosashi.model import Message
from monosashi.office.refusals import Conflict, NotAllowed, NotAsked, NotThere


class WrongState(Conflict):
    """A step that does not follow from where the sheet stands."""

    def __init__(self, slug: str, step: Message, stands: Message) -> None:
        super().__init__(
            "wrong-state",
            f"「{slug}」は今「{stands.ja}」なので、「{step.ja}」はできません。何も変更していません。ページを開き直して、今の状態を確かめてください。",
            f"{slug} is {stands.en} now, so it cannot be {step.en}. Nothing was changed. Open the page again to see how it "
            "stands.",
        )


class VersionMoved(Conflict):
    """A step about a version that is no longer the newest."""

    def __init__(self, slug: str, asked: int, now: int) -> None:
        super().__init__(
            "version-moved",
            f"「{slug}」は、第{asked}版を見ているあいだに第{now}版が保存されました。何も変更していません。"
            "新しい版を見てから、もう一度操作してください。",
            f"While you were looking at version {asked} of {slug}, version {now} was saved. Nothing was changed. Look at the "
            "new one and do it again.",
        )


class SamePerson(NotAllowed):
    """A step by someone whose own work it would check (four eyes)."""

    def __init__(self, step: Message, others: Sequence[str]) -> None:
        names = "、".join(others)
        ja = (
            f"{names}がこの手順を行えます。"
            if others
            else "行える人がほかにいません。管理者に、担当者の登録を頼んでください。"
        )
        en = (
            f"These may do it: {', '.join(others)}."
            if others
            else "Nobody else may: ask the keeper of the system to enter another officer."
        )
        super().__init__(
            "same-person",
            f"「{step.ja}」は、その前に書いた人・確認した人とは別の人が行います。何も変更していません。{ja}",
            f"To be {step.en}, a sheet needs another person than who wrote or checked it before. Nothing was changed. {en}",
        )


class ReleaseBlocked(Conflict):
    """A release while something stands in its way."""

    def __init__(self, slug: str, reasons: Sequence[Message]) -> None:
        first = reasons[0]
        super().__init__(
            "release-blocked",
            f"「{slug}」は、まだ公表できません（{len(reasons)}件。まず：{first.ja}）。何も公表していません。"
            "「確認・公表」のページの一覧を片づけてから、もう一度操作してください。",
            f"{slug} cannot be released yet ({len(reasons)} in the way, first: {first.en}). Nothing was released. Settle what "
            "its review page lists and do it again.",
        )


class NothingNew(Conflict):
    """A release of what the last edition says already."""

    def __init__(self, slug: str, edition: int) -> None:
        super().__init__(
            "nothing-new",
            f"「{slug}」の内容は、公表済みの第{edition}版と同じです。何も公表していません。変更を保存してから公表してください。",
            f"{slug} says what its edition {edition} says already. Nothing was released. Save a change first.",
        )


class ReasonWanted(NotAsked):
    """An act that has to be explained, without words."""

    def __init__(self) -> None:
        super().__init__(
            "reason-wanted",
            "この操作には理由が要ります。何も変更していません。理由を書いて、もう一度操作してください。",
            "This needs a reason. Nothing was changed. Write the reason and do it again.",
        )


class EmptyText(NotAsked):
    """A comment or proposal without words, or with too many."""

    def __init__(self, most: int) -> None:
        super().__init__(
            "text-wanted",
            f"文が空か、長すぎます（{most:,}字まで）。何も保存していません。1字以上{most:,}字以内で書いてください。",
            f"The text is empty or too long (at most {most:,} characters). Nothing was kept. Write one within that.",
        )


class UnknownStep(NotAsked):
    """A step or state that there is not."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "unknown-step",
            f"「{name[:40]}」という手順・戻し先はありません。何も変更していません。ページのボタンから選んでください。",
            f"There is no step or state {name[:40]!r}. Nothing was changed. Choose by the buttons of the page.",
        )


class NoSuchValue(NotAsked):
    """A path at which the sheet has no value."""

    def __init__(self, path: str) -> None:
        super().__init__(
            "no-such-value",
            f"「{path[:120]}」という場所は、この表にありません。何も保存していません。値の一覧から選んでください。",
            f"The sheet has no place {path[:120]!r}. Nothing was kept. Choose from the list of values.",
        )


class NoSuchFinding(NotAsked):
    """A finding that the sheet does not have (any more)."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "no-such-finding",
            f"「{code[:60]}」という指摘は、今の版にありません。何も変更していません。一覧から選び直してください。",
            f"The newest version has no finding {code[:60]!r}. Nothing was changed. Choose again from the list.",
        )


class NoSuchSign(NotAsked):
    """A grade or mark that the rule in force does not have for what it was given to."""

    def __init__(self, sign: str) -> None:
        super().__init__(
            "no-such-sign",
            f"「{sign[:20]}」は、この表に適用される規則の区分にありません。何も変更していません。並んでいる区分から選んでください。",
            f"{sign[:20]!r} is no grade or mark of the rule in force. Nothing was changed. Choose one of those listed.",
        )


class NoSuchMark(NotThere):
    """A comment, proposal or decision that is not there."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-mark",
            "そのコメント・提案・判断はありません。一覧から選んでください。",
            "There is no such comment, proposal or decision. Choose one from the list.",
        )


class MarkClosed(Conflict):
    """A mark that has been settled already."""

    def __init__(self) -> None:
        super().__init__(
            "mark-closed",
            "それは、もう処理が済んでいます。何も変更していません。ページを開き直して、今の状態を確かめてください。",
            "That has been settled already. Nothing was changed. Open the page again to see how it stands.",
        )


class NotYours(NotAllowed):
    """What only its author may do."""

    def __init__(self) -> None:
        super().__init__(
            "not-yours",
            "取り下げや解決は、書いた人（必ず解決すべきものは、書いた人か評価担当・局の確認者）が行います。何も変更していません。"
            "書いた人に頼んでください。",
            "Only its author may withdraw it, and its author or who answers for the sheet resolve it. Nothing was changed. "
            "Ask the author.",
        )


class ReasonKindNeeded(NotAsked):
    """A proposal for a target, a baseline or a definition that does not say what kind of reason it has."""

    def __init__(self) -> None:
        super().__init__(
            "reason-kind-needed",
            "目標値、基準値、指標の定義を変える提案には、理由の種類が要ります。まだ提案していません。"
            "理由の種類を選んで、もう一度提案してください。",
            "To propose another target, baseline or definition, choose the kind of reason. Nothing was proposed yet. Choose "
            "one and propose again.",
        )


class SameAsNow(Conflict):
    """A proposal of what stands there already."""

    def __init__(self) -> None:
        super().__init__(
            "same-as-now",
            "提案の文は、今の記載と同じです。何も変更していません。別の文を書いてください。",
            "The proposal says what stands there already. Nothing was changed. Write another text.",
        )


class NoSuchEdition(NotThere):
    """An edition that was never released."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-edition",
            "その番地で公表された表・版・指標はありません。一覧から選んでください。",
            "Nothing was released at that address. Choose from the list.",
        )


class NoSuchVersion(NotThere):
    """A version that a sheet does not have."""

    def __init__(self, slug: str, number: int) -> None:
        super().__init__(
            "no-such-version",
            f"「{slug}」に第{number}版はありません。履歴から選んでください。",
            f"{slug} has no version {number}. Choose from its history.",
        )
