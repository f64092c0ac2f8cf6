"""An import in a process of its own, to be killed: ``python -m tests.office.ledgers.import_child BOOK`` with the folder in
the environment. Prints what is kept in the end, as one line."""

import hashlib
import os
import sys
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command


def main() -> None:
    """Make the tables, import, and tell."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "monosashi.web.settings"
    django.setup()
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", verbosity=0, run_syncdb=True, interactive=False)
    from monosashi.office.ledgers import importing  # noqa: PLC0415  the apps are ready only now
    from monosashi.office.people.operator import OPERATOR  # noqa: PLC0415
    from monosashi.store.models import KeptProject, LedgerFault, LedgerSource, LogEntry  # noqa: PLC0415

    importing.BATCH = 20
    book = Path(sys.argv[1])
    print("ready", flush=True)
    importing.import_books(OPERATOR, [(book, book.name)])
    kept = hashlib.sha256()
    for row in KeptProject.objects.order_by("edition", "code").values_list("code", "line", "digest", "content"):
        kept.update(repr(row).encode())
    counts = LedgerSource.objects.values_list("position", "projects", "unchanged", "replaced", "faults").get()
    print(kept.hexdigest(), counts, LedgerFault.objects.count(), LogEntry.objects.filter(verb="import-book").count())


if __name__ == "__main__":
    main()
