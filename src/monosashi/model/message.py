"""Message: one sentence in both languages, Japanese first."""

from monosashi.model.noun import Noun


class Message(Noun):
    """One sentence in both languages."""

    ja: str
    en: str
