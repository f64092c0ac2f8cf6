"""The means beside the projects: their money together, what a person chose, and the findings."""

from monosashi.auditing import audit_ledgers
from monosashi.ledgers.reconciling import reconcile, subject_of
from monosashi.model import Certainty, LedgerChoice, Project, Reconciliation, Sheet
from tests.ledgers.reconciling.drawn import budget, plain, programme, project, sheet

QUAY = "岸壁の点検に関する共同調査"
PORT = "港湾情報の国際的な発信の実施"
MEANS = (programme(1, QUAY, "平成17年度", "0001"), programme(2, PORT, "平成20年度", "0002"))


def projects(*more: Project, quay: tuple[int, int, int] = (1616, 1491, 800)) -> tuple[Project, ...]:
    return (
        project("0011", QUAY, 2005, quay),
        project("0012", PORT, 2008, (1000, 1000, 544)),
        project("0001", "灯台の改修", 1999, (5, 5, 5)),
        *more,
    )


def told(*more: Project, given: Sheet | None = None, **amounts: tuple[int, int, int]) -> Reconciliation:
    return reconcile(given or sheet(programmes=MEANS), projects(*more, **amounts), budget())


def codes(one: Reconciliation) -> list[list[tuple[str, str, str]]]:
    return [[(d.side, d.code, plain(d.amount)) for d in year.differences] for year in one.sums]


def test_the_projects_make_the_policys_money() -> None:
    one = told()
    assert [match.matched for match in one.programmes] == ["2021-未来-20-0011", "2021-未来-20-0012"]
    assert [(plain(y.summed_budget), plain(y.policy_budget)) for y in one.sums] == [
        ("2616", "2616"),
        ("2491", "2491"),
        ("1344", "1344"),
    ]
    assert [(plain(y.summed_executed), plain(y.policy_executed)) for y in one.sums] == [
        ("2616", "2293"),
        ("2491", "1978"),
        ("-", "-"),
    ]
    assert [[code for side, code, _ in year if side == "budget"] for year in codes(one)] == [[], [], []]


def test_half_a_million_a_project_is_rounding() -> None:
    one = told(quay=(1615, 1491, 801))
    assert [(side, code, off) for side, code, off in codes(one)[0] if side == "budget"] == [("budget", "rounding", "1")]
    assert codes(one)[2] == [("budget", "rounding", "-1")]


def test_a_project_that_the_sheet_does_not_name() -> None:
    one = told(project("0044", "会合の開催", 2019, (126, 0, 0)), quay=(1490, 1491, 800))
    assert [code for side, code, _ in codes(one)[0] if side == "budget"] == ["project-not-on-sheet"]
    assert "会合の開催" in one.sums[0].differences[0].ja


def test_a_project_of_several_policies() -> None:
    third = programme(3, "海外の港湾の総合的な支援", "平成30年度", "0003")
    own = sheet(programmes=(*MEANS, third))
    one = told(project("0013", "海外の港湾の総合的な支援", 2018, (900, 0, 0)), given=own)
    assert [code for side, code, _ in codes(one)[0] if side == "budget"] == ["project-of-several"]


def test_a_means_without_a_project_is_named() -> None:
    third = programme(3, "まったく別の水槽", "平成30年度", "0003")
    one = told(given=sheet(programmes=(*MEANS, third)), quay=(1000, 1491, 800))
    assert one.sums[0].unmatched == ("まったく別の水槽",)
    assert [code for side, code, _ in codes(one)[0] if side == "budget"] == ["means-unmatched"]


def test_what_nothing_explains_says_so() -> None:
    assert [code for side, code, _ in codes(told(quay=(1900, 1491, 800)))[0] if side == "budget"] == ["unexplained"]


def test_a_person_goes_before_the_machine() -> None:
    choice = LedgerChoice(
        about=subject_of(QUAY), chosen=("2021-未来-20-0001",), who="港湾 太郎", when="2024-04-01", why="名が変わった"
    )
    one = reconcile(sheet(programmes=MEANS), projects(), budget(), (choice,))
    first = one.programmes[0]
    assert (first.matched, first.certainty) == ("2021-未来-20-0001", Certainty.CHOSEN)
    assert first.reasons[0].ja == "人が選んだ：港湾 太郎 2024-04-01 名が変わった"
    none = reconcile(sheet(programmes=MEANS), projects(), budget(), (choice.model_copy(update={"chosen": ()}),))
    assert (none.programmes[0].matched, none.programmes[0].certainty) == ("", Certainty.CHOSEN)


def test_a_choice_of_a_project_that_is_gone_does_not_count() -> None:
    choice = LedgerChoice(about=subject_of(QUAY), chosen=("2021-未来-20-0999",))
    one = reconcile(sheet(programmes=MEANS), projects(), budget(), (choice,))
    assert (one.programmes[0].matched, one.programmes[0].certainty) == ("2021-未来-20-0011", Certainty.CERTAIN)


def test_numbers_that_differ_are_findings() -> None:
    given = sheet(programmes=MEANS)
    found = audit_ledgers(given, told())
    assert [(one.code, one.path, one.found, one.expected) for one in found] == [
        ("review-number-differs", "/programmes/0/review_number", "0001", "0011"),
        ("review-number-differs", "/programmes/1/review_number", "0002", "0012"),
    ]
    assert "「灯台の改修」の番号です" in found[0].message.ja


def test_numbers_that_agree_are_none() -> None:
    right = (programme(1, QUAY, "平成17年度", "0011"), programme(2, PORT, "平成20年度", "2021-未来-20-0012"))
    given = sheet(programmes=right)
    assert audit_ledgers(given, told(given=given)) == ()


def test_numbers_of_another_edition_are_not_held_against_the_sheet() -> None:
    given = sheet(programmes=MEANS)
    other = [
        project("0021", QUAY, 2005, (1, 1, 1), edition=2020),
        project("0022", PORT, 2008, (1, 1, 1), edition=2020),
    ]
    one = reconcile(given, other, ())
    assert [match.matched for match in one.programmes] == ["2020-未来-20-0021", "2020-未来-20-0022"]
    assert audit_ledgers(given, one) == ()


def test_money_that_differs_is_one_finding() -> None:
    cells = ("3,880百万円（2,293百万円）", "2,491百万円（1,978百万円）", "1,500百万円")
    given = sheet(cells=cells)
    one = reconcile(given, (), budget(), (LedgerChoice(about="policy", chosen=(LINE,)),))
    found = audit_ledgers(given, one)
    assert [(f.code, f.path, f.expected, f.found) for f in found] == [
        ("policy-total-differs", "/money/0", "2,616（2,293）百万円", "3,880（2,293）百万円")
    ]
    assert [item.path for item in found[0].evidence] == ["/money/2"]


def test_money_is_no_finding_while_the_line_is_open() -> None:
    cells = ("1百万円（1百万円）", "2百万円（2百万円）", "3百万円")
    given = sheet("港湾の一般的な整備", cells)
    assert audit_ledgers(given, reconcile(given, (), budget())) == ()


LINE = "general|未来省|未来本省|情報通信港湾戦略費|情報通信技術の港湾戦略に必要な経費"
