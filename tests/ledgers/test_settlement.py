"""Budget and settlement: the lines of a year, and those that are wrong."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from monosashi.ledgers.settlement import appropriations
from monosashi.model import Appropriation, AppropriationStage, BookFault, BookPlace, Nendo
from tests.ledgers.invented_books import Json, budget


def _read(tmp_path: Path, document: object) -> list[Appropriation | BookFault]:
    path = tmp_path / "mof.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return list(appropriations(path))


def test_a_settled_line_is_taken_whole(tmp_path: Path) -> None:
    assert _read(tmp_path, budget())[2] == Appropriation(
        nendo=Nendo(year=2021),
        stage=AppropriationStage.SETTLED,
        account="general",
        ministry="未来生活省",
        organisation="未来本省",
        section_code="022",
        section="見本推進費",
        item="見本に必要な経費",
        amount=Decimal(1343719000),
        current=Decimal(1600000001),
        spent=Decimal(1200000000),
        carried_out=Decimal(300000001),
        unused=Decimal(100000000),
        place=BookPlace(file="mof.json", line=3, url="https://example.jp/budget.xml"),
    )


def test_documents_and_accounts_are_told_apart(tmp_path: Path) -> None:
    found = [one for one in _read(tmp_path, budget()) if isinstance(one, Appropriation)]
    assert [(one.stage.value, one.round, one.account, one.organisation) for one in found] == [
        ("initial", 0, "general", "未来本省"),
        ("supplementary", 2, "general", "未来本省"),
        ("settled", 0, "general", "未来本省"),
        ("initial", 0, "special", "見本特別会計　見本勘定"),
    ]


_LINE: Json = {"accountType": "general", "budgetType": "当初予算", "sectionName": "項", "amount": 1}


@pytest.mark.parametrize(
    ("item", "codes"),
    [
        ({**_LINE, "budgetType": "暫定予算"}, ["value-unknown"]),
        ({**_LINE, "accountType": "other"}, ["value-unknown"]),
        ({**_LINE, "sectionName": ""}, ["field-missing"]),
        ("line", ["not-json"]),
        ({**_LINE, "amount": "未定"}, ["not-a-number", "taken"]),
        (_LINE, ["taken"]),
    ],
)
def test_a_line_that_is_wrong_is_told(tmp_path: Path, item: Json, codes: list[str]) -> None:
    found = _read(tmp_path, budget([item, _LINE]))
    assert [one.code if isinstance(one, BookFault) else "taken" for one in found] == [*codes, "taken"]
    assert {one.place.line for one in found[:-1]} == {1}


@pytest.mark.parametrize("document", [[], {"items": 3}, {"items": []}, budget(nendo=None), budget(nendo=1066)])
def test_without_its_year_nothing_is_taken(tmp_path: Path, document: object) -> None:
    found = _read(tmp_path, document)
    assert found
    assert not [one for one in found if isinstance(one, Appropriation)]
