"""The retold sheet 総務省R3-⑭ in the small world, with the invented records that yield what it prints."""

from monosashi.office.keeping.saving import Whose, begin
from monosashi.office.recording.reading_out import add_records
from monosashi.office.samples import sample
from monosashi.registers.invented import Invented, invented
from tests.world import World

SLUG = "soumu-R3-14"


def counted_world(world: World, *registers: str) -> Invented:
    """Put the sheet and the records of some registers, of all where none is named, into the world."""
    whose = Whose(organisation="soumu-kokusai-1", nendo=2021, number="14")
    begin(world.actor("office"), SLUG, whose, sample("soumu-r3-14"), reason_code="begun")
    made = invented()
    records = [record for record in made.records if not registers or record.kind in registers]
    add_records(world.actor("office"), records)
    return made
