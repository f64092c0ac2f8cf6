"""CabinetLink: a decision of the cabinet (or a speech) that the policy serves (政策に関係する内閣の重要政策)."""

from monosashi.model.date import PrintedDate
from monosashi.model.noun import Noun


class CabinetLink(Noun):
    """One document: name, day, and the passage that concerns the policy."""

    name: str
    date: PrintedDate = PrintedDate(text="")
    excerpt: str = ""
