"""Identities: the lasting id of each measure, which stays when its number, place or wording changes.

An id is given once, at random, and carried from version to version and from year to year.
"""

import uuid
from collections.abc import Mapping

from monosashi.model import Sheet
from monosashi.model.measuring.same_measures import match_measures


def fresh_identities(sheet: Sheet) -> dict[str, str]:
    """A new id for each measure of a sheet, by path."""
    return {path: _fresh() for path, _, _ in sheet.measures()}


def carried(before: Sheet, identities: Mapping[str, str], after: Sheet) -> dict[str, str]:
    """The ids of ``after``: of each measure that is one of ``before``'s (``match_measures``) the id it had, else a new
    one."""
    same = {
        match.after.path: identities[match.before.path]
        for match in match_measures(before, after)
        if match.before and match.after and match.before.path in identities
    }
    return {path: same.get(path) or _fresh() for path, _, _ in after.measures()}


def _fresh() -> str:
    return uuid.uuid4().hex
