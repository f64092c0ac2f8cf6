"""A framework in the small world: a period of 総務省 with a policy a sheet, its sheets linked, and the next one begun."""

from dataclasses import dataclass

from monosashi.office import framework
from monosashi.office.framework import PeriodLine, PolicyLine
from tests.world import World

#: What an office would copy out of its spreadsheet; the empty field is a merged cell's.
LISTED = (
    "分野\t番号\t政策名\t担当\t評価書の年度\n"
    "国際\t2\t港の整備\t国際局国際第一課\t令和4年度\n"
    "\t3\t空の安全\t国際第二課\tR6、2027\n"
    "地方\t5\t地方の行政\tsoumu-jichi-1\t\n"
)


@dataclass(frozen=True)
class Grown:
    """A period and its policies by number."""

    period: PeriodLine
    policies: dict[str, PolicyLine]


def grown(world: World) -> Grown:
    """The period 2020-2023 of 総務省."""
    office = world.actor("office")
    period = framework.make_period(office, "基本計画", 2020, 2023)
    framework.paste(office, period.id, LISTED)
    policies = policies_of(world, period.id)
    for number in ("2", "3", "5"):
        framework.link_sheet(office, f"soumu-R4-{number}", policies[number].id)
    return Grown(period, policies)


def policies_of(world: World, period: int) -> dict[str, PolicyLine]:
    """The policies of a period by number."""
    branches = framework.tree(world.actor("office"), period)
    return {policy.number: policy for branch in branches for policy in branch.policies}
