"""Who has answered and who has not, and the words by which the evaluation office reminds them."""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from monosashi.model import Noun
from monosashi.model.date import print_date
from monosashi.office.collecting.refusals import NoMail
from monosashi.office.collecting.rounds import object_of
from monosashi.office.collecting.seeing import ASK_STATES, AskLine, RoundLine, asks_for, round_line, round_to
from monosashi.office.keeping import Actor, clock
from monosashi.store.log import append
from monosashi.store.models import Organisation, Person, Role

#: More measures than this are not listed one by one in a reminder.
_MOST_LISTED = 30


class Standing(Noun):
    """How far a bureau is. ``people``: who could be written to."""

    bureau: str
    name: str
    counts: Mapping[str, int]
    total: int
    late: int
    doubtful: int

    @property
    def missing(self) -> int:
        """How many lines are without an answer that stands."""
        return self.counts["asked"] + self.counts["returned"]

    @property
    def done(self) -> int:
        """How many per cent have an answer that stands."""
        return (self.total - self.missing) * 100 // self.total if self.total else 100


class Reminder(Noun):
    """The words to one bureau. ``to``: the mail addresses of its officers."""

    bureau: str
    name: str
    subject: str
    text: str
    to: tuple[str, ...]


def standings(lines: Sequence[AskLine]) -> tuple[Standing, ...]:
    """How far each bureau is, by the lines, in the order of addresses."""
    by_bureau: dict[str, list[AskLine]] = {}
    for line in lines:
        by_bureau.setdefault(line.bureau, []).append(line)
    return tuple(
        Standing(
            bureau=address,
            name=own[0].bureau_name,
            counts={state: sum(line.state == state for line in own) for state in ASK_STATES},
            total=len(own),
            late=sum(bool(line.answer and line.answer.late) for line in own),
            doubtful=sum(bool(line.doubts) and not line.settled for line in own),
        )
        for address, own in sorted(by_bureau.items())
    )


def reminders(actor: Actor, round_id: int, address: str = "") -> tuple[Reminder, ...]:
    """A reminder for each bureau that has lines to answer. ``address``: where the round is answered. Raises
    ``NoSuchRound``, ``MayNot``."""
    round_to(actor, "collect", round_id)
    asked = round_line(actor, round_id)
    by_bureau: dict[str, list[AskLine]] = {}
    for line in asks_for(actor, round_id):
        if line.state in ("asked", "returned") and not line.closed:
            by_bureau.setdefault(line.bureau, []).append(line)
    return tuple(_reminder(asked, bureau, lines, address) for bureau, lines in sorted(by_bureau.items()))


def _reminder(asked: RoundLine, bureau: str, lines: Sequence[AskLine], address: str) -> Reminder:
    when = print_date(asked.deadline)
    left = (
        f"あと{asked.days}日です"
        if asked.days > 0
        else "本日です"
        if asked.days == 0
        else f"{-asked.days}日過ぎています"
    )
    listed = [f"・{line.sheet} {line.asked.number} {line.asked.name}{_returned(line)}" for line in lines[:_MOST_LISTED]]
    if len(lines) > _MOST_LISTED:
        listed.append(f"・ほか{len(lines) - _MOST_LISTED}件")
    text = "\n".join(
        (
            f"{lines[0].bureau_name}　御担当者様",
            "",
            f"「{asked.name}」（{asked.year}の実績）について、次の{len(lines)}件の御回答がまだありません。",
            f"期限は{when}（{left}）。",
            "",
            *listed,
            "",
            *([f"回答の画面：{address}", ""] if address else []),
            "値がまだないときは、「集計中」などの区分を選んで御回答ください。",
        )
    )
    people = Person.objects.filter(
        role__in=(Role.BUREAU, Role.DIVISION), is_active=True, organisation__in=_within(bureau)
    ).exclude(email="")
    return Reminder(
        bureau=bureau,
        name=lines[0].bureau_name,
        subject=f"【回答のお願い】{asked.name}（期限 {when}）",
        text=text,
        to=tuple(people.values_list("email", flat=True).distinct().order_by("email")),
    )


def _returned(line: AskLine) -> str:
    return f"（差戻し：{line.asked.remark}）" if line.state == "returned" else ""


def _within(bureau: str) -> list[int]:
    found = Organisation.objects.get(address=bureau)
    return [found.pk, *found.children.values_list("pk", flat=True)]


def mail_offered() -> bool:
    """Whether mail is set up on this installation."""
    return bool(getattr(settings, "MAIL_OFFERED", False))


def send_reminders(actor: Actor, round_id: int, bureaus: Sequence[str], address: str = "") -> int:
    """Send the reminders of these bureaus by mail; gives to how many addresses. Raises ``NoMail``, and as
    ``reminders``; what the mail server refuses is raised as it is."""
    chosen = [one for one in reminders(actor, round_id, address) if one.bureau in bureaus and one.to]
    if not mail_offered():
        raise NoMail
    sent = 0
    for one in chosen:
        EmailMessage(subject=one.subject, body=one.text, bcc=list(one.to)).send()
        sent += len(one.to)
    if chosen:
        found = round_to(actor, "collect", round_id)
        with transaction.atomic():
            details = {"bureaus": [one.bureau for one in chosen], "addresses": sent}
            append(
                "remind", object_of(found), person=actor.signed, time=clock.now(), whose=found.ministry, details=details
            )
    return sent
