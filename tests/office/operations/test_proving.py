"""The log and all it tells of: whatever is changed past the office is found, and named."""

from collections.abc import Callable

import pytest
from django.db import transaction

from monosashi.office.keeping import actor_of, save
from monosashi.office.operations.proving import NotAHead, current_head, prove, published
from monosashi.store.canonical import sha256_of
from monosashi.store.documents import keep_document
from monosashi.store.log import append
from monosashi.store.models import KeptDocument, LogEntry, LogHead, Person, Release, Version
from monosashi.store.signature import LONGEST, NOBODY, signed
from tests.world import World, sheet_of


def codes(heads: tuple[str, ...] = ()) -> list[tuple[str, int]]:
    return [(problem.code, problem.number) for problem in prove(heads).problems]


def test_a_world_as_the_office_made_it_verifies(world: World) -> None:
    save(world.actor("office"), "soumu-R4-2", 1, sheet_of("soumu-R4-3"), reason_code="edited", reason="試し")
    proof = prove([str(current_head())])
    assert proof.problems == ()
    assert proof.head == current_head()


def entries(**change: object) -> Callable[[], object]:
    return lambda: LogEntry.objects.filter(number=2).update(**change)


def versions(**change: object) -> Callable[[], object]:
    return lambda: Version.objects.filter(sheet__slug="soumu-R4-3").update(**change)


#: What is done past the office, and what is told of it.
WRONGS: list[tuple[Callable[[], object], list[tuple[str, int]]]] = [
    (entries(person="別人"), [("entry-columns", 2)]),
    (entries(hash="0" * 64), [("log-edit", 2), ("log-edit", 3)]),
    (entries(record="{}"), [("entry-columns", 2), ("log-edit", 2), ("version-untold", 0)]),
    (lambda: LogEntry.objects.filter(number=2).delete(), [("log-gap", 2), ("version-untold", 0)]),
    (lambda: LogEntry.objects.filter(number__gt=3).delete(), [("entry-head", 3), ("version-untold", 0)]),
    (lambda: LogHead.objects.update(number=3), [("entry-head", 4)]),
    (versions(content="{}"), [("version-edited", 2)]),
    (versions(content="{}", sha256=sha256_of("{}")), [("version-otherwise", 2)]),
    (versions(author_name="別人"), [("version-otherwise", 2)]),
    (versions(number=7), [("version-missing", 2), ("version-untold", 0)]),
]


def test_what_is_changed_past_the_office_is_found(world: World) -> None:
    for wrong, told in WRONGS:
        with transaction.atomic():
            wrong()
            assert sorted(codes()) == sorted(told)
            transaction.set_rollback(True)
    assert codes() == []


def test_an_edition_made_past_the_log_is_found(world: World) -> None:
    kept = world.sheets["soumu-R4-2"]
    Release.objects.create(sheet=kept, edition=1, version=kept.newest, person_name="誰か", time=kept.created)
    (problem,) = prove().problems
    assert problem.code == "release-untold"
    assert problem.message.ja == "公表版「soumu-R4-2 v1」は、記録のどこにもありません。記録を通さずに作られたものです。"


def test_documents_are_read_again(world: World) -> None:
    kept = keep_document("原本".encode(), "原本.txt", "text/plain", world.sheets["soumu-R4-2"].created)
    assert codes() == [("document-untold", 0)]
    with transaction.atomic():
        append("upload", "1", person=NOBODY, time=kept.added, details={"sha256": kept.sha256})
    assert codes() == []
    KeptDocument.objects.update(data=b"other")
    assert codes() == [("document-edited", 0)]
    KeptDocument.objects.all().delete()
    assert codes() == [("document-missing", 5)]


def test_a_published_head_finds_a_cut_tail_and_a_log_made_anew(world: World) -> None:
    before = current_head()
    assert codes((str(before),)) == []
    assert codes((f"9:{before.hash}",)) == [("log-cut", 9)]
    assert codes((f"{before.number}:{'0' * 64}",)) == [("log-other-head", before.number)]


@pytest.mark.parametrize("text", ["", "7", "7:abc", f"-1:{'0' * 64}", f"7:{'G' * 64}"])
def test_a_head_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(NotAHead):
        published([text])


def test_two_people_of_one_name_are_told_apart(world: World) -> None:
    """The log and the version name the account; one who bears another's name has not written the other's version."""
    for number, (username, said) in enumerate((("bureau", "soumu-R4-3"), ("bureau2", "soumu-R4-5")), start=1):
        Person.objects.filter(username=username).update(name="山田 太郎")
        author = actor_of(Person.objects.get(username=username))
        save(author, "soumu-R4-2", number, sheet_of(said), reason_code="edited")
    people = LogEntry.objects.filter(verb="save").order_by("number").values_list("person", flat=True)
    assert list(people) == ["山田 太郎（bureau）", "山田 太郎（bureau2）"]
    assert codes() == []
    Version.objects.filter(number=3).update(author_name="山田 太郎（bureau）")
    assert codes() == [("version-otherwise", 6)]


def test_the_longest_name_and_account_fit_their_columns() -> None:
    longest = signed("名" * 150, "a" * 150)
    assert (len(longest), LONGEST) == (302, 302)
    assert {Version._meta.get_field("author_name").max_length, LogEntry._meta.get_field("person").max_length} == {302}
