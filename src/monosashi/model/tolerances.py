"""Tolerances: how far printed numbers may stand apart before a check speaks. Parameters of an audit, said in its report.

A sum of rounded parts may differ from the rounded whole; what an office allows beyond that is its own choice, made
here and nowhere else. ``None`` stands for the rule's own allowance.
"""

from decimal import Decimal

from pydantic import Field

from monosashi.model.noun import Noun


class Tolerances(Noun):
    """The allowances of the checks. Amounts are in the unit printed, shares in per cent."""

    total: Decimal | None = Field(
        default=None, ge=0, description="A total and the sum of its parts; None: half a unit for each part"
    )
    carried: Decimal | None = Field(
        default=None, ge=0, description="Carried out of one year and into the next; None: half a unit for each side"
    )
    executed: Decimal = Field(default=Decimal(0), ge=0, description="Execution beyond the total")
    overshoot: Decimal = Field(
        default=Decimal(120), ge=100, description="From which rate of attainment a target is asked about, in per cent"
    )
    about: Decimal = Field(
        default=Decimal(10),
        ge=0,
        description="By how many per cent a target with 程度 may be missed before a printed mark contradicts it",
    )
    unit_jump: Decimal = Field(
        default=Decimal(300), gt=1, description="From how many times apart two amounts look as if in different units"
    )
