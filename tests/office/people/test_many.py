"""Many accounts at once: what a pasted list or a file says, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.office.keeping.who_may import MayNot
from monosashi.office.people.many import BadList, add_many, preview, text_of
from monosashi.office.people.roles import FITS, role_name, role_of
from monosashi.store.models import LogEntry, Person, Role
from tests.world import World

PASTED = (
    "ユーザー名\t氏名\t役割\t所属\tメール\nsato\t佐藤 一\t局担当\t自治局\tsato@example.go.jp\nabe\t阿部\tauditor\t\t\n"
)
AS_CSV = "sato,佐藤 一,局担当,総務省 自治局,sato@example.go.jp\r\n\r\nabe,阿部,監査,,\r\n"


@pytest.mark.parametrize("text", [PASTED, AS_CSV])
def test_everybody_of_a_list_is_added(world: World, text: str) -> None:
    added = add_many(world.actor("keeper"), text, "年度当初")
    assert [(one.username, one.name) for one in added] == [("sato", "佐藤 一"), ("abe", "阿部")]
    sato, abe = (Person.objects.get(username=one.username) for one in added)
    assert (sato.role, sato.organisation, sato.email) == (
        Role.BUREAU,
        world.organisations["soumu-jichi"],
        "sato@example.go.jp",
    )
    assert (abe.role, abe.organisation) == (Role.AUDITOR, None)
    assert all(Person.objects.get(username=one.username).check_password(one.password) for one in added)
    assert LogEntry.objects.filter(verb="add-person").count() == 2


def test_one_wrong_line_adds_nobody_and_is_told_by_its_number(world: World) -> None:
    text = (
        PASTED
        + "sato\t別の佐藤\t局担当\t自治局\nito\t伊藤\t係長\t自治局\nkato\t加藤\t局担当\t港湾局\n\t名なし\t監査\t\n"
    )
    lines = preview(world.actor("keeper"), text)
    assert [(line.number, len(line.wrong)) for line in lines] == [(2, 0), (3, 0), (4, 1), (5, 1), (6, 1), (7, 1)]
    before = Person.objects.count()
    with pytest.raises(BadList) as refused:
        add_many(world.actor("keeper"), text)
    assert "4、5、6、7 行目" in refused.value.message.ja
    assert Person.objects.count() == before


def test_an_organisation_named_twice_is_asked_for_by_its_address(world: World) -> None:
    world.organisations["env-shizen"].name = "国際局"
    world.organisations["env-shizen"].save()
    lines = preview(
        world.actor("keeper"), "a1,甲,局担当,国際局\nb1,乙,局担当,環境省国際局\nc1,丙,局担当,soumu-kokusai\n"
    )
    assert [[said.ja for said in line.wrong] for line in lines] == [
        ["「国際局」は 2 つあります。略号（env-shizen、soumu-kokusai）で書いてください。"],
        [],
        [],
    ]


@pytest.mark.parametrize("text", ["", " \n\n", "username,name\n", "\n".join(f"u{n},n,監査" for n in range(201))])
def test_a_list_that_is_empty_or_too_long(world: World, text: str) -> None:
    with pytest.raises(BadList):
        preview(world.actor("keeper"), text)


def test_only_the_keeper(world: World) -> None:
    with pytest.raises(MayNot):
        preview(world.actor("office"), PASTED)
    with pytest.raises(MayNot):
        add_many(world.actor("office"), PASTED)


def test_a_file_of_excel_is_read() -> None:
    assert [text_of(AS_CSV.encode(encoding)) for encoding in ("utf-8", "utf-8-sig", "cp932")] == [AS_CSV] * 3
    with pytest.raises(BadList):
        text_of(b"\x81\x00\xff\xfe")


@given(st.sampled_from(sorted(FITS)), st.sampled_from(["", " ", "　"]))
def test_a_role_is_known_by_each_of_its_names(role: Role, around: str) -> None:
    names = role_name(role)
    for word in (role.value, role.value.upper(), names.ja, names.en):
        assert role_of(around + word + around) == role


def test_no_account_is_the_public() -> None:
    assert [role_of(word) for word in ("public", "公衆", "", "係長")] == [None] * 4
