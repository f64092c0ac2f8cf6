"""Paper: an intake's original as the library that the pictures of pages are made from; it holds this one alone."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock

from monosashi.model import Decisions, Reading, Terms
from monosashi.office.completeness import completeness
from monosashi.office.entry import Entry
from monosashi.office.keeping import Actor
from monosashi.office.keeping.shelf import TakeInInstead
from monosashi.office.library import BrokenReading, NotInLibrary, OriginalMissing
from monosashi.office.page_pictures import PaperPage, page_png, page_tag, paper_page
from monosashi.office.pages import Language
from monosashi.office.sheet_records import SheetRecord
from monosashi.office.taking_in.doors import intake_of
from monosashi.office.taking_in.opened import OpenedIntake, opened_intake
from monosashi.office.verbs import form_of
from monosashi.store.models import Intake

#: How many images of pages a server remembers; one takes a quarter of a megabyte.
_REMEMBERED = 96
_images: OrderedDict[tuple[str, str], bytes] = OrderedDict()
_lock = Lock()


class OneIntake:
    """A ``Library`` of one intake."""

    def __init__(self, intake: Intake, opened: OpenedIntake) -> None:
        self.intake = intake
        self.opened = opened

    @property
    def name(self) -> str:
        """The name under which the library holds it."""
        return str(self.intake.pk)

    def records(self) -> tuple[SheetRecord, ...]:
        """Nothing: it is no sheet yet."""
        return ()

    def having(self, code: str) -> tuple[tuple[SheetRecord, int], ...]:
        """Nothing, as ``records``."""
        return ()

    def settings(self, name: str) -> tuple[Terms, Decisions]:
        """None are made before it is accepted."""
        return Terms(), Decisions()

    def broken(self) -> tuple[BrokenReading, ...]:
        """Nothing."""
        return ()

    def get(self, name: str) -> Entry:
        """The intake with its corrections. Raises ``NotInLibrary``."""
        if name != self.name:
            raise NotInLibrary(name)
        now = self.opened.now
        return Entry(
            slug=name, reading=now, findings=now.findings, completeness=completeness(now.sheet, form_of(now.sheet))
        )

    def document(self, name: str) -> bytes:
        """The original. Raises ``OriginalMissing``."""
        if self.intake.document is None:
            raise OriginalMissing(self.intake.name)
        return bytes(self.intake.document.data)

    def picture(self, name: str, key: str, draw: Callable[[bytes], bytes]) -> bytes:
        """What ``draw`` makes of the original, remembered for a while."""
        at = (self.intake.document_id or "", key)
        with _lock:
            if at in _images:
                _images.move_to_end(at)
                return _images[at]
        drawn = draw(self.document(name))
        with _lock:
            _images[at] = drawn
            while len(_images) > _REMEMBERED:
                _images.popitem(last=False)
        return drawn

    def add(self, data: bytes, readings: Sequence[Reading]) -> tuple[Entry, ...]:
        """Refused: documents are put in by uploading. Raises ``TakeInInstead``."""
        raise TakeInInstead


def intake_paper(
    intake: Intake, opened: OpenedIntake, language: Language, number: int | None = None, at: str = ""
) -> PaperPage:
    """A page of the original with the boxes of what was read from it. Raises as ``paper_page``."""
    library = OneIntake(intake, opened)
    return paper_page(library, library.name, language, number, at)


def original(actor: Actor, number: int) -> tuple[str, bytes]:
    """The name and bytes of an intake's original. Raises ``NoSuchIntake`` and ``OriginalMissing``."""
    intake = intake_of(actor, number)
    if intake.document is None:
        raise OriginalMissing(intake.name)
    return intake.name, bytes(intake.document.data)


def page_image(actor: Actor, number: int, page: int) -> bytes:
    """The image of a page of an intake's original. Raises as ``page_png``, and ``NoSuchIntake``."""
    intake = intake_of(actor, number)
    library = OneIntake(intake, opened_intake(intake))
    return page_png(library, library.name, page)


def page_image_tag(actor: Actor, number: int, page: int) -> str:
    """A tag that stays the same as long as the image does."""
    intake = intake_of(actor, number)
    return page_tag(OneIntake(intake, opened_intake(intake)).get(str(intake.pk)), page)
