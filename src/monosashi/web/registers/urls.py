"""The addresses of registers: the ministry's, the register's code, the record's id."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.registers import defining, editing, listing, one, rules

_REGISTER = "registers/<slug:ministry>/<slug:register>/"
_RECORD = _REGISTER + "records/<str:record>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("registers/", listing.registers, name="registers"),
    path("registers/company", editing.company, name="register-company"),
    path("registers/<slug:ministry>/define/", defining.new, name="register-define-new"),
    path("registers/<slug:ministry>/rules/", rules.page, name="register-rules"),
    path("registers/<slug:ministry>/rules/<slug:code>/", rules.one, name="register-rule"),
    path(_REGISTER, listing.page, name="register"),
    path(_REGISTER + "records.csv", listing.as_csv, name="register-csv"),
    path(_REGISTER + "records.json", listing.as_json, name="register-json"),
    path(_REGISTER + "define/", defining.page, name="register-define"),
    path(_REGISTER + "new/", editing.new, name="record-new"),
    path(_RECORD, one.page, name="record"),
    path(_RECORD + "edit/", editing.page, name="record-edit"),
    path(_RECORD + "act", one.act, name="record-act"),
    path(_RECORD + "evidence", one.evidence, name="record-evidence"),
    path(_RECORD + "files/<str:sha256>", one.file, name="record-file"),
]
