from tests.office.recording.records import *
from tests.web.signed_in import client_as
from monosashi.office.recording.reading_out import add_records
def test_pages(world):
    w=added(world); added(world, "office"); add_records(world.actor("office"), seminars(120, office="国際第一課"))
    c=client_as(world,"division"); c.raise_request_exception=True
    b="/registers/soumu/"
    for a in ("/registers/", b+"consultations/", b+"consultations/new/", b+f"consultations/records/{w.code}/", b+f"consultations/records/{w.code}/edit/", b+"consultations/define/", b+"define/", b+"rules/", b+"rules/consultations/", b+"seminars/?page=2&q=1", "/registers/company?f.x=1234", b+"fund_cases/new/"):
        for lang in ("ja","en"):
            r=c.get(a+("&" if "?" in a else "?")+"lang="+lang); print(a, r.status_code)
    r=c.post(b+"consultations/new/", {"f."+k:v for k,v in TEXTS.items()}); print(r.status_code, r.headers.get("Location"))
    r=c.post(b+"consultations/new/", {"f.title":"x"}); print(r.status_code)
    c=client_as(world,"bureau"); c.raise_request_exception=True
    for a in (b+"consultations/define/", b+"define/", b+"rules/"):
        r=c.get(a); print(a, r.status_code)
