"""Documents and readings: kept once, by what they are."""

import datetime as dt
import hashlib
from importlib.metadata import version as version_of

from monosashi.model import Reading
from monosashi.store.canonical import sha256_of
from monosashi.store.models import KeptDocument, KeptReading


def keep_document(data: bytes, name: str, media_type: str, time: dt.datetime) -> KeptDocument:
    """The document with these bytes, kept now if it was not before (then under the name it had)."""
    found, _ = KeptDocument.objects.get_or_create(
        sha256=hashlib.sha256(data).hexdigest(),
        defaults={"name": name, "media_type": media_type, "size": len(data), "data": data, "added": time},
    )
    return found


def keep_reading(document: KeptDocument, reading: Reading, time: dt.datetime) -> KeptReading:
    """A reading of a document, as a new row; readings are never changed."""
    content = reading.model_dump_json()
    return KeptReading.objects.create(
        document=document,
        ordinal=reading.ordinal,
        content=content,
        sha256=sha256_of(content),
        reader=version_of("monosashi"),
        made=time,
    )


def opened_reading(kept: KeptReading) -> Reading:
    """The reading as it was made, corrections not yet laid over it."""
    return Reading.model_validate_json(kept.content)
