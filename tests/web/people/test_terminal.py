"""What the command line does to people: by the operator, who is nobody of the office."""

import pytest

from monosashi.office.people.accounts import BadPerson
from monosashi.store.models import LogEntry, Person
from monosashi.web.people.terminal import add_person, close_person, give_password, people_lines, reset_factor
from tests.world import World


def test_a_one_time_password_or_ones_own(world: World) -> None:
    given = add_person("kanri", "管理", "管理者", "", "")
    assert Person.objects.get(username="kanri").check_password(given)
    assert add_person("kansa", "監査", "auditor", "", "", "桜の木の下で-88-歩く") == ""
    own = Person.objects.get(username="kansa")
    assert own.check_password("桜の木の下で-88-歩く")
    assert own.given_until is None
    assert LogEntry.objects.latest("number").person == "（機械の管理者 operator）"
    assert give_password("kansa", "失念") != ""
    assert give_password("kansa", "失念", "川の流れは-99-とても速い") == ""


@pytest.mark.parametrize(("role", "password"), [("king", ""), ("auditor", "short"), ("auditor", "kansa-kansa-1")])
def test_what_cannot_be(world: World, role: str, password: str) -> None:
    with pytest.raises(BadPerson):
        add_person("kansa-kansa", "監査", role, "", "", password)
    assert not Person.objects.filter(username="kansa-kansa").exists()


def test_the_list_closing_and_the_second_factor(world: World) -> None:
    close_person("council", "任期満了")
    reset_factor("bureau", "紛失")
    assert ("council", "councilさん", "council", "soumu", "closed") in people_lines(closed=True)
    assert len(people_lines(closed=False)) == len(world.people) - 1
