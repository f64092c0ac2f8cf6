"""``ledger reconcile`` and ``ledger match``: the JSON of the contract, and what is told on the terminal."""

import gzip
import json
from pathlib import Path

import pytest

from monosashi.model import Document, Reading, Trace
from monosashi.publishing.json import reading_to_json
from tests.cli.command import run
from tests.ledgers.reconciling.drawn import HARBOUR, programme, sheet

#: The keys of the contract, in its order; more may follow.
YEAR = (
    "nendo",
    "printed_budget",
    "rebuilt_budget",
    "printed_executed",
    "rebuilt_executed",
    "unit",
    "basis",
    "predicted",
)
PROGRAMME = (
    "number",
    "name",
    "printed_review_number",
    "matched_review_number",
    "printed_points_to",
    "score",
    "reasons",
)
QUAY = "岸壁の点検に関する共同調査"


def _item(nendo: int, kind: str, **amounts: int) -> dict[str, object]:
    return {
        "accountType": "general",
        "budgetType": kind,
        "ministry": "未来省",
        "organization": "未来本省",
        "sectionCode": "001",
        "sectionName": "情報通信港湾戦略費",
        "name": "情報通信技術の港湾戦略に必要な経費",
        "sourceUrl": f"https://example.go.jp/{nendo}",
        **amounts,
    }


@pytest.fixture
def books(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A reading of the drawn sheet, a folder of budgets, a folder of two editions of review sheets."""
    budgets, reviews = tmp_path / "budgets", tmp_path / "reviews"
    budgets.mkdir()
    reviews.mkdir()
    for nendo, (initial, *rest) in HARBOUR.items():
        items = [_item(nendo, "当初予算", amount=initial)]
        if rest:
            changed, current, carried, spent = rest
            items.append(_item(nendo, "決算", amount=changed, currentAmount=current, carriedOver=carried, spent=spent))
        text = json.dumps({"metadata": {"fiscalYear": nendo}, "items": items}, ensure_ascii=False)
        (budgets / f"mof-{nendo}.json.gz").write_bytes(gzip.compress(text.encode()))
    for edition, number in ((2020, "0777"), (2021, "0011")):
        line = {
            "公開年度": edition,
            "事業名": QUAY,
            "開始年度": 2005,
            "府省庁": "未来省",
            "事業番号": f"{edition}-未来-20-{number}",
            "事業番号1": str(edition),
            "事業番号2": "未来",
            "事業番号3": "20",
            "事業番号4": number,
            "担当部局庁": "港湾局",
            "会計区分": ["一般会計"],
            "予算": [{"年度": 2019, "当初予算": 2616.0, "予算計": 2616.0, "執行額": 2293.0}],
        }
        (reviews / f"review-{edition}.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", "utf-8")
    given = sheet(programmes=(programme(1, QUAY, "平成17年度", "0001"),))
    form = tmp_path / "sheet.json"
    document = Document(sha256="0" * 64, name="sheet.xlsx")
    form.write_bytes(reading_to_json(Reading(document=document, sheet=given, trace=Trace())))
    return form, budgets, reviews


def test_the_json_of_the_contract(books: tuple[Path, Path, Path]) -> None:
    form, budgets, reviews = books
    code, out, err = run("ledger", "reconcile", form, "--settlement", budgets, "--review-sheets", reviews, "--json")
    told = json.loads(out)
    assert code == 0
    assert list(told)[:2] == ["policy", "programmes"]
    assert {tuple(year)[: len(YEAR)] for year in told["policy"]} == {YEAR}
    assert [tuple(year[key] for key in YEAR) for year in told["policy"]] == [
        (2019, 2616, 2616, 2293, 2293, "百万円", "settled", False),
        (2020, 2491, 2491, 1978, 1978, "百万円", "settled", False),
        (2021, 1344, 1344, None, None, "百万円", "initial", False),
    ]
    assert {tuple(one)[: len(PROGRAMME)] for one in told["programmes"]} == {PROGRAMME}
    first = told["programmes"][0]
    assert (first["number"], first["name"], first["printed_review_number"]) == ("1", QUAY, "0001")
    assert (first["matched_review_number"], first["matched"], first["certainty"]) == (
        "0011",
        "2021-未来-20-0011",
        "certain",
    )
    assert [one["code"] for one in told["findings"]] == ["review-number-differs"]
    assert "review-2021.jsonl" in err
    assert "review-2020.jsonl" not in err


def test_the_same_bytes_each_time(books: tuple[Path, Path, Path]) -> None:
    form, budgets, reviews = books
    words = ("ledger", "reconcile", form, "--settlement", budgets, "--review-sheets", reviews, "--json")
    assert run(*words)[1] == run(*words)[1]


def test_the_nearest_edition_is_told(books: tuple[Path, Path, Path]) -> None:
    form, _, reviews = books
    (reviews / "review-2021.jsonl").unlink()
    code, out, err = run("ledger", "match", form, "--review-sheets", reviews, "--json")
    told = json.loads(out)
    assert (code, told["edition"]) == (0, 2020)
    assert "2021年度のレビューシートがないので、最も近い2020年度の版を使いました。" in err
    assert [one["id"] for one in told["programmes"][0]["candidates"]] == ["2020-未来-20-0777"]


def test_the_tables_of_the_terminal(books: tuple[Path, Path, Path]) -> None:
    form, budgets, reviews = books
    code, out, _ = run("ledger", "reconcile", form, "--settlement", budgets, "--review-sheets", reviews)
    text = out.decode()
    assert code == 0
    assert all(words in text for words in ("2,616（2,293）", "一致 agrees", "review-number-differs", "0011"))
    code, out, _ = run("ledger", "match", form, "--review-sheets", reviews, "--settlement", budgets)
    assert code == 0
    assert "2021-未来-20-0011" in out.decode()


def test_one_book_is_enough_and_none_is_not(books: tuple[Path, Path, Path]) -> None:
    form, budgets, _ = books
    code, out, _ = run("ledger", "reconcile", form, "--settlement", budgets, "--json")
    told = json.loads(out)
    assert (code, told["edition"], told["programmes"][0]["matched"]) == (0, None, "")
    assert run("ledger", "reconcile", form)[0] == 2


def test_what_is_no_book_ends_with_a_sentence(books: tuple[Path, Path, Path], tmp_path: Path) -> None:
    form, _, reviews = books
    missing = run("ledger", "reconcile", form, "--settlement", tmp_path / "nowhere")
    wrong = run("ledger", "reconcile", form, "--settlement", reviews)
    assert (missing[0], wrong[0]) == (4, 4)
    assert "nowhere" in missing[2]
