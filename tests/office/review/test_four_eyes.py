"""Four eyes as a table: who had which hand in a sheet, and whom each step bars."""

from itertools import product

import pytest

from monosashi.office.review.four_eyes import Taken, Trail

ANN, BEN, CHI, DAN = 1, 2, 3, 4


def trail(written: str, *steps: tuple[str, int, int], released: int = 0) -> Trail:
    """``written``: a digit a version, the person who wrote it. Steps: verb, version, person."""
    authors = tuple((number, int(person)) for number, person in enumerate(written, start=1))
    taken = tuple(Taken(verb=verb, version=version, person=person) for verb, version, person in steps)
    return Trail(head=len(written), authors=authors, steps=taken, released=released)


@pytest.mark.parametrize(
    ("hands", "verb", "barred"),
    [
        # whoever wrote anything since the beginning may not check
        (trail("1"), "check_bureau", {ANN}),
        (trail("121"), "check_bureau", {ANN, BEN}),
        (trail("12"), "check_office", {ANN, BEN}),
        # since a release, only what was written after it counts
        (trail("12", released=1), "check_bureau", {BEN}),
        (trail("12", released=2), "check_bureau", set()),
        # what an earlier check of the same kind has seen is seen, another kind's is not
        (trail("12", ("check_bureau", 1, CHI)), "check_bureau", {BEN}),
        (trail("12", ("check_bureau", 1, CHI)), "check_office", {ANN, BEN}),
        # the office's check is another person's than the bureau's of this version
        (trail("1", ("check_bureau", 1, CHI)), "check_office", {ANN, CHI}),
        (trail("12", ("check_bureau", 1, CHI), ("check_bureau", 2, DAN)), "check_office", {ANN, BEN, DAN}),
        # an approval is by none who checked this version; a writer may approve what two others checked
        (trail("1", ("check_bureau", 1, BEN), ("check_office", 1, CHI)), "approve", {BEN, CHI}),
        (trail("12", ("check_office", 1, CHI), ("check_office", 2, DAN)), "approve", {DAN}),
        # a release is not by who approved it
        (trail("1", ("check_office", 1, BEN), ("approve", 1, CHI)), "release", {CHI}),
    ],
)
def test_whom_a_step_bars(hands: Trail, verb: str, barred: set[int]) -> None:
    assert hands.barred(verb) == barred


def test_what_a_writer_approves_was_checked_by_one_who_neither_wrote_nor_approves() -> None:
    for writer, checker, approver, releaser in product((ANN, BEN, CHI), repeat=4):
        checked = ("check_office", 1, checker)
        written, approved = trail(str(writer), checked), trail(str(writer), checked, ("approve", 1, approver))
        may = checker not in trail(str(writer)).barred("check_office") and approver not in written.barred("approve")
        if may and releaser not in approved.barred("release"):
            assert checker not in {writer, approver}
            assert releaser != approver
