"""How each book is called, credited and licensed: to stand wherever a result that rests on it is shown."""

import tomllib
from functools import cache
from importlib import resources

from monosashi.model.book import Book
from monosashi.model.message import Message
from monosashi.model.noun import Noun


class BookCredit(Noun):
    """A book's title, its publisher, its licence, and the line by which it is credited. ``unit``: of its amounts."""

    book: Book
    title: Message
    publisher: Message
    credit: Message
    licence: str
    licence_url: str
    url: str
    unit: str


@cache
def credits_of_books() -> tuple[BookCredit, ...]:
    """Every book, in the order they are listed in."""
    said = tomllib.loads((resources.files("monosashi.ledgers") / "data" / "books.toml").read_text("utf-8"))
    return tuple(
        BookCredit(
            book=Book(book),
            title=Message(ja=row["ja"], en=row["en"]),
            publisher=Message(ja=row["publisher_ja"], en=row["publisher_en"]),
            credit=Message(ja=row["credit_ja"], en=row["credit_en"]),
            licence=row["licence"],
            licence_url=row["licence_url"],
            url=row["url"],
            unit=row["unit"],
        )
        for book, row in said.items()
    )


def credit_of(book: Book) -> BookCredit:
    """The credit of one book."""
    return next(credit for credit in credits_of_books() if credit.book is book)
