"""What was read from pixels asks to be confirmed: each field so read is a guess, with the reason."""

from collections.abc import Iterator

from monosashi.model import Guess, Message
from monosashi.reading.grid import Claims

_REASON = Message(
    ja="画像の文字の形から読み取りました。紙面と突き合わせて確かめてください。",
    en="Read from the shape of letters in a picture; hold it against the paper.",
)


def recognised_guesses(claims: Claims) -> Iterator[Guess]:
    """A guess for each path, once, that stands in a cell read from pixels; labels ask for nothing."""
    labels = {id(cell) for cell in claims.furniture}
    seen: set[str] = set()
    for path, cell in claims.taken:
        if cell.recognised and path not in seen and id(cell) not in labels:
            seen.add(path)
            yield Guess(path=path, reason=_REASON)
