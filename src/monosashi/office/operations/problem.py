"""Problem: something wrong with what is kept, as a sentence that names it and says what to do."""

from monosashi.model import Message, Noun


class Problem(Noun):
    """``code``: stays, for programs; ``number``: the entry of the log it is about, 0 where it is about none."""

    code: str
    number: int = 0
    message: Message
