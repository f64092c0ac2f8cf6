"""What each file of a batch is called in the output folder: NAME.json, and no two files the same.

Files that share a name are told apart by their suffix, then by their folder, then by a digest of their place. A name
that would be another's second sheet (NAME-2) is told apart too.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from monosashi.office.document import document_name

#: A name that the second sheet of another file may bear.
_LATER = re.compile(r"(.+)-[1-9][0-9]*")
#: Longer names leave no room for -2.json in the 255 bytes of a file system.
_LONGEST = 200


def names_of(files: Iterable[Path]) -> dict[Path, str]:
    """A name for each file, the same whatever their order.

    >>> names = names_of([Path("in/a.pdf"), Path("in/a.xlsx"), Path("in/b.xlsx"), Path("old/b.xlsx")])
    >>> [names[file] for file in sorted(names)]
    ['a.pdf', 'a.xlsx', 'in-b.xlsx', 'old-b.xlsx']
    """
    names = {file: safe_name(file) for file in files}
    for tell in (_with_suffix, _with_folder, _with_digest):
        for file in _clashing(names):
            names[file] = tell(file)
    return names


def safe_name(file: Path) -> str:
    """A file's name without its suffix, as it can be written and printed: what cannot becomes a low line.

    >>> safe_name(Path("x/表\\n1.xlsx"))
    '表_1'
    """
    return _safe(Path(document_name(file)).stem)


def _clashing(names: dict[Path, str]) -> list[Path]:
    alike: dict[str, list[Path]] = defaultdict(list)
    for file, name in names.items():
        alike[_key(name)].append(file)
    clashing = [file for same in alike.values() if len(same) > 1 for file in same]
    later = [file for file, name in names.items() if (base := _LATER.fullmatch(name)) and _key(base[1]) in alike]
    return [*clashing, *(file for file in later if len(alike[_key(names[file])]) == 1)]


def _with_suffix(file: Path) -> str:
    return _safe(document_name(file))


def _with_folder(file: Path) -> str:
    return _safe(f"{document_name(file.resolve().parent)}-{document_name(file)}")


def _with_digest(file: Path) -> str:
    digest = hashlib.sha256(str(file.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return f"{_with_suffix(file)}-{digest[:12]}"


def _safe(name: str) -> str:
    plain = "".join(c if c.isprintable() else "_" for c in name)
    while len(plain.encode()) > _LONGEST:
        plain = plain[:-1]
    return plain


def _key(name: str) -> str:
    """By what a file system may take two names for one."""
    return unicodedata.normalize("NFC", name).casefold()
