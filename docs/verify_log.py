"""Verify an exported log of monosashi against a published head. Needs Python and nothing else, not even monosashi.

    python verify_log.py log.jsonl 42:9f86d081884c7d65...

Each line of the export is an entry: its number, its hash, the digest of its record and, unless it is withheld from you,
the record itself. The digest is the sha256 of the record; the hash is the sha256 of number, previous hash and digest,
written with a blank between. So an edit, a gap or a cut tail shows: an edit breaks the hash of its entry, and a log that
was made anew from some entry on ends in another hash than the one that was published. Exit code 0: it verifies.
"""

import hashlib
import json
import sys


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def wrongs(lines: list[str], head: str) -> list[str]:
    """A sentence for each thing that is wrong."""
    found = []
    number, previous = 0, "0" * 64
    wanted_number, _, wanted_hash = head.partition(":")
    seen = ""
    for line in lines:
        entry = json.loads(line)
        digest = sha256(entry["record"]) if "record" in entry else entry["digest"]
        if entry["number"] != number + 1:
            found.append(f"entry {number + 1} is missing: entry {entry['number']} follows entry {number}")
        elif entry["hash"] != sha256(f"{entry['number']} {previous} {digest}"):
            found.append(f"entry {entry['number']} was edited: it does not give the hash it bears")
        if "record" in entry and json.loads(entry["record"]).get("number") != entry["number"]:
            found.append(f"entry {entry['number']} holds the record of another")
        number, previous = entry["number"], entry["hash"]
        if str(number) == wanted_number:
            seen = previous
    if not seen:
        found.append(f"the tail was cut off: entry {wanted_number} was published, and the log ends at entry {number}")
    elif seen != wanted_hash:
        found.append(f"entry {wanted_number} bears another hash than the one published: the log was made anew")
    return found


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python verify_log.py EXPORT NUMBER:HASH")
    with open(sys.argv[1], encoding="utf-8") as export:
        said = wrongs(export.read().splitlines(), sys.argv[2])
    print("\n".join(said) or "the log verifies")
    sys.exit(bool(said))
