"""The addresses of registers: the ministry's, the register's code, the record's id."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.registers import defining, editing, listing, one, rules, sending, workbooks

_REGISTER = "registers/<slug:ministry>/<slug:register>/"
_RECORD = _REGISTER + "records/<str:record>/"
_UPLOAD = "registers/<slug:ministry>/uploads/<int:upload_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("registers/", listing.registers, name="registers"),
    path("registers/company", editing.company, name="register-company"),
    path("registers/<slug:ministry>/define/", defining.new, name="register-define-new"),
    path("registers/<slug:ministry>/rules/", rules.page, name="register-rules"),
    path("registers/<slug:ministry>/rules/<slug:code>/", rules.one, name="register-rule"),
    path(_UPLOAD, sending.preview, name="register-preview"),
    path(_UPLOAD + "take", sending.take, name="register-take"),
    path(_UPLOAD + "aside", sending.aside, name="register-aside"),
    path(_UPLOAD + "marked.xlsx", workbooks.marked, name="register-marked"),
    path(_REGISTER, listing.page, name="register"),
    path(_REGISTER + "records.csv", listing.as_csv, name="register-csv"),
    path(_REGISTER + "records.json", listing.as_json, name="register-json"),
    path(_REGISTER + "workbook.xlsx", workbooks.workbook, name="register-workbook"),
    path(_REGISTER + "upload", sending.upload, name="register-upload"),
    path(_REGISTER + "define/", defining.page, name="register-define"),
    path(_REGISTER + "new/", editing.new, name="record-new"),
    path(_RECORD, one.page, name="record"),
    path(_RECORD + "edit/", editing.page, name="record-edit"),
    path(_RECORD + "act", one.act, name="record-act"),
    path(_RECORD + "evidence", one.evidence, name="record-evidence"),
    path(_RECORD + "files/<str:sha256>", one.file, name="record-file"),
]
