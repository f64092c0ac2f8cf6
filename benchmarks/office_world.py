"""The office that is loaded: invented sheets of eight measures with six years each, in the database of the environment.

``python -m benchmarks.office_world 300`` makes it and prints, as JSON, a cookie for each person and the names of the
sheets.
"""

import json
import os
import sys
from pathlib import Path

import django
from django.core.management import call_command

from monosashi.model import Sheet
from monosashi.office.samples import sample_sheets
from monosashi.web.secret import make_secret_key

PEOPLE = 50
_LAST_YEAR = "令和８年度"
_MINISTRY = "mirai"
#: The sample has nine measures; this one is left out.
_LEFT_OUT = "/goals/2/levers/1/"


def invented_sheet(number: int) -> Sheet:
    """The invented sample with another number: eight measures, each with targets and actuals of six years."""
    said = sample_sheets()[1].model_dump(mode="json")
    said["identifier"] = f"（未来生活省R6－{number}）"
    said["goals"][-1]["levers"].pop()
    for goal in said["goals"]:
        for lever in goal["levers"]:
            for indicator in lever["indicators"]:
                for measure in indicator["measures"]:
                    measure["targets"].append({**measure["targets"][-1], "years": [_LAST_YEAR]})
                    measure["actuals"].append({"year": _LAST_YEAR, "value": "-", "state": "not_yet"})
    # nothing may point at the measure that was left out
    for rationale in said["rationales"]:
        rationale["measures"] = [path for path in rationale["measures"] if not path.startswith(_LEFT_OUT)]
    said["rationales"] = [one for one in said["rationales"] if one["measures"]]
    return Sheet.model_validate(said)


def main() -> None:
    """Make it."""
    make_secret_key(Path(os.environ["MONOSASHI_FOLDER"]))
    django.setup()
    call_command("migrate", verbosity=0, run_syncdb=True, interactive=False)
    print(json.dumps(_made(int(sys.argv[1]))))


def _made(count: int) -> dict[str, list[str]]:
    from django.test import Client  # noqa: PLC0415  the apps are ready only now

    from monosashi.office.keeping import Whose, actor_of, begin  # noqa: PLC0415
    from monosashi.store.models import Organisation, OrganisationKind, Person, Role  # noqa: PLC0415

    ministry = Organisation.objects.create(address=_MINISTRY, kind=OrganisationKind.MINISTRY, name="未来生活省")
    bureau = Organisation.objects.create(
        address=f"{_MINISTRY}-1", kind=OrganisationKind.BUREAU, name="生活局", parent=ministry
    )
    people = [
        Person.objects.create_user(f"person-{n}", None, name=f"担当{n}", role=Role.OFFICE, organisation=ministry)
        for n in range(PEOPLE)
    ]
    actor, slugs = actor_of(people[0]), [f"{_MINISTRY}-R6-{n}" for n in range(1, count + 1)]
    for n, slug in enumerate(slugs, 1):
        whose = Whose(organisation=bureau.address, nendo=2024, number=str(n))
        begin(actor, slug, whose, invented_sheet(n), reason_code="begun")
    cookies = []
    for person in people:
        client = Client()
        client.force_login(person)
        cookies.append(client.cookies["sessionid"].value)
    return {"cookies": cookies, "slugs": slugs}


if __name__ == "__main__":
    main()
