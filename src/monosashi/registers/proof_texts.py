"""Proofs as one types them: an address, or a file by its sha256 and name, one a line.

>>> proofs_in("https://www.example.go.jp/news/1.html\\nsha256:" + "0" * 64 + " 議事録.pdf")[0]
(Proof(url='https://www.example.go.jp/news/1.html', sha256='', name=''), Proof(url='', sha256='0000000000000000000000000000000000000000000000000000000000000000', name='議事録.pdf'))
"""

import re
from collections.abc import Iterable

from monosashi.model import Proof
from monosashi.model.folding import fold
from monosashi.registers.not_entered import NotEntered, quoted

_FILE = re.compile(r"sha256:([0-9a-fA-F]{64})(?:\s+(.+))?")
_URL = re.compile(r"https?://\S{1,2000}")
_NAMED = re.compile(r"(https?://\S{1,2000})\s+(.+)")


def proofs_in(text: str) -> tuple[tuple[Proof, ...], tuple[NotEntered, ...]]:
    """The proofs a text tells, and the lines that are none."""
    proofs: list[Proof] = []
    faults: list[NotEntered] = []
    for line in filter(None, (line.strip(" \t\u3000\r") for line in text.split("\n"))):
        folded = fold(line)
        if match := _FILE.fullmatch(line):
            proofs.append(Proof(sha256=match[1].lower(), name=(match[2] or "").strip()))
        elif _URL.fullmatch(folded):
            proofs.append(Proof(url=folded))
        elif match := _NAMED.fullmatch(line):
            proofs.append(Proof(url=match[1], name=match[2].strip()))
        else:
            faults.append(_no_proof(line))
    return tuple(dict.fromkeys(proofs)), tuple(faults)


def proof_text(proofs: Iterable[Proof]) -> str:
    """Proofs as one types them; the inverse of ``proofs_in``."""
    return "\n".join(" ".join(filter(None, (one.url or f"sha256:{one.sha256}", one.name))) for one in proofs)


def _no_proof(line: str) -> NotEntered:
    return NotEntered(
        "no-proof",
        f"根拠資料「{quoted(line)}」は、アドレス（https://…）でもファイルの指紋（sha256:…）でもありません",
        f"The evidence {quoted(line)!r} is neither an address (https://...) nor a file's digest (sha256:...)",
        "アドレスを一行に一つ書いてください。ファイルは画面から付けます",
        "Write one address a line; files are attached on the record's page",
    )
