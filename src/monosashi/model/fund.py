"""Fund (官民ファンド): its KPIs with milestones, and what the state gave it, each account by itself.

An equity account (産投出資) and a guarantee (政府保証) are no spending and are never added to the general account. A KPI whose
definition changes keeps the old one with the days it was in force.
"""

import datetime as dt
from decimal import Decimal

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
    why: Message | None = Field(default=None, description="Why it took the place of the one before")


class FundMilestone(Noun):
    """A value to be reached: at a milestone, or at the end of the fund's life (``final``)."""

    nendo: Nendo
    target: Decimal
    final: bool = False
    set_on: dt.date | None = Field(
        default=None, description="The day it was set; a later one takes the place of an earlier"
    )


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
    established: dt.date
    ends: dt.date | None = None
    cases: str = Field(description="The register its cases are entered in")
    kpis: tuple[FundKPI, ...] = ()
    amounts: tuple[FundAmount, ...] = ()
