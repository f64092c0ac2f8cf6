"""Programmes beside projects: the eight of the published sheet, invented ones, and real names as sheets vary them."""

from pathlib import Path
from random import Random

import pytest

from monosashi.ledgers.naming import core
from monosashi.ledgers.programmes import match_programmes
from monosashi.ledgers.review_sheets import projects
from monosashi.model import Certainty, ProgrammeMatch, Project
from monosashi.office import read
from tests.ledgers.identity.books import project
from tests.ledgers.programmes.sheets import programme, sheet

BOOK = (
    project(2021, "0011", "橋の見張り小屋の整備事業", {2019: "345/345/330", 2020: "367/391/388"}),
    project(2021, "0012", "橋の見張り小屋の運営に必要な経費", start=2012),
    project(2021, "0013", "国際橋梁連合（IBU）分担金", {2019: "12/12/12"}, start=1960),
    project(2021, "0014", "国際橋梁連合（IBU）拠出金（任意拠出金）", start=1988),
    project(2021, "0015", "橋の相談窓口", start=2001),
    project(2021, "0016", "橋の相談窓口", start=2019, division="相談課"),
)


def one(name: str, review_number: str = "") -> ProgrammeMatch:
    (match,) = match_programmes(sheet(programme(1, name, review_number)), BOOK)
    return match


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("橋の見張り小屋の整備事業(平成22年度)", "0011"),
        ("橋の見張り\n小屋の整備（平成22年度）", "0011"),
        ("橋の見張り小屋の運営費（平成24年度）", "0012"),
        ("国際橋梁連合分担金（昭和35年度）", "0013"),
        ("国際橋梁連合（ＩＢＵ）拠出金（任意拠出金）", "0014"),
        ("橋の相談窓口（令和元年度）", "0016"),
        ("橋の相談窓口（平成13年度）", "0015"),
    ],
)
def test_a_programme_is_found_under_its_print(printed: str, number: str) -> None:
    match = one(printed)
    assert (match.certainty, match.matched_review_number) == (Certainty.CERTAIN, number)
    assert match.matched == match.candidates[0].id == f"2021-見本-20-{number}"


@pytest.mark.parametrize(
    ("printed", "certainty"),
    [
        ("橋の相談窓口", Certainty.AMBIGUOUS),
        ("橋の見張り小屋の整備事業（昭和22年度）", Certainty.AMBIGUOUS),
        ("灯台の電球の取替え（平成22年度）", Certainty.NONE),
        ("国際橋梁連合（IBU）拠出金（義務的拠出金）（昭和63年度）", Certainty.AMBIGUOUS),
    ],
)
def test_what_is_not_clear_is_left_to_a_person(printed: str, certainty: Certainty) -> None:
    match = one(printed)
    assert (match.certainty, match.matched, match.matched_review_number) == (certainty, "", "")
    assert bool(match.candidates) == (certainty is Certainty.AMBIGUOUS)


def test_the_printed_number_is_a_hint_and_where_it_points_to_is_told() -> None:
    match = one("橋の見張り小屋の整備事業（平成22年度）", "0013")
    assert (match.matched_review_number, match.points_to) == ("0011", "国際橋梁連合（IBU）分担金")
    assert (
        match.reasons[-1].ja == "印刷された事業番号0013は、公開された帳簿では「国際橋梁連合（IBU）分担金」の番号です。"
    )
    assert one("橋の見張り小屋の整備事業（平成22年度）", "0011").points_to == ""
    assert one("灯台の電球の取替え", "0013").points_to == "国際橋梁連合（IBU）分担金"


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("橋の見張り小屋の整備の促進に関する法律（平成22年度）", "法令"),
        ("橋の見張り小屋に係る固定資産税の特例（平成22年度）", "税制上の措置"),
        ("株式会社橋の見張り小屋支援機構への出資（財政投融資）等", "出資・投融資"),
    ],
)
def test_a_law_a_tax_measure_or_an_investment_ends_as_none_with_the_reason(name: str, what: str) -> None:
    match = one(name, "-")
    assert (match.certainty, match.matched) == (Certainty.NONE, "")
    assert [reason.ja.startswith(f"{what}であり") for reason in match.reasons] == [True]


