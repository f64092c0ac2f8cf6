"""Note: what a ※ mark stands for."""

from monosashi.model.noun import Noun


class Note(Noun):
    """A note: its mark as printed (※１) and its words."""

    mark: str
    text: str
