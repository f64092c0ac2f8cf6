"""The addresses of this part."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.ledgers import books, projects

urlpatterns: list[URLPattern | URLResolver] = [
    path("ledgers/", books.page, name="ledgers"),
    path("ledgers/import", books.import_files, name="ledgers-import"),
    path("ledgers/<int:source>/faults/", books.faults_page, name="ledger-faults"),
    path("ledgers/projects/", projects.page, name="ledger-projects"),
    path(
        "ledgers/projects/<slug:book>/<int:edition>/<str:code>.json", projects.one_as_json, name="ledger-project-json"
    ),
    path("ledgers/projects/<slug:book>/<int:edition>/<str:code>/", projects.one, name="ledger-project"),
]
