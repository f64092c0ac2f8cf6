"""The demo office: each account can sign in, and the samples stand where its story says."""

import pytest
from django.contrib.auth import authenticate

from monosashi.office.demo_office import ACCOUNTS, PASSWORD, load_demo_office
from monosashi.office.keeping import PUBLIC, Shelf, actor_of
from monosashi.registers.invented import invented
from monosashi.store.models import KeptRecord, Person, Round


@pytest.mark.django_db
def test_the_demo_tells_the_story_of_the_samples() -> None:
    told = [line.partition(": ")[2] for line in load_demo_office()]
    assert told[:5] == ["12", "soumu-R3-14", str(len(invented().records)), "soumu-R4-14", "mirai-R6-9"]
    assert [str(found.pk) for found in Round.objects.all()] == told[5:]
    seen = {
        name: [record.slug for record in Shelf(actor_of(Person.objects.get(username=name))).records()]
        for name in ("hyouka", "soumu-kyoku", "shingikai", "kansa")
    }
    assert [record.slug for record in Shelf(PUBLIC).records()] == ["soumu-R3-14"]
    assert seen == {
        "hyouka": ["mirai-R6-9", "soumu-R3-14"],
        "soumu-kyoku": ["soumu-R3-14", "soumu-R4-14"],
        "shingikai": ["soumu-R3-14"],
        "kansa": ["mirai-R6-9", "soumu-R3-14", "soumu-R4-14"],
    }
    assert (
        KeptRecord.objects.filter(row__invented=True).count() == KeptRecord.objects.count() == len(invented().records)
    )
    assert all(authenticate(username=one.username, password=PASSWORD) for one in ACCOUNTS)
