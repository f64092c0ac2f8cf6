"""``monosashi verify-log``: whether the log, and all it tells of, is as it was."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from monosashi.cli.office import Folder
from monosashi.cli.terminal import EXIT_FINDINGS, fail, say
from monosashi.model.error import MonosashiError

Heads = Annotated[
    list[str] | None,
    typer.Option(
        "--head", metavar="NUMBER:HASH", help="公表してある末尾。何度でも / a head that was published; repeat it"
    ),
]
Export = Annotated[
    Path | None,
    typer.Option(
        "--file",
        help="書き出した記録（JSONL）だけを調べる / examine an exported log instead",
        exists=True,
        dir_okay=False,
    ),
]


def verify_log(head: Heads = None, file: Export = None, folder: Folder = None) -> None:
    """記録が書き換えられていないかを調べる。 Find any edit, gap or cut tail of the log, and whatever is kept past it."""
    from monosashi.web.setup import set_up, use_office  # noqa: PLC0415  no other verb waits for the web to load

    try:
        if file:
            set_up(folder)
        else:
            use_office(folder)
        from monosashi.office.operations.proving import prove_and_note, prove_export  # noqa: PLC0415

        proof = prove_export(file, head or ()) if file else prove_and_note(head or ())
    except MonosashiError as error:
        fail(error)
    for problem in proof.problems:
        print(f"{problem.code}\n  {problem.message.ja}\n  {problem.message.en}")
    if not proof.holds:
        say(f"{len(proof.problems)} 件の問題があります。 {len(proof.problems)} problems.")
        sys.exit(EXIT_FINDINGS)
    print(proof.head)
    say("記録に問題はありません。 The log verifies.")
