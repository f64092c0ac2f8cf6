"""What cannot be entered: a typed text that means nothing its field can hold, with what to do about it."""

from monosashi.model.error import MonosashiError

#: What of a record whose other fields are taken over; where none is, it is left out of the sentence.
ONLY_THIS = ("この項目だけ取り込んでいません。", "This field alone was not taken over. ")
_LONGEST = 60


class NotEntered(MonosashiError):
    """A typed text that a field cannot hold. Of the record only this field is left out. ``ja`` and ``en``: what is wrong
    and what to do, a sentence or two each."""

    def __init__(self, code: str, ja: str, en: str, do_ja: str, do_en: str) -> None:
        self.ja = f"{ja}。{ONLY_THIS[0]}{do_ja}。"
        self.en = f"{en}. {ONLY_THIS[1]}{do_en}."
        super().__init__(code, self.ja, self.en)


def quoted(text: str) -> str:
    """A typed text as a sentence shows it: on one line, its middle left out where it is long."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 10]}…{flat[-8:]}"
