"""What stands between a sheet and its release, and who has to do what about it."""

from collections.abc import Iterator

from monosashi.model import Message, Noun, Severity, Sheet
from monosashi.model.folding import unbroken
from monosashi.office.decisions import waived
from monosashi.office.entry import Entry
from monosashi.office.keeping.opening import decisions_of, entry_of
from monosashi.office.pages import words
from monosashi.office.review.four_eyes import Trail, trail_of, who_can
from monosashi.office.review.proofs import proof_of
from monosashi.office.review.states import steps_left
from monosashi.publishing.html import where
from monosashi.store.models import Ask, Comment, KeptSheet, Organisation, Proposal, SheetState


class Blocker(Noun):
    """One thing in the way. ``must``: whether it blocks (else it is only told); ``whose``: who has to act; ``at``: the
    page, below the sheet's address, on which it is done; ``items``: what it is about, one by one."""

    kind: str
    must: bool
    what: Message
    whose: Message
    at: str = ""
    items: tuple[Message, ...] = ()


def blockers(kept: KeptSheet) -> tuple[Blocker, ...]:
    """Everything in the way of the newest version's release, what blocks first."""
    entry = entry_of(kept.newest, public=False)
    found = [
        *_steps(kept, trail_of(kept)),
        *_comments(kept, entry.reading.sheet),
        *_proposals(kept, entry.reading.sheet),
        *_asks(kept),
        *_errors(kept, entry),
        *_printing(kept, entry.reading.sheet),
        *_gaps(kept, entry),
    ]
    return tuple(sorted(found, key=lambda one: not one.must))


def in_the_way(kept: KeptSheet) -> tuple[Message, ...]:
    """What blocks, in a sentence each."""
    return tuple(one.what for one in blockers(kept) if one.must)


def place(sheet: Sheet, path: str) -> Message:
    """The name of a path in both languages."""
    if not path:
        return Message(ja="表の全体", en="the whole sheet")
    try:
        return Message(ja=where(sheet, path, words("ja")), en=where(sheet, path, words("en")))
    except (KeyError, IndexError, ValueError):
        return Message(ja=path, en=path)


def people(names: list[str], of: Organisation) -> Message:
    """An organisation with the people in it who can act."""
    if not names:
        return Message(ja=f"{of.name}（行える人が登録されていません）", en=f"{of.name} (nobody there who can)")
    return Message(ja=f"{of.name}（{'、'.join(names)}）", en=f"{of.name} ({', '.join(names)})")


def _steps(kept: KeptSheet, trail: Trail) -> Iterator[Blocker]:
    for step in steps_left(SheetState(kept.state), in_bureau=kept.bureau_id is not None):
        if step.verb == "release":
            continue
        here = kept.bureau if step.verb == "check_bureau" and kept.bureau else kept.ministry
        names = [person.name for person in who_can(kept, step.verb, trail.barred(step.verb))]
        what = Message(ja=f"{step.name.ja}がまだです。", en=f"It is not yet {step.name.en}.")
        yield Blocker(kind=step.verb, must=True, what=what, whose=people(names, here))


def _comments(kept: KeptSheet, sheet: Sheet) -> Iterator[Blocker]:
    open_ones = Comment.objects.filter(
        sheet=kept, answers__isnull=True, must_resolve=True, resolved=False, withdrawn=False
    )
    for one in open_ones:
        at = place(sheet, one.path)
        what = Message(
            ja=f"必ず解決とされたコメントが残っています（{at.ja}：「{_short(one.text)}」）。",
            en=f"A comment that must be resolved is open ({at.en}: “{_short(one.text)}”).",
        )
        whose = Message(
            ja=f"{kept.answerable.name}が答え、{one.person_name}または確認者が解決する",
            en=f"{kept.answerable.name} answers, {one.person_name} or a checker resolves it",
        )
        yield Blocker(kind="comment", must=True, what=what, whose=whose, at=f"comments/#thread-{one.pk}")


