"""The addresses of rounds. Numbers in them are those of the round, the ask and the upload."""

from django.urls import URLPattern, URLResolver, path

from monosashi.web.collecting import answering, listing, one, opening, reminding, sending

urlpatterns: list[URLPattern | URLResolver] = [
    path("rounds/", listing.page, name="rounds"),
    path("rounds/new/", opening.page, name="round-new"),
    path("rounds/<int:number>/", one.page, name="round"),
    path("rounds/<int:number>/act", one.act, name="round-act"),
    path("rounds/<int:number>/change", one.change, name="round-change"),
    path("rounds/<int:number>/answers.csv", one.as_csv, name="round-csv"),
    path("rounds/<int:number>/asks/<int:ask>/", one.history, name="round-ask"),
    path("rounds/<int:number>/answer/", answering.page, name="round-answer"),
    path("rounds/<int:number>/answer/<int:ask>/draft", answering.draft, name="round-draft"),
    path("rounds/<int:number>/workbooks/<slug:address>.xlsx", sending.workbook, name="round-workbook"),
    path("rounds/<int:number>/workbooks.zip", sending.workbooks, name="round-workbooks"),
    path("rounds/<int:number>/uploads", sending.upload, name="round-upload"),
    path("rounds/<int:number>/uploads/<int:upload_id>/", sending.preview, name="round-preview"),
    path("rounds/<int:number>/uploads/<int:upload_id>/take", sending.take, name="round-take"),
    path("rounds/<int:number>/uploads/<int:upload_id>/aside", sending.aside, name="round-aside"),
    path("rounds/<int:number>/uploads/<int:upload_id>/marked.xlsx", sending.marked, name="round-marked"),
    path("rounds/<int:number>/reminders/", reminding.page, name="round-reminders"),
]
