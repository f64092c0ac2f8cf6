"""Operations of registers: which there are, their records, and the rules that count them."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query

from monosashi.model import CountingRule, Noun
from monosashi.office.recording import served
from monosashi.office.recording.reading_out import rules_for
from monosashi.office.recording.seeing import Wanted
from monosashi.web.api.asking import asker
from monosashi.web.api.operations import Limit, Offset
from monosashi.web.api.service import REFUSALS, api

RecordCode = Annotated[str, Path(max_length=80, pattern=r"^[^\x00]+$")]


class AskedRecords(Noun):
    """What of a register is asked for; an empty part asks for anything."""

    q: str = ""
    nendo: str = ""
    state: str = ""
    policy: str = ""


@api.get("/registers", response={200: list[served.RegisterAnswer], **REFUSALS}, summary="台帳の一覧 / Registers")
def registers(request: HttpRequest) -> list[served.RegisterAnswer]:
    """Every register of the ministries whose records the asker may see, with its definition."""
    return list(served.registers(asker(request)))


@api.get(
    "/registers/{slug:ministry}/{slug:code}/records",
    response={200: served.RecordsAnswer, **REFUSALS},
    summary="台帳の記録 / Records of a register",
)
def records(
    request: HttpRequest,
    ministry: str,
    code: str,
    asked: Query[AskedRecords],
    offset: Offset = 0,
    limit: Limit = 100,
) -> served.RecordsAnswer:
    """Those that say every word of q, of a fiscal year (2019; none: without a day), in a state, for a policy."""
    wanted = Wanted.model_validate(asked.model_dump())
    return served.records(asker(request), ministry, code, wanted, (offset, limit))


@api.get(
    "/registers/{slug:ministry}/{slug:code}/records/{record}",
    response={200: served.RecordAnswer, **REFUSALS},
    summary="記録 / A record",
)
def record(request: HttpRequest, ministry: str, code: str, record: RecordCode) -> served.RecordAnswer:
    """One record as it stands, with its versions."""
    return served.record(asker(request), ministry, code, record)


@api.get(
    "/registers/{slug:ministry}/rules",
    response={200: list[CountingRule], **REFUSALS},
    summary="算定の規則 / Counting rules",
)
def rules(request: HttpRequest, ministry: str) -> list[CountingRule]:
    """The rules in force for a ministry's registers."""
    return list(rules_for(asker(request), ministry))
