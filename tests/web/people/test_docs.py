"""docs/people.md says what the table of who may what decides."""

from pathlib import Path

from monosashi.office.keeping import rules
from monosashi.office.people import roles
from monosashi.web.people.who_may_page import with_table

PAGE = Path(__file__).parents[3] / "docs" / "people.md"


def test_the_table_is_that_of_the_code() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_table(page) == page, "make docs"


def test_every_verb_has_its_words_and_every_word_its_verb() -> None:
    assert sorted(rules()) == sorted(roles.verbs_in_words())
