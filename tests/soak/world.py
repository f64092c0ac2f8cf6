"""The office that is soaked: ``python -m tests.soak.world`` makes its tables, people and sheets in the database of the
environment, and prints the cookies of those who work there."""

import json
import os
from pathlib import Path

import django
from django.core.management import call_command

from monosashi.web.secret import make_secret_key
from tests.soak.clients import RELEASED


def main() -> None:
    """Make it."""
    make_secret_key(Path(os.environ["MONOSASHI_FOLDER"]))
    django.setup()
    # straight from the models: what is soaked is the server, and migrations have tests of their own
    call_command("migrate", verbosity=0, run_syncdb=True, interactive=False)
    from django.test import Client  # noqa: PLC0415  after the set-up

    from tests.office.review.hands import clear  # noqa: PLC0415
    from tests.world import make_world  # noqa: PLC0415

    world = make_world()
    # what the checks find in the sheet that is released is answered for, so that only the steps are in the way
    clear(world.actor("other-bureau"), RELEASED)
    cookies = {}
    for username, person in world.people.items():
        client = Client()
        person.refresh_from_db()
        client.force_login(person)
        cookies[username] = client.cookies["sessionid"].value
    print(json.dumps(cookies))


if __name__ == "__main__":
    main()
