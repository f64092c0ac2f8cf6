"""A sheet of the small world, and books that are drawn for it, kept as an import keeps them."""

from collections import Counter

from monosashi.model import Appropriation, Project
from monosashi.office.keeping import clock
from monosashi.office.keeping.saving import Whose, begin
from monosashi.office.ledgers.lines_kept import (
    appropriation_row,
    keep_appropriations,
    keep_projects,
    project_row,
)
from monosashi.store.models import LedgerSource
from tests.ledgers.reconciling.drawn import SETTLED_2021, budget, programme, project, sheet
from tests.world import World

SLUG = "soumu-R3-3"
PAGE = f"/sheets/{SLUG}/reconciliation/"
QUAY, PORT, FUND = "岸壁の点検に関する共同調査", "港湾情報の国際的な発信の実施", "港湾支援機構への出資"
LINE = "general|未来省|未来本省|情報通信港湾戦略費|情報通信技術の港湾戦略に必要な経費"
INVESTED = "産投出資：\n26,700百万円\n（22,470百万円）"


def begun(world: World, *, name: str = "政策3：ICTによる港湾戦略の推進") -> None:
    """The sheet, answered for by the first division."""
    means = (
        programme(1, QUAY, "平成17年度", "0001"),
        programme(2, PORT, "平成20年度", "0012"),
        programme(3, FUND, "平成27年度", "-", INVESTED),
    )
    whose = Whose(organisation="soumu-kokusai-1", nendo=2021, number="3")
    begin(world.actor("office"), SLUG, whose, sheet(name, programmes=means), reason_code="begun")


def imported(*, twins: bool = False) -> None:
    """The books. ``twins``: two projects bear the name of the first means."""
    keep_books(
        [
            project("0011", QUAY, 2005, (1616, 1491, 800)),
            *([project("0013", QUAY, 2005, (3, 3, 3))] if twins else []),
            project("0012", PORT, 2008, (1000, 995, 544)),
            project("0001", "灯台の改修", 1999, (5, 5, 5)),
        ],
        budget(SETTLED_2021),
    )


def keep_books(projects: list[Project], lines: list[Appropriation]) -> None:
    """Projects and lines of the budget as an import keeps them."""
    for n, book in enumerate(("review-sheets", "settlement")):
        source = LedgerSource.objects.create(
            sha256=str(n) * 64, kind=book, book=book, edition=2021, name=book, started=clock.now(), done=clock.now()
        )
        if book == "review-sheets":
            keep_projects(source, [project_row(source, one) for one in projects], Counter())
        else:
            keep_appropriations(source, [appropriation_row(one) for one in lines], Counter())
