"""Operations that read. Each asks the office as the actor behind the request, and answers one type.

Lists are answered as lists: a tuple of two would be taken for a status and its answer.
"""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Path, Query

from monosashi.model import Finding
from monosashi.office import framework, served
from monosashi.office.framework import Asked, Correspondences, Item, PeriodLine, Standing, Step
from monosashi.office.framework.desk import Pile, desk
from monosashi.office.judging import Judged
from monosashi.office.review.comments import Thread, threads
from monosashi.office.review.editions import EditionKey, Told
from monosashi.office.review.errata import EditionChanges
from monosashi.web.api.asking import asker
from monosashi.web.api.service import REFUSALS, api

#: No page of a list is longer.
MOST = 500
Limit = Annotated[int, Query(ge=1, le=MOST)]
Offset = Annotated[int, Query(ge=0)]
Page = Annotated[int, Query(ge=1, le=10**6)]
Year = Annotated[int, Path(ge=1900, le=9999)]
Number = Annotated[str, Path(max_length=40, pattern=r"^[^\x00]+$")]
Kind = Literal["plan", "evaluation"]


@api.get("/me", response={200: served.Me, **REFUSALS}, summary="だれとして読んでいるか / Who asks")
def me(request: HttpRequest) -> served.Me:
    """The account that the token or session acts for; empty for the public."""
    return served.me(asker(request))


@api.get("/sheets", response={200: served.SheetsPage, **REFUSALS}, summary="表の一覧 / The list of sheets")
def sheets(
    request: HttpRequest,
    q: str = "",
    ministry: str = "",
    nendo: int | None = None,
    offset: Offset = 0,
    limit: Limit = 100,
) -> served.SheetsPage:
    """The sheets the asker may see, by slug; those whose name, identifier, ministry or slug holds every word of q."""
    return served.sheets(asker(request), q, ministry, nendo, (offset, limit))


@api.get("/sheets/{slug:slug}", response={200: served.SheetAnswer, **REFUSALS}, summary="表 / A sheet")
def sheet(request: HttpRequest, slug: str) -> served.SheetAnswer:
    """The newest version where the asker may see drafts, else the last released edition."""
    return served.sheet(asker(request), slug)


@api.get(
    "/sheets/{slug:slug}/versions",
    response={200: list[served.VersionLine], **REFUSALS},
    summary="版の一覧 / Versions of a sheet",
)
def versions(request: HttpRequest, slug: str) -> list[served.VersionLine]:
    """Every version, the first first."""
    return list(served.versions(asker(request), slug))


@api.get(
    "/sheets/{slug:slug}/versions/{number}",
    response={200: served.VersionAnswer, **REFUSALS},
    summary="版 / A version of a sheet",
)
def version(request: HttpRequest, slug: str, number: int) -> served.VersionAnswer:
    """A version with its content and the sha256 of its canonical JSON."""
    return served.version(asker(request), slug, number)


@api.get(
    "/sheets/{slug:slug}/tables/{slug:name}",
    response={200: served.TableAnswer, **REFUSALS},
    summary="平らな表 / A flat table of a sheet",
)
def table(request: HttpRequest, slug: str, name: str) -> served.TableAnswer:
    """One of the tables of the contract (indicators, yearly, money ...), the values as printed."""
    return served.table_of(asker(request), slug, name)


@api.get(
    "/sheets/{slug:slug}/findings",
    response={200: list[Finding], **REFUSALS},
    summary="指摘 / Findings of a sheet",
)
def findings(request: HttpRequest, slug: str) -> list[Finding]:
    """What is found about the sheet now."""
    return list(served.findings(asker(request), slug))


@api.get(
    "/sheets/{slug:slug}/comments",
    response={200: list[Thread], **REFUSALS},
    summary="コメント / Comments on a sheet",
)
def comments(request: HttpRequest, slug: str, at: str | None = None) -> list[Thread]:
    """The threads that the asker may read, open ones first; those on one value where its path is given. To read them
    changes nothing."""
    return list(threads(asker(request), slug, at))


@api.get(
    "/sheets/{slug:slug}/judgement",
    response={200: Judged, **REFUSALS},
    summary="判定 / The judgement of a sheet",
)
def judgement(request: HttpRequest, slug: str, rule: str = "", year: str = "") -> Judged:
    """By the rule in force or the one named, for the latest year with an actual or the one named."""
    return served.judgement(asker(request), slug, rule, year)


@api.get(
    "/editions/{slug:ministry}/{nendo}/{number}",
    response={200: served.EditionAnswer, **REFUSALS},
    summary="公表された版 / A released edition",
)
def edition(
    request: HttpRequest, ministry: str, nendo: Year, number: Number, kind: Kind = "plan", edition: int | None = None
) -> served.EditionAnswer:
    """The newest edition, or the one of that number; for everyone, without a token."""
    return served.edition(_key(ministry, nendo, number, kind), edition)


@api.get(
    "/editions/{slug:ministry}/{nendo}/{number}/all",
    response={200: list[Told], **REFUSALS},
    summary="公表の一覧 / Every edition of a sheet",
)
def editions(request: HttpRequest, ministry: str, nendo: Year, number: Number, kind: Kind = "plan") -> list[Told]:
    """Every edition, the newest first; for everyone, without a token."""
    return list(served.editions_of(_key(ministry, nendo, number, kind)))


@api.get("/errata", response={200: list[EditionChanges], **REFUSALS}, summary="正誤 / Errata of released sheets")
def errata(request: HttpRequest, ministry: str = "", page: Page = 1) -> list[EditionChanges]:
    """What changed with each edition after a first, the latest first; for everyone, without a token."""
    return list(served.errata_since(ministry, page))


@api.get("/framework", response={200: list[PeriodLine], **REFUSALS}, summary="計画期間の一覧 / Periods")
def periods(request: HttpRequest) -> list[PeriodLine]:
    """Every period of the framework that the asker may see."""
    return list(framework.periods(asker(request)))


@api.get("/framework/{period}", response={200: served.PeriodAnswer, **REFUSALS}, summary="政策体系 / A period's tree")
def period(request: HttpRequest, period: int) -> served.PeriodAnswer:
    """The tree of a period, and what its policies came from."""
    return served.framework_of(asker(request), period)


@api.get(
    "/framework/{period}/lineage",
    response={200: Correspondences, **REFUSALS},
    summary="対応表 / Correspondences of a period",
)
def lineage(request: HttpRequest, period: int) -> Correspondences:
    """The table of correspondences with the period before."""
    return framework.correspondences(asker(request), period)


@api.get("/calendar", response={200: list[Item], **REFUSALS}, summary="評価カレンダー / The calendar of a year")
def calendar(
    request: HttpRequest,
    year: int | None = None,
    step: Step | None = None,
    standing: Standing | None = None,
    office: str = "",
) -> list[Item]:
    """Each policy's steps in a fiscal year (this one unless another is named), due, overdue or done."""
    asked = Asked(step=step, standing=standing, office=office)
    return list(framework.calendar(asker(request), year or framework.this_year(), asked))


@api.get("/desk", response={200: list[Pile], **REFUSALS}, summary="机 / What waits for the asker")
def waiting(request: HttpRequest) -> list[Pile]:
    """What waits for the person that the token acts for."""
    return list(desk(asker(request)))


def _key(ministry: str, nendo: Year, number: Number, kind: Kind) -> EditionKey:
    return EditionKey.model_validate({"ministry": ministry, "nendo": nendo, "number": number, "kind": kind})
