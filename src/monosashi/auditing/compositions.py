"""Compositions: every printed number with named parts, grouped by the measure or the rationale it stands in.

The values of one measure make a group, the lines under one 【参考】 another: what is true of all lines of a group (that
they are means, say) tells what a single line is.
"""

import re
from dataclasses import dataclass

from monosashi.model import Message, Nendo, Quantity, Rationale, Sheet
from monosashi.model.folding import key
from monosashi.model.measuring.once import once
from monosashi.model.measuring.references import owner
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.wording import join_en, strand_name, years

#: 12件（前年度の実績10件）: what stands in the brackets is another reading of the whole, not a part of it.
_OTHER_READING = re.compile(
    r"(?:前年度?|昨年度?|当初|本年度?|今年度?)?の?(?:目標|計画|見込み?|実績|累計|累積|合計|延べ|のべ|全体)?(?:値|額|数)?"
)


@dataclass(frozen=True)
class Composition:
    """A number with parts: its path, where that is in words, and the name of what is measured."""

    path: str
    quantity: Quantity
    where: Message
    name: str
    measure_path: str
    rationale: Rationale | None = None

    @property
    def part_paths(self) -> tuple[str, ...]:
        """The path of each part."""
        return tuple(f"{self.path}/quantity/parts/{n}" for n in range(len(self.quantity.parts)))

    def owner_of(self, sheet: Sheet, part_name: str) -> tuple[str, str]:
        """Whose a part is: a measure (or, where no measure owns it, the rationale), and the part's key within it."""
        if not self.rationale:
            return self.measure_path, key(part_name)
        path, name = owner(sheet, self.rationale, part_name) or (self.measure_path, part_name)
        return path, key(name)


@once
def compositions(sheet: Sheet) -> tuple[list[Composition], ...]:
    """Each group of lines that have parts, in printed order; empty groups are left out."""
    wholes = {strand.path: strand for strand in strands(sheet) if not strand.part}
    groups = [_of_measure(strand) for strand in wholes.values()]
    groups += [_of_rationale(n, one, wholes) for n, one in enumerate(sheet.rationales)]
    return tuple(group for group in groups if group)


def _of_measure(strand: Strand) -> list[Composition]:
    points = [
        (strand.baseline, Message(ja="基準値", en="the baseline")),
        (strand.target, Message(ja="目標値", en="the target")),
        *((point, _of_years("の目標値", "the target for", point.years)) for point in strand.yearly),
        *((point, _of_years("の実績値", "the actual of", point.years)) for point in strand.actuals),
    ]
    name = strand_name(strand)
    return [
        Composition(
            path=point.path,
            quantity=point.quantity,
            where=Message(ja=f"{name.ja}の{what.ja}", en=f"{name.en}, {what.en}"),
            name=strand.name,
            measure_path=strand.path,
        )
        for point, what in points
        if point and _has_parts(point.quantity)
    ]


def _of_years(ja: str, en: str, nendos: tuple[Nendo, ...]) -> Message:
    when = years(nendos)
    return Message(ja=f"{when.ja}{ja}", en=f"{en} {when.en}")


def _of_rationale(n: int, rationale: Rationale, wholes: dict[str, Strand]) -> list[Composition]:
    mine = [wholes[path] for path in rationale.measures if path in wholes]
    names = [strand_name(strand) for strand in mine]
    ja, en = "・".join(name.ja for name in names), join_en([name.en for name in names])
    return [
        Composition(
            path=f"/rationales/{n}/references/{k}",
            quantity=line.quantity,
            where=Message(
                ja=f"{ja}{'の' if ja else ''}【参考】{line.year.text}",
                en=f"{en}{', ' if en else ''}【参考】 {line.year.text}",
            ),
            name="、".join(strand.name for strand in mine),
            measure_path=mine[0].path if len(mine) == 1 else f"/rationales/{n}",
            rationale=rationale,
        )
        for k, line in enumerate(rationale.references)
        if line.quantity and _has_parts(line.quantity)
    ]


def _has_parts(quantity: Quantity) -> bool:
    return bool(quantity.parts) and not any(_OTHER_READING.fullmatch(part.name) for part in quantity.parts)
