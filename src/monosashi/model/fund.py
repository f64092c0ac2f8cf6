"""Fund (官民ファンド): its KPIs with milestones, and what the state gave it, each account by itself.

An equity account (産投出資) and a guarantee (政府保証) are no spending and are never added to the general account. A KPI whose
definition changes keeps the old one with the days it was in force.
"""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from monosashi.model.message import Message
from monosashi.model.money import Account
from monosashi.model.nendo import Nendo
from monosashi.model.noun import Noun


class FundAmount(Noun):
    """One year of one account: what was authorised and what was executed of it, in millions of yen."""

    account: Account
    nendo: Nendo
    authorised: Decimal | None = None
    executed: Decimal | None = None


class FundKpiDefinition(Noun):
    """How a KPI is defined from a day on. ``rule``: the counting rule that derives it."""

    valid_from: dt.date
    text: Message
    rule: str = ""
    unit: str = Field(default="", description="Where it is another than the KPI's: 社/件")
    why: Message | None = Field(default=None, description="Why it took the place of the one before")


class FundMilestone(Noun):
    """A value to be reached: at a milestone, or at the end of the fund's life (``final``)."""

    nendo: Nendo
    target: Decimal
    final: bool = False
    set_on: dt.date | None = Field(
        default=None, description="The day it was set; a later one takes the place of an earlier"
    )
    earlier: bool = Field(default=False, description="A target of an earlier period, kept in sight")


class FundKPI(Noun):
    """One KPI of a fund. ``cumulative``: its values are counted since the fund was established."""

    code: str
    name: Message
    unit: str = ""
    cumulative: bool = True
    definitions: tuple[FundKpiDefinition, ...]
    milestones: tuple[FundMilestone, ...] = ()


class Fund(Noun):
    """A fund of the state and private companies."""

    code: str
    name: Message
    ministry: str = Field(default="", description="The ministry that answers for it, by its name: 総務省")
    established: dt.date
    ends: dt.date | None = None
    cases: str = Field(description="The register its cases are entered in")
    kpis: tuple[FundKPI, ...] = ()
    amounts: tuple[FundAmount, ...] = ()
    source: Message | None = Field(default=None, description="Where what is told of the fund was published")


class FundValue(Noun):
    """A KPI's value of one year, by the definition that was in force on the year's last day. ``invented``: it rests on
    records made for a demonstration."""

    nendo: Nendo
    value: Decimal | None = None
    unit: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    rule: str = ""
    records: int = 0
    invented: bool = False


class MilestoneReach(StrEnum):
    """How a value stands against a milestone, by plain comparison. AHEAD and BEHIND: its year has not ended, and the newest
    value is already there or not yet; REACHED and MISSED: its year has ended, by its own value; UNKNOWN: there is none."""

    REACHED = "reached"
    MISSED = "missed"
    AHEAD = "ahead"
    BEHIND = "behind"
    UNKNOWN = "unknown"


class MilestoneStanding(Noun):
    """A milestone, and how the KPI stands against it. ``value`` and ``of``: what was compared; ``short``: by how much it is
    still below (zero where it is not). ``replaced``: another target has since been set for the same year."""

    milestone: FundMilestone
    reach: MilestoneReach
    value: Decimal | None = None
    of: Nendo | None = None
    short: Decimal | None = None
    replaced: bool = False


class DefinitionStanding(Noun):
    """A definition with its last day in force (None: it is still in force) and the values it gives, year by year."""

    definition: FundKpiDefinition
    last_day: dt.date | None = None
    values: tuple[FundValue, ...] = ()


class FundKpiStanding(Noun):
    """One KPI on a day. ``values``: each year's by the definition in force when it ended; the definitions, oldest first, keep
    what each would have given."""

    kpi: FundKPI
    in_force: FundKpiDefinition | None = None
    definitions: tuple[DefinitionStanding, ...] = ()
    values: tuple[FundValue, ...] = ()
    milestones: tuple[MilestoneStanding, ...] = ()


class AccountYear(Noun):
    """One year of an account. ``rate``: executed of authorised, in percent, one decimal, half up; None where either is
    missing or nothing was authorised. ``unused``: what was authorised and not executed."""

    nendo: Nendo
    authorised: Decimal | None = None
    executed: Decimal | None = None
    rate: Decimal | None = None
    unused: Decimal | None = None


class AccountStanding(Noun):
    """One account by itself, never added to another."""

    account: Account
    years: tuple[AccountYear, ...] = ()


class FundStanding(Noun):
    """A fund on a day: its KPIs against their milestones, and each account by itself."""

    fund: Fund
    on: dt.date
    kpis: tuple[FundKpiStanding, ...] = ()
    accounts: tuple[AccountStanding, ...] = ()
