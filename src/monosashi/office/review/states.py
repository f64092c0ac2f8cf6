"""The way to the public, as a table: 作成中 -> 局確認済 -> 評価担当確認済 -> 承認済 -> 公表済, and back.

>>> step_from(SheetState.DRAFT, in_bureau=True).now
<SheetState.BUREAU_CHECKED: 'bureau_checked'>
>>> step_from(SheetState.DRAFT, in_bureau=False).verb
'check_office'
"""

from monosashi.model import Message, Noun
from monosashi.store.models import Role, SheetState

#: The states in their order.
ORDER = (
    SheetState.DRAFT,
    SheetState.BUREAU_CHECKED,
    SheetState.OFFICE_CHECKED,
    SheetState.APPROVED,
    SheetState.RELEASED,
)

STATE_NAMES = {
    SheetState.DRAFT: Message(ja="作成中", en="a draft"),
    SheetState.BUREAU_CHECKED: Message(ja="局確認済", en="checked by the bureau"),
    SheetState.OFFICE_CHECKED: Message(ja="評価担当確認済", en="checked by the evaluation office"),
    SheetState.APPROVED: Message(ja="承認済", en="approved"),
    SheetState.RELEASED: Message(ja="公表済", en="released"),
}


class Step(Noun):
    """A step forward: its verb in ``who_may.toml``, the state it starts from and the one it leads to."""

    verb: str
    was: SheetState
    now: SheetState

    @property
    def name(self) -> Message:
        """What the step is called."""
        return STEP_NAMES[self.verb]


STEP_NAMES = {
    "check_bureau": Message(ja="局の確認", en="checked by the bureau"),
    "check_office": Message(ja="評価担当の確認", en="checked by the evaluation office"),
    "approve": Message(ja="承認", en="approved"),
    "release": Message(ja="公表", en="released"),
    "send_back": Message(ja="差戻し", en="sent back"),
}

_STEPS = (
    Step(verb="check_bureau", was=SheetState.DRAFT, now=SheetState.BUREAU_CHECKED),
    Step(verb="check_office", was=SheetState.BUREAU_CHECKED, now=SheetState.OFFICE_CHECKED),
    Step(verb="approve", was=SheetState.OFFICE_CHECKED, now=SheetState.APPROVED),
    Step(verb="release", was=SheetState.APPROVED, now=SheetState.RELEASED),
)
#: A sheet that no bureau answers for goes straight to the evaluation office.
_STEPS_WITHOUT_BUREAU = (Step(verb="check_office", was=SheetState.DRAFT, now=SheetState.OFFICE_CHECKED), *_STEPS[2:])


def steps_of(*, in_bureau: bool) -> tuple[Step, ...]:
    """Every step of a sheet's way. ``in_bureau``: whether a bureau answers for it."""
    return _STEPS if in_bureau else _STEPS_WITHOUT_BUREAU


def step_from(state: SheetState, *, in_bureau: bool) -> Step | None:
    """The step that follows from a state; None once the sheet is released."""
    return next((step for step in steps_of(in_bureau=in_bureau) if step.was == state), None)


def steps_left(state: SheetState, *, in_bureau: bool) -> tuple[Step, ...]:
    """The steps that are still to be taken, in order."""
    return tuple(
        step for step in steps_of(in_bureau=in_bureau) if ORDER.index(step.was) >= ORDER.index(SheetState(state))
    )


def returnable(role: Role, state: SheetState) -> bool:
    """Whether a role may send a sheet in that state back: a bureau what it has checked itself and the evaluation office
    has not, the office whatever is not released."""
    if role is Role.BUREAU:
        return state == SheetState.BUREAU_CHECKED
    return state in ORDER[1:4]


def returns_to(state: SheetState, *, in_bureau: bool) -> tuple[SheetState, ...]:
    """The states to which a sheet can be sent back from that one, the draft first; none from a draft or a released one."""
    if state not in ORDER[1:4]:
        return ()
    passed = [step.now for step in steps_of(in_bureau=in_bureau) if ORDER.index(step.now) < ORDER.index(state)]
    return (SheetState.DRAFT, *passed)
