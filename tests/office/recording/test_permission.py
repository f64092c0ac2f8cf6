"""Whose records are whose: another ministry's are not there, another office's are seen and not touched."""

from collections.abc import Callable

import pytest

from monosashi.office.keeping import PUBLIC
from monosashi.office.keeping.who_may import MayNot, SignInFirst
from monosashi.office.recording.defining import keep_register
from monosashi.office.recording.entering import Entry, Where, add, cancel, edit, undo
from monosashi.office.recording.history import history
from monosashi.office.recording.one_record import record
from monosashi.office.recording.proofs import File, attach, file_of
from monosashi.office.recording.reading_out import records_for, registers_for, rules_for
from monosashi.office.recording.refusals import NoSuchRecord, NoSuchRegister
from monosashi.office.recording.seeing import Wanted, page_of
from monosashi.office.refusals import NotThere
from tests.office.recording.records import CANARY, REGISTER, TEXTS, added, entry
from tests.world import World

SEES = ("office", "bureau", "division", "other-bureau", "other-division", "auditor")
WRITES = ("office", "bureau", "division")


def test_a_ministry_sees_its_records_and_nobody_else_does(world: World) -> None:
    where = added(world, title=CANARY)
    attach(world.actor("division"), where, 1, file=File(name="議事録.txt", data=CANARY.encode()))
    sha256 = record(world.actor("division"), "soumu", REGISTER, where.code).line.record.proofs[0].sha256
    for name in SEES:
        actor = world.actor(name)
        assert page_of(actor, "soumu", REGISTER, Wanted(q=CANARY)).found == 1
        assert file_of(actor, where, sha256) == ("議事録.txt", CANARY.encode())
        assert CANARY in str(records_for(actor, "soumu"))
        assert history(actor, "soumu", REGISTER, where.code)[0].act == "attach"
    asks: tuple[Callable[..., object], ...] = (
        lambda actor: page_of(actor, "soumu", REGISTER, Wanted()),
        lambda actor: record(actor, "soumu", REGISTER, where.code),
        lambda actor: history(actor, "soumu", REGISTER, where.code),
        lambda actor: file_of(actor, where, sha256),
        lambda actor: records_for(actor, "soumu"),
        lambda actor: registers_for(actor, "soumu"),
        lambda actor: rules_for(actor, "soumu"),
    )
    for ask in asks:
        for name in ("other-office", "other-ministry"):
            with pytest.raises(NotThere) as absent:
                ask(world.actor(name))
            assert CANARY not in str(absent.value)
        for name in ("keeper", "council"):
            with pytest.raises(MayNot):
                ask(world.actor(name))
        with pytest.raises(SignInFirst):
            ask(PUBLIC)


def test_a_file_belongs_to_the_record_it_was_given_to(world: World) -> None:
    """Who knows the hash of another ministry's file gets nothing by naming it under a record of his own."""
    where, foreign = added(world), added(world, "other-ministry", "env")
    attach(world.actor("division"), where, 1, file=File(name="議事録.txt", data=CANARY.encode()))
    sha256 = record(world.actor("division"), "soumu", REGISTER, where.code).line.record.proofs[0].sha256
    with pytest.raises(NoSuchRecord):
        file_of(world.actor("other-ministry"), foreign, sha256)


def test_an_office_writes_its_own_records_alone(world: World) -> None:
    where = added(world)
    version = 1
    for name in WRITES:
        version = edit(world.actor(name), where, version, entry(outcome=name))
    assert version == 4
    for name in ("other-bureau", "other-division", "auditor"):
        actor = world.actor(name)
        for act in (
            lambda actor=actor: edit(actor, where, 4, entry()),
            lambda actor=actor: cancel(actor, where, 4, "なし"),
            lambda actor=actor: undo(actor, where, 4),
            lambda actor=actor: attach(actor, where, 4, url="https://example.jp/"),
            lambda actor=actor: add(actor, "soumu", REGISTER, Entry(texts=TEXTS, office="soumu-kokusai-1")),
        ):
            with pytest.raises(MayNot):
                act()
    with pytest.raises(NoSuchRecord):
        edit(world.actor("other-office"), where, 4, entry())
    with pytest.raises(NoSuchRegister):
        add(world.actor("other-office"), "soumu", REGISTER, entry())
    with pytest.raises(NoSuchRegister):
        add(world.actor("office"), "soumu", REGISTER, Entry(texts=TEXTS, office="env-shizen"))


def test_a_record_is_for_the_office_it_is_entered_for(world: World) -> None:
    own = added(world)
    given = add(world.actor("office"), "soumu", REGISTER, Entry(texts=TEXTS, office="soumu-jichi-1"))

    def office(where: Where) -> str:
        return record(world.actor("auditor"), "soumu", REGISTER, where.code).line.office

    assert (office(own), office(given)) == ("国際第一課", "自治第一課")
    with pytest.raises(MayNot):
        edit(world.actor("division"), given, 1, entry())
    assert edit(world.actor("other-division"), given, 1, entry(title="自治の協議")) == 2


def test_a_bureau_defines_its_own_registers_and_only_the_office_changes_what_is_shipped(world: World) -> None:
    shipped = {register.code: register for register in registers_for(world.actor("office"), "soumu")}
    own = shipped["seminars"].model_copy(update={"code": "trainings"})
    assert keep_register(world.actor("bureau"), "soumu", own) == 1
    changed = own.model_copy(update={"fields": own.fields[:-1]})
    for name in ("other-bureau", "division", "auditor"):
        with pytest.raises(MayNot):
            keep_register(world.actor(name), "soumu", changed)
    with pytest.raises(MayNot):
        keep_register(world.actor("bureau"), "soumu", shipped["seminars"].model_copy(update={"fields": own.fields[:4]}))
    with pytest.raises(NoSuchRegister):
        keep_register(world.actor("other-office"), "soumu", changed)
    assert keep_register(world.actor("office"), "soumu", changed) == 2
