"""``monosashi correct``: a correction laid over a JSON reading, with its reason."""

import datetime as dt
import getpass
from pathlib import Path
from typing import Annotated

import typer

from monosashi.cli.terminal import fail, say
from monosashi.model.error import MonosashiError
from monosashi.model.folding import unbroken
from monosashi.office import correct_file

At = Annotated[
    str, typer.Option("--at", help="直す値の場所。指摘の path のとおり / the path of the value, as findings print it")
]
Now = Annotated[str, typer.Option("--now", help="正しい文字。空なら空欄 / what it should read; empty for a blank")]
Why = Annotated[str, typer.Option("--why", help="理由 / the reason")]
Who = Annotated[
    str | None, typer.Option("--who", help="だれの訂正か。なければ使用者名 / whose it is; your login name else")
]
Out = Annotated[
    Path | None, typer.Option("-o", "--out", help="書く先。なければ同じファイル / where to; the same file else")
]


def correct(
    file: Annotated[Path, typer.Argument(help="read が書いた JSON / a JSON reading")],
    at: At,
    now: Now,
    why: Why,
    who: Who = None,
    out: Out = None,
) -> None:
    """読み取った値を訂正する。元の読取りは残る。 Correct a value that was read; what was read stays in the file."""
    target = out or file
    try:
        made = correct_file(file, at, now, who=_login() if who is None else who, when=_clock(), why=why, out=target)
    except MonosashiError as error:
        fail(error)
    say(f"{made.at}: 「{unbroken(made.was)}」→「{unbroken(made.now)}」 {made.who} {made.when.isoformat()}")
    print(target)


def _login() -> str:
    """The user's name; nothing where the system knows none, and then a name has to be given."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _clock() -> dt.datetime:
    return dt.datetime.now().astimezone().replace(microsecond=0)
