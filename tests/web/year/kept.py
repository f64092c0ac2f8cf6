"""What the office keeps of the year's sheets, asked behind the browser's back."""

from monosashi.model import Sheet, StatementRole
from monosashi.store.models import KeptSheet
from monosashi.store.versions import opened

#: The sheet that is taken in, the one that it is rolled forward to, and one of another bureau.
FIRST, NEXT = "soumu-R3-14", "soumu-R4-14"
OTHER = "soumu-R4-5"


def sheet_of_slug(slug: str) -> Sheet:
    return opened(KeptSheet.objects.select_related("head").get(slug=slug).newest)[0]


def identities(slug: str) -> list[str]:
    return list(opened(KeptSheet.objects.select_related("head").get(slug=slug).newest)[1].values())


def outline_path(sheet: Sheet) -> str:
    statements = sheet.policy.statements
    at = next(n for n, one in enumerate(statements) if one.role is StatementRole.OUTLINE)
    return f"/policy/statements/{at}/text"


def text_of(slug: str) -> str:
    return sheet_of_slug(slug).policy.text(StatementRole.OUTLINE)


def actual_of(slug: str, nendo: int) -> str:
    """The first measure's actual of a year."""
    _, _, measure = next(iter(sheet_of_slug(slug).measures()))
    return next(one.value.text for one in measure.actuals if one.year.nendo and one.year.nendo.year == nendo)
