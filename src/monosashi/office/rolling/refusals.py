"""What rolling forward refuses."""

from monosashi.office.refusals import Conflict, NotAsked


class PolicyEnded(Conflict):
    """A policy that has no successor in the next year."""

    def __init__(self, slug: str, nendo: int) -> None:
        super().__init__(
            "policy-ended",
            f"「{slug}」の政策は、{nendo}年度の政策体系にありません。何も作っていません。「政策体系」の「対応表」で続く政策を付けるか、"
            "政策を選んで、もう一度操作してください。",
            f"The policy of {slug} is not in the framework of {nendo}. Nothing was made. Link it to its successor on the page "
            "of correspondences, or choose a policy, and do it again.",
        )


class UnknownChoice(NotAsked):
    """A way that no part of a sheet has, or a policy that is none of its successors."""

    def __init__(self, choice: str) -> None:
        super().__init__(
            "unknown-choice",
            f"「{choice}」は選べません。何も作っていません。ページを開き直して、示された中から選んでください。",
            f"{choice!r} cannot be chosen. Nothing was made. Open the page again and choose one of those shown.",
        )
