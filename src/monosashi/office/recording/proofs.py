"""Evidence: an address or a file that proves a record. A file is kept by its sha256, for good; whoever may see the record
may open it."""

import hashlib

from django.db import transaction

from monosashi.model import Message, Noun, Proof, Record, RecordState
from monosashi.office.keeping import Actor, clock
from monosashi.office.limits import limits_here
from monosashi.office.recording.entering import Where
from monosashi.office.recording.refusals import BadProof, NoSuchRecord, RecordSavedMeanwhile, WrongState
from monosashi.office.recording.whose import record_seen, record_to
from monosashi.office.recording.writing import write
from monosashi.store.documents import keep_document
from monosashi.store.models import KeptRecord, RecordFile
from monosashi.store.records import opened_record

_LONGEST_URL = 2000
_LONGEST_NAME = 200


class File(Noun):
    """A file as it was given."""

    name: str
    data: bytes


@transaction.atomic
def attach(actor: Actor, where: Where, started_from: int, *, url: str = "", file: File | None = None) -> int:
    """Give a record one more piece of evidence, a link or a file. What is there already is not given twice. Gives the
    version's number. Raises ``BadProof``, ``RecordSavedMeanwhile``, ``WrongState``, ``NoSuchRecord``, ``MayNot``."""
    kept, record = _opened(actor, where, started_from)
    details: dict[str, object] = {"fields": ["proofs"]}
    if file is not None:
        proof = _kept_file(actor, kept, file)
        details["document"] = proof.sha256
    else:
        proof = _link(url)
    if any((one.url, one.sha256) == (proof.url, proof.sha256) for one in record.proofs):
        return kept.newest.number
    now = record.model_copy(update={"proofs": (*record.proofs, proof)})
    (version,) = write(actor, kept.ministry, [(kept, now)], "attach", details=details)
    return version.number


@transaction.atomic
def detach(actor: Actor, where: Where, started_from: int, number: int) -> int:
    """Take a piece of evidence off a record, by its place from 1; a file stays in its history. Raises as ``attach``."""
    kept, record = _opened(actor, where, started_from)
    if not 1 <= number <= len(record.proofs):
        raise BadProof(Message(ja="その根拠資料はありません。", en="There is no such evidence."))
    left = tuple(proof for place, proof in enumerate(record.proofs, start=1) if place != number)
    now = record.model_copy(update={"proofs": left})
    (version,) = write(actor, kept.ministry, [(kept, now)], "detach", details={"fields": ["proofs"]})
    return version.number


def file_of(actor: Actor, where: Where, sha256: str) -> tuple[str, bytes]:
    """A file that was given as a record's evidence, and its name. Raises ``NoSuchRecord``, ``SignInFirst``, ``MayNot``."""
    kept = record_seen(actor, where.ministry, where.register_code, where.code)
    found = (
        RecordFile.objects.filter(record=kept, document=sha256.replace("\x00", "?")).select_related("document").first()
    )
    if found is None:
        raise NoSuchRecord
    return found.name, bytes(found.document.data)


def _opened(actor: Actor, where: Where, started_from: int) -> tuple[KeptRecord, Record]:
    kept = record_to(actor, where.ministry, where.register_code, where.code)
    if kept.newest.number != started_from:
        raise RecordSavedMeanwhile(kept.address, started_from, kept.newest.number)
    record = opened_record(kept.newest)
    if record.state is RecordState.CANCELLED:
        raise WrongState(kept.address)
    return kept, record


def _link(url: str) -> Proof:
    found = url.strip()
    if (
        not found.startswith(("https://", "http://"))
        or len(found) > _LONGEST_URL
        or not found.isprintable()
        or " " in found
    ):
        raise BadProof(
            Message(
                ja="リンクは https:// で始まるアドレスを、空白を入れずに書いてください。",
                en="Write a link as an address that begins with https://, without blanks.",
            )
        )
    return Proof(url=found)


def _kept_file(actor: Actor, kept: KeptRecord, file: File) -> Proof:
    name = file.name.replace("\\", "/").rpartition("/")[2].strip()[:_LONGEST_NAME]
    most = limits_here().file_bytes
    if not file.data or not name or not name.isprintable():
        raise BadProof(Message(ja="ファイルが空か、名前がありません。", en="The file is empty, or has no name."))
    if len(file.data) > most:
        raise BadProof(
            Message(ja=f"ファイルが上限の{most:,}バイトを超えます。", en=f"The file is larger than {most:,} bytes.")
        )
    document = keep_document(file.data, name, "application/octet-stream", clock.now())
    RecordFile.objects.get_or_create(
        record=kept,
        document=document,
        defaults={"name": name, "person_name": actor.signed, "time": clock.now()},
    )
    return Proof(sha256=hashlib.sha256(file.data).hexdigest(), name=name)
