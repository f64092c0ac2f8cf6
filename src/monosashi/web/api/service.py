"""The API: how it answers, and how it refuses. Its operations are in ``operations`` and ``collecting``."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.renderers import BaseRenderer
from ninja.responses import NinjaJSONEncoder

from monosashi.model import Message, Noun
from monosashi.model.error import MonosashiError
from monosashi.web.api.asking import UnknownToken
from monosashi.web.api.schema import Document
from monosashi.web.errors import status_of


class Failure(Noun):
    """What went wrong: a stable code, and a sentence in both languages (docs/errors.md)."""

    code: str
    message: Message


class Refused(Noun):
    """The answer to what is refused."""

    error: Failure


class PlainJSON(BaseRenderer):
    """JSON as it is read: no escapes but those it demands, the fields in the order of their type."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> str:
        """The text of an answer."""
        return json.dumps(data, cls=NinjaJSONEncoder, ensure_ascii=False, separators=(",", ":"))


class _API(NinjaAPI):
    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> Document:
        """The OpenAPI document. Without ``path_prefix`` as the API is mounted."""
        return Document(self, self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)


api = _API(
    title="monosashi",
    version="1",
    description="事前分析表・評価書を読み、照会に答える。Read policy evaluation sheets, and answer what is asked.",
    urls_namespace="api",
    docs_url=None,
    openapi_url="/openapi.json",
    renderer=PlainJSON(),
)

#: What any operation may answer instead.
REFUSALS: dict[int, type[Refused]] = dict.fromkeys((400, 401, 403, 404, 409, 429, 503), Refused)


@api.exception_handler(MonosashiError)
def refused(request: HttpRequest, error: MonosashiError) -> HttpResponse:
    """An error of the office, with the status and code of its page; 401 for a token that is worth nothing."""
    unknown = isinstance(error, UnknownToken)
    answer = _answer(request, error.code, error.message, 401 if unknown else status_of(error))
    if unknown:
        answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """400: a parameter or body that is not of its type; the sentence names it."""
    places = "、".join(".".join(str(step) for step in one["loc"]) for one in error.errors)
    said = Message(
        ja=f"要求の {places} が正しくありません。何も変更していません。型を確かめて、もう一度送ってください。",
        en=f"{places} of the request is not right. Nothing was changed. Check its type and send it again.",
    )
    return _answer(request, "bad-request", said, 400)


def _answer(request: HttpRequest, code: str, message: Message, status: int) -> HttpResponse:
    told = Refused(error=Failure(code=code, message=message))
    return api.create_response(request, told.model_dump(mode="json"), status=status)
