"""Money cells: budget, execution, accounts, and what is part of another amount."""

import pytest

from monosashi.model import Account, MoneyCell, MoneyLine, PrintedNendo
from monosashi.model.money import account_of, parse_money, print_money


def line(budget: str | None, executed: str | None = None, unit: str = "百万円", **fields: object) -> MoneyLine:
    return MoneyLine.model_validate({"budget": budget, "executed": executed, "unit": unit, **fields})


EQUITY = {"account": Account.EQUITY, "label": "産投出資"}
GUARANTEE = {"account": Account.GUARANTEE, "label": "政府保証"}

READ = {
    "2,616百万円\n（2,293百万円）": (line("2616", "2293"),),
    "26,700百万円（22,470百万円）": (line("26700", "22470"),),
    "産投出資：\n26,700百万円\n（22,470百万円）\n政府保証：\n8,500百万円\n（0百万円）": (
        line("26700", "22470", **EQUITY),
        line("8500", "0", **GUARANTEE),
    ),
    "産投出資：19,000百万円、政府保証：9,500百万円": (line("19000", **EQUITY), line("9500", **GUARANTEE)),
    "財政投融資（出資）：５百万円": (line("5", account=Account.EQUITY, label="財政投融資（出資）"),),
    "一般会計：10千円": (line("10", unit="千円", account=Account.GENERAL, label="一般会計"),),
    "基金：1.5億円": (line("1.5", unit="億円", account=Account.OTHER, label="基金"),),
    "1,344": (line("1344", unit=""),),
    "0百万円": (line("0"),),
    "△ 288,349": (line("-288349", unit=""),),
    "▲ 356,601千円": (line("-356601", unit="千円"),),
    "-23,940": (line("-23940", unit=""),),
    "〈412百万円〉の内数": (line("412", included_only=True),),
    "〈29,526,937〉の内数": (line("29526937", unit="", included_only=True),),
    "412百万円\nの内数": (line("412", included_only=True),),
    "412百万円の内数（300百万円の内数）": (line("412", "300", included_only=True),),
    "10,000百万円（－）": (line("10000"),),
    "－（1,234百万円）": (line(None, "1234"),),
    "1,240百\n万円": (line("1240"),),
}

NO_AMOUNT = [
    "",
    "-",
    "－",
    "※５",
    "（9）",
    "－（－）",
    "税制",
    "新28-0003",
    "100\n200",
    "1,240\n1,105",
    "1億円（9,000万円）",
    "12,34",
    "1,240百万円【1,105百万円】",
    "#DIV/0!",
    "412>百万円",
    "1" * 1001,
]


@pytest.mark.parametrize(("text", "lines"), READ.items())
def test_a_money_cell_states(text: str, lines: tuple[MoneyLine, ...]) -> None:
    assert parse_money(text) == lines
    assert parse_money(print_money(lines)) == lines
    assert MoneyCell.model_validate(text).lines == lines


@pytest.mark.parametrize("text", NO_AMOUNT)
def test_a_cell_without_an_amount(text: str) -> None:
    assert parse_money(text) == ()


def test_the_head_of_the_table_gives_its_unit_to_cells_that_print_none() -> None:
    year = PrintedNendo.model_validate("令和３年度")
    assert MoneyCell.read("1,344", year, "千円").lines == (line("1344", unit="千円"),)
    assert MoneyCell.read("1,344百万円", year, "千円").lines == (line("1344"),)


@pytest.mark.parametrize(("text", "note"), [("※５", "※５"), ("10百万円（※５）", "※５"), ("10百万円", ""), ("－", "")])
def test_a_note_mark_stands_for_an_amount(text: str, note: str) -> None:
    assert MoneyCell.model_validate(text).note == note


def test_a_line_states_an_amount() -> None:
    with pytest.raises(ValueError, match="states a budget or an execution"):
        line(None)


@pytest.mark.parametrize(
    ("label", "account"),
    [
        ("", Account.TOTAL),
        ("産投出資", Account.EQUITY),
        ("財政投融資(出資)", Account.EQUITY),
        ("特別会計", Account.SPECIAL),
        ("財政融資", Account.LOAN),
        ("東日本大震災復興特別会計", Account.OTHER),
    ],
)
def test_the_account_a_label_names(label: str, account: Account) -> None:
    assert account_of(label) is account


def test_the_print_of_money_reads_as_the_form_does() -> None:
    lines = (line("26700", "22470", **EQUITY), line("8500", **GUARANTEE))
    assert print_money(lines) == "産投出資：\n26,700百万円\n（22,470百万円）\n政府保証：\n8,500百万円"
    assert print_money((line("1"), line("2"))) == "1百万円、\n2百万円"
    assert print_money((line("412", included_only=True),)) == "〈412百万円〉の内数"
    assert print_money(()) == ""
