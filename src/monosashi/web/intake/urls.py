"""The addresses of this part."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.intake import acceptance, acts, listing, one

urlpatterns: list[URLPattern | URLResolver] = [
    path("intake/", listing.page, name="intake"),
    path("intake/upload", listing.upload_files, name="intake-upload"),
    path("intake/read", listing.read, name="intake-read"),
    path("intake/<int:number>/", one.page, name="intake-one"),
    path("intake/<int:number>/fields/", one.fields, name="intake-fields"),
    path("intake/<int:number>/document", one.document, name="intake-document"),
    path("intake/<int:number>/page/<int:page>.png", one.image, name="intake-image"),
    path("intake/<int:number>/read", acts.read, name="intake-read-one"),
    path("intake/<int:number>/again", acts.again, name="intake-again"),
    path("intake/<int:number>/confirm", acts.confirm_items, name="intake-confirm"),
    path("intake/<int:number>/correct", acts.correct, name="intake-correct"),
    path("intake/<int:number>/undo", acts.undo, name="intake-undo"),
    path("intake/<int:number>/set-aside", acts.put_aside, name="intake-set-aside"),
    path("intake/<int:number>/take-back", acts.take_back_up, name="intake-take-back"),
    path("intake/<int:number>/accept/", acceptance.page, name="intake-accept"),
]
