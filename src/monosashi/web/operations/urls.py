"""The addresses of this part."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.operations import keeper_views, log_views

urlpatterns: list[URLPattern | URLResolver] = [
    path("log/", log_views.listing, name="log"),
    path("log.csv", log_views.as_csv, name="log-csv"),
    path("log.jsonl", log_views.as_json_lines, name="log-jsonl"),
    path("log/head.json", log_views.head, name="log-head"),
    path("operations/", keeper_views.page, name="operations"),
    path("operations/prove", keeper_views.prove, name="operations-prove"),
]
