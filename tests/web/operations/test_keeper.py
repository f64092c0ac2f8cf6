"""The page of the keeper of the system: figures and standing, and never a content."""

import pytest

from monosashi.office.operations.notes import ProofNote, noted
from monosashi.store.models import LogEntry
from tests.publishing.html.sheets import elements, parsed
from tests.web.signed_in import client_as
from tests.world import World, canary


def test_the_keeper_sees_how_the_office_stands(world: World) -> None:
    text = client_as(world, "keeper").get("/operations/").content.decode()
    page = parsed(text)
    tiles = [(tile[0].text_content(), tile[1].text_content()) for tile in elements(page, "//dl[@class='tiles']/div")]
    assert tiles[:5] == [("表", "4"), ("版", "4"), ("公表版", "0"), ("原本", "0"), ("利用者", "12")]
    assert canary("soumu-R4-2") not in text
    assert "soumu-R4-2" not in text


@pytest.mark.parametrize(("username", "status"), [("office", 403), ("auditor", 403), ("", 302)])
def test_nobody_else_does(world: World, username: str, status: int) -> None:
    client = client_as(world, username)
    assert client.get("/operations/").status_code == status
    assert client.post("/operations/prove").status_code == 403


def test_the_log_is_proven_by_a_button(world: World) -> None:
    client = client_as(world, "keeper")
    answer = client.post("/operations/prove", follow=True)
    assert "記録を第4号まで検証しました。問題はありません。" in answer.content.decode()
    LogEntry.objects.filter(number=2).update(person="別人")
    answer = client.post("/operations/prove", follow=True)
    assert "記録に 1 件の問題が見つかりました。" in answer.content.decode()
    note = noted(ProofNote)
    assert note is not None
    assert (note.problems, note.head.partition(":")[0]) == (1, "4")
