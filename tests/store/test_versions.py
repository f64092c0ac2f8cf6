"""A version gives back the very sheet that was saved, and its hash is of what is kept."""

import pytest
from hypothesis import HealthCheck, given, settings

from monosashi.model import Sheet
from monosashi.office.keeping.identities import carried, fresh_identities
from monosashi.store.canonical import sha256_of
from monosashi.store.models import Version
from monosashi.store.versions import content_of, opened
from tests.laws.sheets import sheets


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(sheets())
def test_what_was_saved_is_what_is_opened(sheet: Sheet) -> None:
    identities = fresh_identities(sheet)
    content = content_of(sheet, identities)
    version = Version(content=content, sha256=sha256_of(content))
    again, ids = opened(version)
    assert (again, ids) == (sheet, identities)
    assert content_of(again, ids) == content


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(sheets())
def test_a_sheet_that_did_not_change_keeps_its_identities(sheet: Sheet) -> None:
    identities = fresh_identities(sheet)
    assert len(set(identities.values())) == len(identities)
    kept = carried(sheet, identities, sheet)
    assert kept.keys() == identities.keys()
    # measures that nobody could tell apart may change places
    assert sorted(kept.values()) == sorted(identities.values())


@pytest.mark.django_db
def test_content_is_refused_that_says_something_else() -> None:
    with pytest.raises(ValueError, match="title"):
        opened(Version(content='{"identities":{},"sheet":{"title":7}}'))
