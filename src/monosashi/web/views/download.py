"""Files to be kept: their bytes, type and name, whatever script the name is written in (RFC 6266, RFC 5987)."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

CSV = "text/csv; charset=utf-8"
HTML = "text/html; charset=utf-8"
JSON = "application/json"
PNG = "image/png"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(data: bytes, media_type: str, name: str) -> HttpResponse:
    """An answer that a browser saves under a name."""
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(data, content_type=media_type, headers={"Content-Disposition": disposition or "attachment"})


def shown(text: str, media_type: str) -> HttpResponse:
    """An answer that a program or a browser reads in place."""
    return HttpResponse(text.encode(), content_type=media_type)
