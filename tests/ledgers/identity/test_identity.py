"""Links between two editions of invented books: what joins two sheets, and what must not."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.ledgers.chains import identities
from monosashi.ledgers.evidence import Weights
from monosashi.ledgers.identity import linked, linked_over
from monosashi.model import Certainty, Project
from monosashi.model.identity import Link
from tests.ledgers.identity.books import PURPOSE, project

OTHER_PURPOSE = "港の灯台の電球を取り替え、船の位置を知らせる電波の強さを測るための経費である。"
#: Two years' money as the edition of 2020 tells it, and as that of 2021 does (now with what was spent of 2020).
THEN = {2018: "345/345/330", 2019: "367/391/388", 2020: "412/412/"}
NOW = {2019: "367/391/388", 2020: "412/409/401", 2021: "398/398/"}


def ends(links: tuple[Link, ...]) -> list[tuple[str, str, str]]:
    return [(link.earlier[-4:], link.later[-4:], link.certainty.value) for link in links]


def first(**other: object) -> Project:
    return project(2020, "0010", "橋の見張り小屋の整備事業", THEN, **other)


@pytest.mark.parametrize(
    ("later", "renamed", "renumbered"),
    [
        (project(2021, "0010", "橋の見張り小屋の整備事業", NOW), False, False),
        (project(2021, "0031", "橋の見張り小屋の整備事業", NOW), False, True),
        (project(2021, "0031", "渡河安全確保推進費", NOW), True, True),
        (
            project(2021, "0031", "渡河安全確保推進費（旧：橋の見張り小屋の整備事業）", purpose=OTHER_PURPOSE),
            True,
            True,
        ),
        (project(2021, "0031", "橋の見張り小屋の整備事業", NOW, start=1926), False, True),
        (project(2021, "0031", "橋の見張り小屋の整備事業", NOW, ministry="別省", bureau="", division=""), False, True),
    ],
    ids=["unchanged", "renumbered", "renamed", "tells its older name", "another start, the same money", "moved"],
)
def test_one_project(later: Project, renamed: bool, renumbered: bool) -> None:
    (link,) = linked([first()], [later])
    assert (link.earlier, link.later, link.certainty) == (first().id, later.id, Certainty.CERTAIN)
    assert (link.renamed, link.renumbered) == (renamed, renumbered)


@pytest.mark.parametrize(
    "later",
    [
        project(2021, "0010", "灯台の電球の取替え", {2019: "12/12/11", 2020: "13/13/13"}, purpose=OTHER_PURPOSE),
        project(
            2021,
            "0010",
            "橋の見張り小屋の整備事業",
            {2020: "5/5/5"},
            ministry="別省",
            start=2012,
            division="",
            bureau="",
        ),
        project(
            2021, "0011", "灯台の電球の取替え", NOW, purpose=OTHER_PURPOSE, ministry="別省", start=2019, bureau="海"
        ),
    ],
    ids=["the same number", "the same name elsewhere, other money", "the same money elsewhere"],
)
def test_not_one_project(later: Project) -> None:
    assert [link for link in linked([first()], [later]) if link.certainty is Certainty.CERTAIN] == []


def test_the_next_of_a_series_is_another_project() -> None:
    earlier = project(2020, "0010", "第7回橋梁会議開催経費", {2018: "79/79/77"})
    later = project(2021, "0010", "第8回橋梁会議開催経費", {2021: "80/80/"}, start=2021)
    assert linked([earlier], [later]) == ()


def test_a_sheet_that_is_like_two_is_put_to_a_person() -> None:
    twins = [project(2021, number, "橋の見張り小屋の整備事業") for number in ("0021", "0022")]
    assert ends(linked([first()], twins)) == [("0010", "0021", "ambiguous")]


def test_a_split_by_the_sums_of_its_parts() -> None:
    parts = [
        project(2021, "0021", "橋の見張り小屋の整備事業（修繕）", {2019: "300/300/290", 2020: "352/352/350"}),
        project(2021, "0022", "橋の見張り小屋の整備事業（見張り）", {2019: "67/91/98", 2020: "60/57/51"}),
    ]
    links = linked([first()], parts)
    assert [(link.later[-4:], link.kind.value) for link in links] == [("0021", "split"), ("0022", "split")]
    assert links[0].reasons[0].ja == "2019・2020年度の当初予算が、分かれた先の合計と一致します。"
    assert len(linked([first()], [parts[0], project(2021, "0022", "灯台", purpose=OTHER_PURPOSE)])) == 1


def test_a_merger_by_the_sums_of_its_parts() -> None:
    parts = [
        project(2020, "0021", "橋の見張り小屋の整備事業（修繕）", {2019: "300/300/290", 2020: "352/352/"}),
        project(2020, "0022", "橋の見張り小屋の整備事業（見張り）", {2019: "67/91/98", 2020: "60/60/"}),
    ]
    links = linked(parts, [project(2021, "0010", "橋の見張り小屋の整備事業", NOW)])
    assert [(link.earlier[-4:], link.kind.value) for link in links] == [("0021", "merged"), ("0022", "merged")]


def test_reasons_are_told_in_both_languages_the_weightiest_first() -> None:
    (link,) = linked([first()], [project(2021, "0031", "渡河安全確保推進費", NOW)])
    assert [reason.ja for reason in link.reasons] == [
        "事業の目的が同じ文です。",
        "2019・2020年度の金額が両方のシートで一致します。",
        "事業名の似方は0.00です（1が同じ）。",
        "担当部局・課室が同じです。",
        "開始年度がどちらも2010年度です。",
    ]
    assert link.reasons[1].en == "Both sheets tell the same money for 2019・2020."


def test_evidence_that_is_weighed_by_nothing_is_not_told() -> None:
    later = project(2021, "0010", "渡河安全確保推進費", NOW, before=(first().id,))
    without = replace(Weights(), money=0, before=0, number=0)
    told = [reason.ja for link in linked([first()], [later], without) for reason in link.reasons]
    assert [words for words in told if "金額" in words or "挙げて" in words or "番号" in words] == []


NAMES = ("橋の見張り小屋", "橋の照明", "川の測量", "港の灯台", "橋の見張り小屋の修繕")
_BOOKS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 3), st.integers(2008, 2011)), max_size=6)


def _book(edition: int, drawn: list[tuple[str, int, int]]) -> list[Project]:
    return [
        project(edition, f"{n:04d}", name, {2019: f"{amount}/{amount}/{amount}"}, start=start)
        for n, (name, amount, start) in enumerate(drawn)
    ]


@given(_BOOKS, _BOOKS, st.randoms(use_true_random=False))
def test_each_project_in_one_link_whatever_the_order_of_the_books(
    one: list[tuple[str, int, int]], other: list[tuple[str, int, int]], draw: Random
) -> None:
    earlier, later = _book(2020, one), _book(2021, other)
    links = linked(earlier, later)
    continued = [link for link in links if link.kind == "continued"]
    assert len({link.earlier for link in continued}) == len({link.later for link in continued}) == len(continued)
    draw.shuffle(earlier)
    draw.shuffle(later)
    assert linked(earlier, later) == links


def test_an_identity_lasts_while_editions_are_added() -> None:
    books = [
        [project(2019, "0003", "橋の見張り小屋の整備事業", {2018: "345/345/330", 2019: "367/391/"})],
        [first()],
        [
            project(2021, "0031", "渡河安全確保推進費", NOW),
            project(2021, "0099", "灯台", purpose=OTHER_PURPOSE, start=2021),
        ],
    ]
    two = identities([*books[0], *books[1]], linked_over(books[:2]))
    three = identities([p for book in books for p in book], linked_over(books))
    assert [one.id for one in two] == ["2019-見本-20-0003"]
    assert [(one.id, one.name, [m.id[-4:] for m in one.members]) for one in three] == [
        ("2019-見本-20-0003", "渡河安全確保推進費", ["0003", "0010", "0031"]),
        ("2021-見本-20-0099", "灯台", ["0099"]),
    ]


def test_an_ambiguous_link_joins_nothing() -> None:
    later = [project(2021, number, "橋の見張り小屋の整備事業", purpose=PURPOSE) for number in ("0021", "0022")]
    links = linked([first()], later)
    assert len(identities([first(), *later], links)) == 3
    chosen = [link.model_copy(update={"certainty": Certainty.CHOSEN}) for link in links]
    assert len(identities([first(), *later], chosen)) == 2