def _proposals(kept: KeptSheet, sheet: Sheet) -> Iterator[Blocker]:
    waiting: dict[str, list[Proposal]] = {}
    for one in Proposal.objects.filter(sheet=kept, state="open"):
        waiting.setdefault(one.path, []).append(one)
    for path, rivals in waiting.items():
        at = place(sheet, path)
        names = "、".join(dict.fromkeys(one.person_name for one in rivals))
        what = Message(
            ja=f"{at.ja}への提案が{len(rivals)}件、決まっていません（{names}）。",
            en=f"{len(rivals)} proposal(s) for {at.en} are not decided ({names}).",
        )
        yield Blocker(
            kind="proposal",
            must=True,
            what=what,
            whose=_answerable(kept, "採るか採らないかを決める", "decides"),
            at=f"comments/?at={path}",
        )


def _asks(kept: KeptSheet) -> Iterator[Blocker]:
    rows = Ask.objects.filter(sheet=kept, closed=False, round__state="open", state__in=("asked", "returned"))
    grouped: dict[tuple[str, str], int] = {}
    for row in rows.select_related("round", "bureau", "division"):
        key = (row.round.name, (row.division or row.bureau).name)
        grouped[key] = grouped.get(key, 0) + 1
    for (name, whose), n in grouped.items():
        what = Message(
            ja=f"照会「{name}」に、回答のない指標が{n}件あります。",
            en=f"{n} indicator(s) of the round “{name}” have no answer.",
        )
        yield Blocker(kind="ask", must=True, what=what, whose=Message(ja=f"{whose}が回答する", en=f"{whose} answers"))


def _errors(kept: KeptSheet, entry: Entry) -> Iterator[Blocker]:
    for finding in waived(entry.findings, decisions_of(kept)):
        if finding.severity is Severity.ERROR and finding.waiver is None:
            at = place(entry.reading.sheet, finding.path)
            what = Message(ja=f"{at.ja}：{finding.message.ja}", en=f"{at.en}: {finding.message.en}")
            whose = _answerable(
                kept,
                "直す。直さない理由があるときは、局か評価担当が引き受ける",
                "mends it, or a checker answers for it",
            )
            yield Blocker(kind="error", must=True, what=what, whose=whose, at=f"settled/#{finding.code}")


def _printing(kept: KeptSheet, sheet: Sheet) -> Iterator[Blocker]:
    proof = proof_of(kept.newest)
    if proof is None:
        return
    answered = any(one.code == proof.code for one in decisions_of(kept).waivers)
    at = place(sheet, proof.path)
    what = (
        Message(
            ja="この様式は印字する位置を持たないため、様式の Excel と印刷ページは公表されません。",
            en="This form does not say where things are printed, so no workbook or printed form is released.",
        )
        if proof.form_alone
        else Message(
            ja=f"様式に印字できません（{at.ja}。{proof.message.ja}）",
            en=f"It cannot be printed ({at.en}. {proof.message.en})",
        )
    )
    whose = _answerable(
        kept,
        "言葉を直す。様式なしで公表するときは、局か評価担当が引き受ける",
        "mends the words, or a checker answers for it",
    )
    yield Blocker(
        kind="form", must=not (proof.form_alone or answered), what=what, whose=whose, at=f"settled/#{proof.code}"
    )


def _gaps(kept: KeptSheet, entry: Entry) -> Iterator[Blocker]:
    missing = entry.completeness.missing
    if not missing:
        return
    names = tuple(
        Message(ja=unbroken(gap.label), en=unbroken(gap.label)) if gap.label else place(entry.reading.sheet, gap.path)
        for gap in missing
    )
    what = Message(
        ja=f"様式が求める記載のうち、{len(missing)}件がありません。",
        en=f"{len(missing)} of what the form asks for is not given.",
    )
    whose = _answerable(kept, "書くか、このままでよいと判断する", "fills it in, or leaves it so")
    yield Blocker(kind="gap", must=False, what=what, whose=whose, at="edit/", items=names)


def _answerable(kept: KeptSheet, ja: str, en: str) -> Message:
    return Message(ja=f"{kept.answerable.name}が{ja}", en=f"{kept.answerable.name} {en}")


def _short(text: str, most: int = 30) -> str:
    flat = unbroken(text)
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"
