"""The addresses of this part."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.reconciliation import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("sheets/<slug:name>/reconciliation/", views.page, name="reconciliation"),
    path("sheets/<slug:name>/reconciliation.json", views.as_json, name="reconciliation-json"),
    path("sheets/<slug:name>/reconciliation/project", views.project, name="reconciliation-project"),
    path("sheets/<slug:name>/reconciliation/section", views.section, name="reconciliation-section"),
    path("sheets/<slug:name>/reconciliation/take-back", views.take_back, name="reconciliation-take-back"),
]
