"""The addresses of this part."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.api import views
from monosashi.web.api.routes import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", views.page, name="api-page"),
    path("api/v1/", api.urls),
]
