"""The addresses of this part."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.framework import (
    calendar_views,
    desk_views,
    lineage_views,
    linking_views,
    period_views,
    policy_views,
    rolling_views,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/", desk_views.page, name="desk"),
    path("framework/", period_views.listing, name="framework"),
    path("framework/<int:period>/", period_views.page, name="period"),
    path("framework/<int:period>.csv", period_views.as_csv, name="period-csv"),
    path("framework/<int:period>/edit/", period_views.edit, name="period-edit"),
    path("framework/<int:period>/next/", period_views.following, name="period-next"),
    path("framework/<int:period>/paste/", period_views.pasting, name="period-paste"),
    path("framework/<int:period>/fields/", policy_views.new_field, name="fields"),
    path("framework/fields/<int:field>/", policy_views.field, name="field"),
    path("framework/<int:period>/policies/", policy_views.new, name="policy-new"),
    path("framework/policies/<int:policy>/", policy_views.page, name="policy"),
    path("framework/policies/<int:policy>/remove/", policy_views.remove, name="policy-remove"),
    path("framework/<int:period>/lineage/", lineage_views.page, name="lineage"),
    path("framework/<int:period>/sheets/", linking_views.page, name="linking"),
    path("framework/<int:period>/roll-forward/", rolling_views.many, name="roll-many"),
    path("calendar/", calendar_views.page, name="calendar"),
    path("calendar.csv", calendar_views.as_csv, name="calendar-csv"),
    path("calendar/dates/", calendar_views.dates, name="calendar-dates"),
    path("sheets/<slug:name>/roll-forward/", rolling_views.one, name="roll-forward"),
]
