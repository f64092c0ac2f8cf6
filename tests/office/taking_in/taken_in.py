"""Documents made here, and intakes of them: a sheet of the small world printed on its official form."""

from functools import cache

from django.core.files.uploadedfile import SimpleUploadedFile

from monosashi.model import Sheet
from monosashi.office.keeping import Actor
from monosashi.office.taking_in.opened import OpenedIntake, opened_intake
from monosashi.office.taking_in.reading_on import read_on
from monosashi.office.taking_in.uploading import upload
from monosashi.office.verbs import publish_sheet
from monosashi.store.models import Intake, LogEntry
from tests.world import sheet_of

#: The address of the leaf that the tests correct: the first measure's target.
TARGET = "/goals/0/levers/0/indicators/0/measures/0/target/value"


@cache
def workbook(slug: str = "soumu-R5-2") -> bytes:
    """The small sheet with the identifier of that slug, as a workbook; its 備考 has no field on the form."""
    sheet = sheet_of(slug)
    year = int(slug.split("-")[1][1:])
    return publish_sheet(_of_year(sheet, year), "excel")


def _of_year(sheet: Sheet, year: int) -> Sheet:
    """The sheet with another year in its title."""
    wide = str(year).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return Sheet.model_validate({**dict(sheet), "title": f"事前分析表（令和{wide}年度実施政策）"})


def sent(data: bytes, name: str = "表.xlsx") -> SimpleUploadedFile:
    """A file as it arrives."""
    return SimpleUploadedFile(name, data)


def taken_in(actor: Actor, data: bytes | None = None, name: str = "表.xlsx", bureau: str = "") -> Intake:
    """A document put in and read."""
    (row,) = upload(actor, [sent(workbook() if data is None else data, name)], bureau).kept
    read_on(actor, row.pk)
    return Intake.objects.get(pk=row.pk)


def opened(intake: Intake) -> OpenedIntake:
    """The intake as it stands in the database."""
    return opened_intake(Intake.objects.get(pk=intake.pk))


def acts(intake: Intake) -> list[str]:
    """What the log says was done to an intake, in order."""
    return list(LogEntry.objects.filter(object=f"intake/{intake.pk}").order_by("number").values_list("verb", flat=True))


def error_code(intake: Intake) -> str:
    """Why it could not be kept or read."""
    return intake.error["code"] if intake.error else ""
