"""The addresses of this part."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.authoring import views_live, views_new, views_part, views_versions

urlpatterns: list[URLPattern | URLResolver] = [
    path("sheets/new/", views_new.page, name="new-sheet"),
    path("sheets/<slug:name>/edit/", views_part.overview_page, name="edit"),
    path("sheets/<slug:name>/edit/draft", views_live.draft, name="edit-draft"),
    path("sheets/<slug:name>/edit/discard", views_live.discard, name="edit-discard"),
    path("sheets/<slug:name>/edit/live", views_live.findings, name="edit-live"),
    path("sheets/<slug:name>/edit/act", views_part.act, name="edit-act"),
    path("sheets/<slug:name>/edit/why/", views_versions.why_page, name="edit-why"),
    path("sheets/<slug:name>/edit/versions/", views_versions.page, name="edit-versions"),
    path("sheets/<slug:name>/edit/versions/restore", views_versions.restore_version, name="edit-restore"),
    path("sheets/<slug:name>/edit/<slug:part>/", views_part.page, name="edit-part"),
]
