"""A small office in the folder or database of the environment, made as a server makes it, with something of everything:
``python -m tests.office.operations.small_office FOLDER``. What it keeps is the same each time, but for what is drawn at
random (salts, lasting ids) and the clock."""

import sys
from pathlib import Path

from monosashi.web.setup import open_office

DOCUMENT = "原本".encode()


def fill() -> None:
    """The small world with a second version, an edition, a draft, a comment and a document read and accepted."""
    from django.db import transaction  # noqa: PLC0415  needs Django set up

    from monosashi.office.keeping import save  # noqa: PLC0415
    from monosashi.office.keeping.projecting import project  # noqa: PLC0415
    from monosashi.store.documents import keep_document  # noqa: PLC0415
    from monosashi.store.log import append  # noqa: PLC0415
    from monosashi.store.models import Comment, Draft, Intake, Release  # noqa: PLC0415
    from monosashi.store.signature import signed  # noqa: PLC0415
    from tests.world import make_world, sheet_of  # noqa: PLC0415

    world = make_world()
    save(world.actor("office"), "soumu-R4-2", 1, sheet_of("soumu-R4-3"), reason_code="misprint", reason="＝誤記")
    kept = world.sheets["soumu-R4-5"]
    version = kept.newest
    with transaction.atomic():
        document = keep_document(DOCUMENT, "原本.txt", "text/plain", kept.created)
        append(
            "upload", "1", person=signed("officeさん", "office"), time=kept.created, details={"sha256": document.sha256}
        )
        told = {"edition": 1, "sha256": version.sha256, "version": 1}
        append(
            "release",
            kept.slug,
            person=signed("officeさん", "office"),
            time=kept.created,
            details=told,
            whose=kept.ministry,
        )
        Release.objects.create(sheet=kept, edition=1, version=version, person_name="officeさん", time=kept.created)
        project(kept, version, released=True)
    person = world.people["bureau"]
    Intake.objects.create(
        document=document, ministry=kept.ministry, person=person, name=document.name, started=kept.created
    )
    Draft.objects.create(sheet=kept, person=person, base=version, edits={"/title": "=1+1\n①"}, saved=kept.created)
    Comment.objects.create(
        sheet=kept, version=version, person=person, person_name=person.name, text="根拠は？", time=kept.created
    )


if __name__ == "__main__":
    open_office(Path(sys.argv[1]))
    fill()
