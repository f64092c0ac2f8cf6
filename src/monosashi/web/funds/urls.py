"""The addresses of funds: the ministry's, the fund's code."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.funds import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("funds/", views.listing, name="funds"),
    path("funds/<slug:ministry>/<slug:fund>/", views.page, name="fund"),
    path("funds/<slug:ministry>/<slug:fund>.json", views.as_json, name="fund-json"),
    path("funds/<slug:ministry>/<slug:fund>.csv", views.as_csv, name="fund-csv"),
]
