"""The demo office, made ready to be served."""

import os
from collections.abc import Iterator
from pathlib import Path

from monosashi.web.setup import open_office

#: Set where the office is a demo, so that its pages show the accounts to sign in with.
DEMO = "MONOSASHI_DEMO"


def open_demo(folder: Path) -> Iterator[str]:
    """Fill an empty office in a folder, and tell each step; one that has people already is opened as it is."""
    os.environ[DEMO] = "1"
    open_office(folder)
    from monosashi.office.demo_office import ACCOUNTS, PASSWORD, is_empty, load_demo_office  # noqa: PLC0415

    if is_empty():
        yield from load_demo_office()
    names = " ".join(account.username for account in ACCOUNTS)
    yield f"ログイン sign in: {names} （パスワード password: {PASSWORD}）"
