"""The addresses of evidence: of a sheet's numbers, of one count, and of what a record feeds."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.evidence import views

_SHEET = "sheets/<slug:name>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path(_SHEET + "evidence/", views.page, name="evidence"),
    path(_SHEET + "evidence/count/", views.count, name="evidence-count"),
    path(_SHEET + "evidence.csv", views.as_csv, name="evidence-csv"),
    path(_SHEET + "evidence.json", views.as_json, name="evidence-json"),
    path("registers/<slug:ministry>/<slug:register>/records/<str:record>/feeds/", views.feeds, name="record-feeds"),
]
