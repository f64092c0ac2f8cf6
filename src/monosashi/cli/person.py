"""``monosashi person``: accounts, from the machine itself. A fresh office gets its first keeper here."""

from pathlib import Path
from typing import Annotated

import typer

from monosashi.cli.office import Folder
from monosashi.cli.terminal import fail, say
from monosashi.model.error import MonosashiError
from monosashi.office.places import default_folder

person = typer.Typer(
    name="person",
    help="利用者を追加、一覧、停止する。 Add, list and close accounts.",
    no_args_is_help=True,
    add_completion=False,
)

Username = Annotated[str, typer.Argument(metavar="NAME", help="ユーザー名 / the user name")]
Why = Annotated[str, typer.Option("--why", help="理由（記録に残る） / the reason, which stands in the log")]
Role = Annotated[
    str,
    typer.Option("--role", help="office, bureau, division, council, auditor, sysadmin（日本語でも / or in Japanese）"),
]
Organisation = Annotated[str, typer.Option("--organisation", help="所属の略号 / the organisation's address")]
FullName = Annotated[
    str, typer.Option("--name", help="氏名（なければユーザー名） / the person's name, else the user name")
]
Email = Annotated[str, typer.Option("--email", help="メールアドレス / address of mail")]
Ask = Annotated[
    bool,
    typer.Option(
        "--ask", help="パスワードを端末で決める（なければ一回限りのものを作る） / type the password here instead"
    ),
]
Closed = Annotated[bool, typer.Option("--closed", help="停止した人も / closed ones too")]


@person.command()
def add(
    username: Username,
    role: Role,
    organisation: Organisation = "",
    name: FullName = "",
    email: Email = "",
    ask: Ask = False,
    folder: Folder = None,
) -> None:
    """利用者を追加する。 Add an account; its one-time password is shown once."""
    with _Office(folder):
        from monosashi.web.people.terminal import add_person  # noqa: PLC0415  the office is made ready first

        password = _typed_password() if ask else ""
        given = add_person(username, name or username, role, organisation, email, password)
        say(f"追加しました added: {username}")
        _hand_out(given)


@person.command("list")
def list_people(closed: Closed = False, folder: Folder = None) -> None:
    """利用者の一覧を出す。 List the accounts."""
    with _Office(folder):
        from monosashi.web.people.terminal import people_lines  # noqa: PLC0415  the office is made ready first

        for line in people_lines(closed):
            print("\t".join(line))


@person.command()
def close(username: Username, why: Why, folder: Folder = None) -> None:
    """利用者を停止する。 Close an account, ending its sessions and tokens."""
    with _Office(folder):
        from monosashi.web.people.terminal import close_person  # noqa: PLC0415  the office is made ready first

        close_person(username, why)
        say(f"停止しました closed: {username}")


@person.command()
def password(username: Username, why: Why, ask: Ask = False, folder: Folder = None) -> None:
    """パスワードを出し直し、受付停止を解く。 Give another password, and unlock the account."""
    with _Office(folder):
        from monosashi.web.people.terminal import give_password  # noqa: PLC0415  the office is made ready first

        _hand_out(give_password(username, why, _typed_password() if ask else ""))


@person.command("reset-second-factor")
def reset_second_factor(username: Username, why: Why, folder: Folder = None) -> None:
    """二段階認証を解く。 Take the second factor of an account away."""
    with _Office(folder):
        from monosashi.web.people.terminal import reset_factor  # noqa: PLC0415  the office is made ready first

        reset_factor(username, why)
        say(f"二段階認証を解きました reset: {username}")


class _Office:
    """The office of a folder, made ready; an error of ours ends the program with its sentence."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder or default_folder()

    def __enter__(self) -> None:
        from monosashi.web.setup import open_office  # noqa: PLC0415

        try:
            open_office(self._folder)
        except MonosashiError as error:
            fail(error)

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, MonosashiError):
            fail(error)


def _typed_password() -> str:
    """A password typed twice, not shown."""
    typed: str = typer.prompt("パスワード password", hide_input=True, confirmation_prompt=True, err=True)
    return typed


def _hand_out(given: str) -> None:
    """The password for standard output, the words around it not, so that it can be piped."""
    if given:
        say("一回限りのパスワード（表示は今回だけ） one-time password, shown this once:")
        print(given)
