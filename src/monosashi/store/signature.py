"""Signature: who did something, as the log and the versions name them for good: by name and account.

Two people may bear one name, and a name may change; an account is one person's and is never given to another.
"""

from typing import NewType

#: A name with its account. A type of its own, so that no act can be logged under a name alone.
Signature = NewType("Signature", str)
#: Where nobody has signed in, as when a lock-out comes by itself.
NOBODY = Signature("")
#: The longest there is: a name and an account of 150 letters each, with brackets.
LONGEST = 302


def signed(name: str, account: str) -> Signature:
    """The name with its account, which is what stands in the last brackets; the name alone for what acts without one.

    >>> signed("山田 太郎", "soumu-kokusai-1")
    '山田 太郎（soumu-kokusai-1）'
    >>> signed("この機械の管理者", "")
    'この機械の管理者'
    """
    return Signature(f"{name}（{account}）" if account else name)
