"""The dated list of the cabinet's documents: what an entry must say, and that no two entries contradict."""

from collections import Counter

import pytest

from monosashi.forms.cabinet_documents import CabinetDocument, cabinet_documents
from monosashi.model.folding import key

DOCUMENTS = cabinet_documents()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.title)
def test_an_entry_says_who_when_and_where_it_was_seen(document: CabinetDocument) -> None:
    assert document.title.strip() == document.title
    assert all(document.bodies)
    for edition in document.editions:
        assert 2001 <= edition.date.year <= 2026
        assert edition.citation.ja
        assert edition.citation.en


def test_titles_and_editions_are_told_apart() -> None:
    titles = [key(name) for document in DOCUMENTS for name in (document.title, *document.variants)]
    assert [title for title, count in Counter(titles).items() if count > 1] == []
    for document in DOCUMENTS:
        days = [edition.date for edition in document.editions]
        assert len(days) == len(set(days))
        if document.once_a_year:
            years = [day.year for day in days]
            assert len(years) == len(set(years))
