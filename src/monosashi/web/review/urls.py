"""The addresses of this part."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.review import views_comments as comments
from monosashi.web.review import views_desk as desk
from monosashi.web.review import views_editions as editions
from monosashi.web.review import views_history as history
from monosashi.web.review import views_settled as settled
from monosashi.web.review import views_sheet as sheet

#: What lies under an edition: the rest of the address, the view, the end of its name.
_UNDER_AN_EDITION = (
    ("", editions.page, ""),
    (".json", editions.as_json, "-json"),
    (".csv", editions.as_csv, "-csv"),
    (".xlsx", editions.workbook, "-xlsx"),
    ("/print", editions.printed, "-print"),
    ("/changes", editions.changes, "-changes"),
    ("/changes.csv", editions.changes_csv, "-changes-csv"),
    ("/indicators/<str:number>.json", editions.indicator_json, "-indicator-json"),
    ("/indicators/<str:number>/<int:nendo>.json", editions.indicator_json, "-indicator-year-json"),
    ("/indicators/<str:number>/<int:nendo>", editions.indicator, "-indicator-year"),
    ("/indicators/<str:number>", editions.indicator, "-indicator"),
)


def _editions(under: str, kind: str) -> list[URLPattern]:
    """The addresses of the editions of one kind of sheet."""
    base, told = f"sheets/<slug:ministry>/<int:year>/<str:sheet>/{under}", {"kind": kind}
    name = "edition" if kind == "plan" else "evaluation-edition"
    return [
        *(path(f"{base}v<int:edition>{rest}", view, told, f"{name}{end}") for rest, view, end in _UNDER_AN_EDITION),
        path(base, editions.page, told, f"{name}-newest"),
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    path("review/", desk.page, name="review"),
    path("review/step", desk.many, name="review-many"),
    path("sheets/<slug:name>/review/", sheet.page, name="review-sheet"),
    path("sheets/<slug:name>/review/step", sheet.step, name="review-step"),
    path("sheets/<slug:name>/review/release", sheet.to_public, name="review-release"),
    path("sheets/<slug:name>/review/send-back", sheet.returned, name="review-send-back"),
    path("sheets/<slug:name>/review/council", sheet.council, name="review-council"),
    path("sheets/<slug:name>/report/keep", sheet.keep_report, name="report-keep"),
    path("sheets/<slug:name>/comments/", comments.page, name="comments"),
    path("sheets/<slug:name>/comments.json", comments.as_json, name="comments-json"),
    path("sheets/<slug:name>/comments/new", comments.new, name="comment-new"),
    path("sheets/<slug:name>/comments/answer", comments.answer, name="comment-answer"),
    path("sheets/<slug:name>/comments/resolve", comments.resolve, name="comment-resolve"),
    path("sheets/<slug:name>/comments/withdraw", comments.withdraw, name="comment-withdraw"),
    path("sheets/<slug:name>/proposals/new", comments.propose, name="proposal-new"),
    path("sheets/<slug:name>/proposals/decide", comments.decide, name="proposal-decide"),
    path("sheets/<slug:name>/settled/", settled.page, name="settled"),
    path("sheets/<slug:name>/settled/waive", settled.waive, name="settled-waive"),
    path("sheets/<slug:name>/settled/override", settled.override, name="settled-override"),
    path("sheets/<slug:name>/settled/lift", settled.lift, name="settled-lift"),
    path("sheets/<slug:name>/history/", history.page, name="history"),
    path("sheets/<slug:name>/history/<int:version>/", history.version, name="history-version"),
    path("sheets/<slug:name>/history/<int:version>.json", history.version_json, name="history-version-json"),
    path("sheets/<slug:name>/history/restore", history.restored, name="history-restore"),
    *_editions("", "plan"),
    *_editions("evaluation/", "evaluation"),
    path("indicators/<slug:identity>/", editions.identity, name="indicator"),
    path("indicators/<slug:identity>.json", editions.identity_json, name="indicator-json"),
    path("errata/", editions.all_errata, name="errata"),
    path("errata.csv", editions.all_errata_csv, name="errata-csv"),
]
