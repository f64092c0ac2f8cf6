"""Sheets with programmes as they are printed, made for the tests of matching."""

from collections.abc import Sequence

from monosashi.model import Identifier, MoneyCell, Policy, PrintedNendo, Programme, ProgrammeName, Sheet, Title
from monosashi.model.mark import parse_number
from monosashi.model.policy import Statement, StatementRole


def programme(number: int, name: str, review_number: str = "", money: Sequence[tuple[str, str]] = ()) -> Programme:
    """A row of the table of means; ``money``: the year and its cell, in 百万円."""
    return Programme(
        number=parse_number(str(number)),
        name=ProgrammeName.model_validate(name),
        review_number=review_number,
        money=tuple(MoneyCell.read(cell, PrintedNendo.model_validate(year), "百万円") for year, cell in money),
    )


def sheet(
    *programmes: Programme, ministry: str = "見本省", year: str = "令和３年度", office: str = "道路局橋梁課"
) -> Sheet:
    """A sheet of the ministry and year."""
    return Sheet(
        title=Title.model_validate(f"{year}実施施策に係る政策評価の事前分析表"),
        identifier=Identifier.model_validate(f"{ministry}R3－②") if ministry else Identifier(text=""),
        policy=Policy(statements=(Statement(role=StatementRole.OFFICE, label="担当部局課室名", text=office),)),
        programmes=programmes,
    )
