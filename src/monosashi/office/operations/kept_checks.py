"""Checks of what is kept: the log, every version, what belongs to nothing, and what is missing from the lists."""

import datetime as dt
from collections.abc import Iterator

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from monosashi.office.keeping import clock
from monosashi.office.operations.checked import Checked, bad, good
from monosashi.office.operations.proving import prove_and_note
from monosashi.office.operations.record_checks import record_checks
from monosashi.store.models import Intake, KeptDocument, KeptReading, KeptSheet, SheetSummary, Version
from monosashi.store.versions import opened

#: A reading that has not ended after so long will not.
_READING_HOURS = 1
#: Names told in a sentence at most.
_NAMED = 5


def kept_checks(*, whole: bool) -> Iterator[Checked]:
    """Each check in turn; the log and every version only where the ``whole`` is asked for."""
    yield _orphans()
    yield _headless()
    yield _stuck()
    yield _lists()
    yield from record_checks(whole=whole)
    if whole:
        yield _log()
        yield _versions()


def _log() -> Checked:
    proof = prove_and_note()
    if not proof.holds:
        first = proof.problems[0].message
        count = len(proof.problems)
        return bad(
            "log",
            (f"記録に {count} 件の問題があります（{first.ja}）。", f"The log has {count} problems ({first.en})"),
            (
                "monosashi verify-log で全部を見て、控えと比べてください。",
                "See all with monosashi verify-log, and compare with a backup.",
            ),
        )
    return good(
        "log", f"記録に問題はありません（{proof.head.number}件）。", f"The log verifies ({proof.head.number} entries)."
    )


def _versions() -> Checked:
    broken = []
    count = 0
    for version in Version.objects.select_related("sheet").order_by("pk").iterator(chunk_size=20):
        count += 1
        try:
            opened(version)
        except (ValueError, KeyError):
            broken.append(f"{version.sheet.slug} v{version.number}")
    if broken:
        named = _few(broken)
        return bad(
            "versions",
            (f"開けない版が {len(broken)} あります：{named}", f"{len(broken)} versions cannot be opened: {named}"),
            (
                "控えから復元するか、この知らせを添えて開発元に知らせてください。",
                "Restore from a backup, or report it with this message.",
            ),
        )
    return good("versions", f"すべての版（{count}）が開けます。", f"All {count} versions can be opened.")


def _orphans() -> Checked:
    loose = KeptDocument.objects.filter(pk__in=_unreferred(KeptDocument).values("pk"))
    # of a document that is used, earlier readings stay beside the newest
    used = KeptDocument.objects.exclude(pk__in=loose.values("pk"))
    readings = (
        KeptReading.objects.filter(pk__in=_unreferred(KeptReading).values("pk")).exclude(document__in=used).count()
    )
    documents = loose.count()
    if documents or readings:
        return bad(
            "orphans",
            (
                f"どの取り込みにも属さない文書が {documents}、読取り結果が {readings} あります。",
                f"{documents} documents and {readings} readings belong to no intake.",
            ),
            (
                "monosashi verify-log で、記録にあるかを確かめてください。",
                "See with monosashi verify-log whether the log tells of them.",
            ),
        )
    return good(
        "orphans", "どこにも属さない文書や読取り結果はありません。", "No document or reading belongs to nothing."
    )


def _unreferred(kind: type[models.Model]) -> QuerySet[models.Model]:
    """The rows of a table to which no row of another refers."""
    found = kind._default_manager.all()
    for relation in kind._meta.related_objects:
        there = relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
        found = found.filter(~Exists(there))
    return found


def _headless() -> Checked:
    headless = list(
        KeptSheet.objects.filter(Q(head__isnull=True) | ~Q(head__sheet=F("pk"))).values_list("slug", flat=True)
    )
    if headless:
        named = _few(headless)
        return bad(
            "heads",
            (f"最新の版が分からない表があります：{named}", f"The newest version is not known of: {named}"),
            ("控えから復元してください。", "Restore from a backup."),
        )
    return good("heads", "どの表にも最新の版があります。", "Every sheet has its newest version.")


def _stuck() -> Checked:
    since = clock.now() - dt.timedelta(hours=_READING_HOURS)
    stuck = Intake.objects.filter(state="reading", claimed__lt=since).count()
    if stuck:
        return bad(
            "reading",
            (
                f"読み取りが終わらない文書が {stuck} あります。",
                f"{stuck} documents have been read for more than an hour.",
            ),
            ("「取り込み」のページで、もう一度読み取らせてください。", "Have them read again on the page of intake."),
        )
    return good("reading", "読み取りの途中で止まった文書はありません。", "No document is stuck while being read.")


def _lists() -> Checked:
    listed = SheetSummary.objects.filter(released=False, version=F("sheet__head")).values("sheet")
    missing = list(KeptSheet.objects.exclude(pk__in=listed).order_by("slug").values_list("slug", flat=True))
    if missing:
        named = _few(missing)
        return bad(
            "lists",
            (
                f"一覧や検索に最新の内容が出ない表があります：{named}",
                f"Lists and searches do not show the newest of: {named}",
            ),
            ("monosashi rebuild を実行してください。", "Run monosashi rebuild."),
        )
    return good(
        "lists", "一覧と検索は、最新の版から作られています。", "Lists and searches are drawn from the newest versions."
    )


def _few(names: list[str]) -> str:
    more = len(names) - _NAMED
    return "、".join(names[:_NAMED]) + (f" (+{more})" if more > 0 else "")
