"""Pathways: from outputs to the outcome they are meant to lead to, with what so few years can and cannot show.

An output leads to the outcomes of its own lever; only where a goal keeps its outcomes under levers without outputs do
the outputs of levers without an outcome lead there. Measures printed under one number are two sides of one indicator:
neither leads to the other. A sheet that does not say which measures are outputs and which are outcomes has no pathway.

Source: 目標管理型の政策評価の実施に関するガイドライン (20 December 2013) asks for indicators of outcomes and, where outputs
are chosen, for how they lead there; the contract of the codes takes the last outcome of a goal for the one meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monosashi.judging.pathway_lag import lag_of
from monosashi.judging.pathway_pairing import pairings_of
from monosashi.judging.pathway_series import pathway_series
from monosashi.judging.pathway_words import cannot_of, says_of
from monosashi.model import Evidence, Kind, Pathway, PathwayBasis, Sheet
from monosashi.model.folding import key, unbroken
from monosashi.model.measuring.references import saying
from monosashi.model.measuring.strand import Strand, strands

#: The words by which a sheet says that one thing is meant to bring about another.
_LINKS = re.compile(r"アウトカム|資する|資した|寄与|もたら|波及|その結果|結び?付|結びつ|つなが[るりっ]")
_NAMES_OUTCOME = re.compile(r"アウトカム")
_ANY = re.compile(r"")
#: A shorter name (件数, 割合) stands in any sentence.
_TELLING = 4


@dataclass(frozen=True)
class _Link:
    """Outputs and an outcome, under the lever or goal at ``path``."""

    path: str
    basis: PathwayBasis
    outputs: tuple[Strand, ...]
    outcome: Strand


def pathways(sheet: Sheet) -> tuple[Pathway, ...]:
    """Every pathway of a sheet, in printed order of the outcomes."""
    whole = [strand for strand in strands(sheet) if not strand.part]
    goals: dict[str, dict[str, list[Strand]]] = {}
    for strand in whole:
        goals.setdefault(_above(strand.path, 2), {}).setdefault(_above(strand.path, 4), []).append(strand)
    return tuple(_pathway(sheet, link) for goal, levers in goals.items() for link in _links(goal, levers))


def _above(path: str, steps: int) -> str:
    """The node so many steps below the root: /goals/0 for two."""
    return "/".join(path.split("/")[: steps + 1])


def _links(goal: str, levers: dict[str, list[Strand]]) -> Iterator[_Link]:
    split = {lever: (_of(Kind.OUTPUT, found), _of(Kind.OUTCOME, found)) for lever, found in levers.items()}
    for lever, (outputs, outcomes) in split.items():
        for outcome in outcomes:
            if own := _others(outputs, outcome):
                yield _Link(lever, PathwayBasis.LEVER, own, outcome)
    loose = [output for outputs, outcomes in split.values() if not outcomes for output in outputs]
    for outputs, outcomes in split.values():
        for outcome in outcomes if not outputs else ():
            if own := _others(loose, outcome):
                yield _Link(goal, PathwayBasis.GOAL, own, outcome)


def _of(kind: Kind, found: Sequence[Strand]) -> list[Strand]:
    return [strand for strand in found if strand.measure.name.kind is kind]


def _others(outputs: Sequence[Strand], outcome: Strand) -> tuple[Strand, ...]:
    """The outputs that are not under the outcome's own number."""
    own = outcome.path.rpartition("/measures/")[0]
    return tuple(output for output in outputs if output.path.rpartition("/measures/")[0] != own)


def _pathway(sheet: Sheet, link: _Link) -> Pathway:
    measures = (*link.outputs, link.outcome)
    stated = any(_speaks_of(sheet, output, link.outcome) for output in link.outputs)
    sentences = _once(one for strand in measures for one in saying(sheet, strand, _ANY))
    lag = lag_of(sentences)
    outputs = tuple(pathway_series(sheet, output) for output in link.outputs)
    outcome = pathway_series(sheet, link.outcome)
    pairings = tuple(pairing for output in outputs for pairing in pairings_of(output, outcome, lag.years))
    basis = PathwayBasis.STATED if stated else link.basis
    bare = Pathway(path=link.path, basis=basis, outputs=outputs, outcome=outcome, lag=lag, pairings=pairings)
    return bare.model_copy(
        update={"hypothesis": _hypothesis(sheet, link, sentences), "says": says_of(bare), "cannot": cannot_of(bare)}
    )


def _speaks_of(sheet: Sheet, output: Strand, outcome: Strand) -> bool:
    """Whether an output's rationale speaks of an outcome indicator, or of this one by its name."""
    name = key(outcome.name)
    telling = len(name) >= _TELLING
    return any(
        _NAMES_OUTCOME.search(one.text) or (telling and name in key(one.text)) for one in saying(sheet, output, _ANY)
    )


def _hypothesis(sheet: Sheet, link: _Link, sentences: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The sheet's own words, from the goal and the lever down to the sentences of the rationales that link."""
    goal, lever = link.path.split("/")[2], link.path.split("/")[4:5]
    above = [Evidence(path=f"/goals/{goal}/text", text=unbroken(sheet.goals[int(goal)].text))]
    if lever:
        text = sheet.goals[int(goal)].levers[int(lever[0])].text
        above.append(Evidence(path=f"{link.path}/text", text=unbroken(text)))
    linking = [one for one in sentences if _LINKS.search(one.text)]
    return tuple(one for one in (*above, *linking) if one.text.strip())


def _once(found: Iterator[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(found))
