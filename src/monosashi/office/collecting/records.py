"""A round as a flat table: one line a measure, everything that was asked and answered."""

import csv
import io
from decimal import Decimal, InvalidOperation

from monosashi.model.folding import fold
from monosashi.model.quantity import parse_quantity
from monosashi.office.collecting.seeing import AskLine, Filter, RoundLine, asks_for, round_line
from monosashi.office.keeping import Actor

COLUMNS = (
    *(
        "round",
        "name",
        "nendo",
        "deadline",
        "sheet",
        "identifier",
        "policy",
        "number",
        "measure",
        "bureau",
        "bureau_name",
    ),
    *(
        "division",
        "division_name",
        "state",
        "closed",
        "status",
        "text",
        "value",
        "unit",
        "value_nendo",
        "note",
        "evidence",
    ),
    *("doubts", "printed", "by_workbook", "late", "person", "time", "remark", "written_version", "previous_text"),
    *("year_target_text", "target_text", "baseline_text"),
)
#: How a spreadsheet knows a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def round_csv(actor: Actor, round_id: int, wanted: Filter | None = None) -> str:
    """The lines that the actor sees, as CSV with a header. A text that a spreadsheet would take for a formula is led by an
    apostrophe. Raises ``NoSuchRound``."""
    asked = round_line(actor, round_id)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in asks_for(actor, round_id, wanted):
        row = _row(asked, line)
        writer.writerow([harmless(row[column]) for column in COLUMNS])
    return out.getvalue()


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula; a plain negative number stays.

    >>> harmless("=1+1"), harmless("-5"), harmless("＝1+1")
    ("'=1+1", '-5', "'＝1+1")
    """
    if not fold(text).startswith(_FORMULA):
        return text
    try:
        Decimal(text)
    except InvalidOperation:
        return f"'{text}"
    return text


def _row(asked: RoundLine, line: AskLine) -> dict[str, str]:
    reply, given = line.asked.reply, line.answer
    quantity = parse_quantity(reply.text)
    past = line.asked.past[-1] if line.asked.past else None
    return {
        "round": str(asked.id),
        "name": asked.name,
        "nendo": str(asked.nendo),
        "deadline": asked.deadline.isoformat(),
        "sheet": line.slug,
        "identifier": line.sheet,
        "policy": line.policy,
        "number": line.asked.number,
        "measure": line.asked.name,
        "bureau": line.bureau,
        "bureau_name": line.bureau_name,
        "division": line.division,
        "division_name": line.division_name,
        "state": line.state,
        "closed": str(line.closed).lower(),
        "status": reply.state.value if reply.state else "",
        "text": reply.text,
        "value": f"{quantity.value:f}" if quantity else "",
        "unit": (quantity.unit if quantity else "") or line.asked.unit,
        "value_nendo": str(reply.year or asked.nendo) if reply.text else "",
        "note": reply.note,
        "evidence": reply.evidence,
        "doubts": " ".join(doubt.code for doubt in line.doubts),
        "printed": line.printed,
        "by_workbook": str(given.by_workbook).lower() if given else "",
        "late": str(given.late).lower() if given else "",
        "person": given.person if given else "",
        "time": given.time.isoformat() if given else "",
        "remark": line.asked.remark,
        "written_version": str(line.written or ""),
        "previous_text": f"{past.year}：{past.text}" if past else "",
        "year_target_text": line.asked.year_target,
        "target_text": line.asked.target,
        "baseline_text": line.asked.baseline,
    }