def test_money_decides_where_names_do_not() -> None:
    money = (("令和元年度", "345百万円（330百万円）"), ("令和２年度", "391百万円（388百万円）"))
    named = programme(1, "橋の見張り小屋の整備と修繕（平成22年度）", money=money)
    (match,) = match_programmes(sheet(named), BOOK)
    assert (match.certainty, match.matched_review_number) == (Certainty.CERTAIN, "0011")
    (thousands,) = match_programmes(
        sheet(
            programme(
                1, "橋の見張り小屋の整備と修繕（平成22年度）", money=(("令和元年度", "345,000千円（330,000千円）"),)
            )
        ),
        BOOK,
    )
    assert [reason.ja for reason in thousands.candidates[0].reasons if "金額" in reason.ja] == [
        "2019年度の金額が一致します。"
    ]


def test_another_years_edition_is_used_and_told() -> None:
    (match,) = match_programmes(sheet(programme(1, "橋の相談窓口（平成13年度）"), year="令和元年度"), BOOK)
    assert match.matched == "2021-見本-20-0015"
    assert match.reasons[0].ja == "2019年度の版ではなく、2021年度のレビューシートと照合しました。"


def test_a_project_is_one_programmes_only() -> None:
    twice = (programme(1, "橋の見張り小屋の整備事業（平成22年度）"), programme(2, "橋の見張り小屋の整備"))
    matches = match_programmes(sheet(*twice), BOOK)
    assert [match.certainty for match in matches] == [Certainty.CERTAIN, Certainty.AMBIGUOUS]


def test_a_sheet_that_names_no_ministry_or_another() -> None:
    named = programme(1, "橋の見張り小屋の整備事業（平成22年度）")
    assert match_programmes(sheet(named, ministry=""), BOOK)[0].certainty is Certainty.CERTAIN
    assert match_programmes(sheet(named, ministry="別省"), BOOK)[0].certainty is Certainty.NONE
    assert match_programmes(sheet(named), ())[0].certainty is Certainty.NONE


@pytest.fixture(scope="module")
def edition(shared: Path) -> list[Project]:
    """The review sheets of 2021."""
    path = shared / "data/review-sheets/review-sheets-2021.jsonl.xz"
    return [line for line in projects(path) if isinstance(line, Project)]


@pytest.mark.shared
def test_the_eight_programmes_of_the_published_sheet(shared: Path, edition: list[Project]) -> None:
    (reading,) = read((shared / "seed/forms/form.xlsx").read_bytes(), "form.xlsx")
    matches = match_programmes(reading.sheet, edition)
    names = {p.number: p.name for p in edition if p.ministry == "総務省"}
    right = [(f"{n:04d}", f"2021-総務-20-{n + 8:04d}", f"{n + 8:04d}", names[f"{n:04d}"]) for n in range(140, 148)]
    assert [(m.printed_review_number, m.matched, m.matched_review_number, m.points_to) for m in matches[:8]] == right
    assert [m.certainty for m in matches] == [Certainty.CERTAIN] * 8 + [Certainty.NONE] * 2


#: How a sheet prints a name otherwise than the book.
VARIED = (
    lambda name, start: f"{name}（{start}年度）",
    lambda name, start: name.translate({c: c + 0xFEE0 for c in range(0x21, 0x7F)}),
    lambda name, start: "\n".join(name[n : n + 9] for n in range(0, len(name), 9)),
    lambda name, start: name.removesuffix("事業") + f"\n（{start}年度）",
    lambda name, start: name.replace("（", "(").replace("）", ")").replace("ICT", "情報通信技術"),
)


@pytest.mark.shared
@pytest.mark.parametrize("ministry", ["総務省", "環境省"])
def test_real_names_as_sheets_vary_them(edition: list[Project], ministry: str) -> None:
    """Sixty projects under a varied name are found, but for those whose namesakes only a person can tell apart; taken out of
    the book with its namesakes, none of them is taken for another."""
    draw = Random(2021)  # noqa: S311  the same names every time
    mine = [p for p in edition if p.ministry == ministry]
    drawn = draw.sample([p for p in mine if p.start], 60)
    rows = [programme(n, draw.choice(VARIED)(p.name, p.start)) for n, p in enumerate(drawn, 1)]
    printed = sheet(*rows, ministry=ministry, office="")
    matches = match_programmes(printed, mine)
    assert [m.matched for m in matches if m.matched] == [p.id for m, p in zip(matches, drawn, strict=True) if m.matched]
    assert sum(m.certainty is Certainty.CERTAIN for m in matches) >= 59
    gone = {core(p.name) for p in drawn}
    without = match_programmes(printed, [p for p in mine if core(p.name) not in gone])
    assert [(m.name, m.matched) for m in without if m.matched] == []
