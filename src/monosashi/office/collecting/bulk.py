"""Acts of the evaluation office over many lines at once: return with a reason, close, open."""

from collections.abc import Sequence

from django.db import transaction

from monosashi.model import Message
from monosashi.office.collecting.refusals import NothingChosen
from monosashi.office.collecting.rounds import object_of
from monosashi.office.collecting.seeing import round_to
from monosashi.office.keeping import Actor, clock
from monosashi.store.log import append
from monosashi.store.models import Ask, Round

_LONGEST = 2000


@transaction.atomic
def return_answers(actor: Actor, round_id: int, asks: Sequence[int], why: str) -> int:
    """Send answers back with a reason; gives how many there were to send back. Raises ``NothingChosen`` without lines or
    a reason, ``NoSuchRound``, ``MayNot``."""
    found, rows = _chosen(actor, round_id, asks)
    reason = why.replace("\x00", "").strip()
    if not reason or len(reason) > _LONGEST:
        raise NothingChosen(
            Message(
                ja=f"差し戻す理由を{_LONGEST:,}文字までで書いてください。",
                en=f"Give a reason of up to {_LONGEST:,} characters.",
            )
        )
    back = [row for row in rows if row.state in ("answered", "approved")]
    Ask.objects.filter(pk__in=[row.pk for row in back]).update(state="returned", remark=reason)
    _tell(actor, found, "return_answers", back, {"why": reason})
    return len(back)


@transaction.atomic
def set_closed(actor: Actor, round_id: int, asks: Sequence[int], *, closed: bool) -> int:
    """Let lines take no more answers, or take them again; gives how many changed. Raises as ``return_answers``."""
    found, rows = _chosen(actor, round_id, asks)
    turned = [row for row in rows if row.closed != closed]
    Ask.objects.filter(pk__in=[row.pk for row in turned]).update(closed=closed)
    _tell(actor, found, "close_asks" if closed else "open_asks", turned, {})
    return len(turned)


def _chosen(actor: Actor, round_id: int, asks: Sequence[int]) -> tuple[Round, list[Ask]]:
    found = round_to(actor, "collect", round_id)
    rows = list(Ask.objects.select_for_update(of=("self",)).filter(round=found, pk__in=asks).order_by("pk"))
    if not rows:
        raise NothingChosen(Message(ja="指標が選ばれていません。", en="No line is chosen."))
    return found, rows


def _tell(actor: Actor, found: Round, act: str, rows: Sequence[Ask], details: dict[str, str]) -> None:
    if rows:
        told = {**details, "asks": [row.pk for row in rows]}
        append(act, object_of(found), person=actor.signed, time=clock.now(), whose=found.ministry, details=told)
