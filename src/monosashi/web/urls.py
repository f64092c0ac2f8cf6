"""The addresses. Beside every page lie its data, one suffix away: ``.json`` and ``.csv``."""

from django.urls import include, path

from monosashi.web.views import checks, comparing, findings, health, judgement, listing, paper, report, sheet

#: The office's own parts stand first: their addresses are narrower than those of the sheets' pages.
urlpatterns = [
    path("", include("monosashi.web.people.urls")),
    path("", include("monosashi.web.intake.urls")),
    path("", include("monosashi.web.authoring.urls")),
    path("", include("monosashi.web.collecting.urls")),
    path("", include("monosashi.web.registers.urls")),
    path("", include("monosashi.web.ledgers.urls")),
    path("", include("monosashi.web.reconciliation.urls")),
    path("", include("monosashi.web.funds.urls")),
    path("", include("monosashi.web.evidence.urls")),
    path("", include("monosashi.web.review.urls")),
    path("", include("monosashi.web.framework.urls")),
    path("", include("monosashi.web.operations.urls")),
    path("", include("monosashi.web.api.urls")),
    path("", listing.page, name="sheets"),
    path("sheets.json", listing.as_json, name="sheets-json"),
    path("sheets.csv", listing.as_csv, name="sheets-csv"),
    path("sheets/<slug:name>/", sheet.page, name="sheet"),
    path("sheets/<slug:name>.json", sheet.as_json, name="sheet-json"),
    path("sheets/<slug:name>.csv", sheet.as_csv, name="sheet-csv"),
    path("sheets/<slug:name>/document", sheet.document, name="document"),
    path("sheets/<slug:name>/form.xlsx", sheet.form, name="form"),
    path("sheets/<slug:name>/form.html", sheet.form_to_print, name="form-page"),
    path("sheets/<slug:name>/paper/", paper.first, name="paper"),
    path("sheets/<slug:name>/paper/<int:number>", paper.page, name="paper-page"),
    path("sheets/<slug:name>/paper/<int:number>.png", paper.image, name="paper-image"),
    path("sheets/<slug:name>/findings/", findings.page, name="findings"),
    path("sheets/<slug:name>/findings.json", findings.as_json, name="findings-json"),
    path("sheets/<slug:name>/findings.csv", findings.as_csv, name="findings-csv"),
    path("sheets/<slug:name>/judgement/", judgement.page, name="judgement"),
    path("sheets/<slug:name>/judgement.json", judgement.as_json, name="judgement-json"),
    path("sheets/<slug:name>/judgement.csv", judgement.as_csv, name="judgement-csv"),
    path("sheets/<slug:name>/report/", report.page, name="report"),
    path("sheets/<slug:name>/report/print", report.printed, name="report-print"),
    path("compare/", comparing.page, name="compare"),
    path("compare.json", comparing.as_json, name="compare-json"),
    path("compare.csv", comparing.as_csv, name="compare-csv"),
    path("checks/", checks.listing, name="checks"),
    path("checks.json", checks.as_json, name="checks-json"),
    path("checks.csv", checks.as_csv, name="checks-csv"),
    path("checks/<slug:code>/", checks.page, name="check"),
    path("checks/<slug:code>.json", checks.one_as_json, name="check-json"),
    path("healthz", health.page, name="health"),
]

handler400 = "monosashi.web.errors.bad_request"
handler403 = "monosashi.web.errors.refused"
handler404 = "monosashi.web.errors.not_found"
handler500 = "monosashi.web.unavailable.server_error"
