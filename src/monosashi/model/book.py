"""Outside books (外の帳簿): the review sheets, the RS system, the budget and its settlement, line by line.

Amounts are in the book's own unit, which each noun names: 百万円 in review sheets, 円 in the RS system and the settlement;
``ProjectYear`` is always in 百万円.

Source: 行政事業レビューシート; RSシステムの公開CSV; 財務省 予算書・決算書データベース.
"""

from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from monosashi.model.message import Message
from monosashi.model.nendo import Nendo
from monosashi.model.noun import Noun


class Book(StrEnum):
    """Which book a line is of."""

    REVIEW_SHEETS = "review-sheets"
    RS_SYSTEM = "rs-system"
    SETTLEMENT = "settlement"


class BookPlace(Noun):
    """Where a line stands: the file's name and its line (1-based), and the address it was published at."""

    file: str
    line: int = Field(ge=0)
    url: str = ""


class ProjectYear(Noun):
    """One fiscal year of a project's money, 百万円. ``total`` is 予算計 (歳出予算現額); None: nothing is stated."""

    nendo: Nendo
    initial: Decimal | None = None
    supplementary: Decimal | None = None
    carried_in: Decimal | None = None
    carried_out: Decimal | None = None
    reserve: Decimal | None = None
    total: Decimal | None = None
    executed: Decimal | None = None
    requested: Decimal | None = None


class ProjectValue(Noun):
    """One fiscal year of a project's measure; texts as printed, empty where nothing is."""

    nendo: Nendo
    actual: str = ""
    target: str = ""


class ProjectMeasure(Noun):
    """An outcome or output of a project. ``kind``: output or outcome."""

    kind: str
    goal: str = ""
    name: str = ""
    unit: str = ""
    final_target: str = ""
    final_year: Nendo | None = None
    values: tuple[ProjectValue, ...] = ()


class ProjectItem(Noun):
    """One line of a project's money by 項 and 目 (歳出予算項目), 百万円; only the RS system tells it. ``stage``: which budget,
    as printed (当初予算, 補正予算 ...); ``ministry``: 所管; ``organisation``: 組織 or 勘定."""

    nendo: Nendo
    account: str = ""
    stage: str = ""
    ministry: str = ""
    organisation: str = ""
    section: str = Field(default="", description="項")
    subsection: str = Field(default="", description="目")
    amount: Decimal | None = None
    requested: Decimal | None = Field(default=None, description="Requested for the next year")


class Project(Noun):
    """One project (事業) as one edition of a book tells it. ``id``: of this edition (2021-総務-20-0148); ``number``: its last
    part, a hint only, since numbers change from year to year. ``before``: the ids the sheet itself names as its past."""

    book: Book
    edition: int = Field(description="The year the edition was published for")
    id: str
    number: str = ""
    name: str
    ministry: str = ""
    bureau: str = ""
    division: str = ""
    start: int | None = Field(default=None, description="開始年度, as a Western fiscal year")
    end: int | None = None
    accounts: tuple[str, ...] = ()
    purpose: str = ""
    outline: str = ""
    years: tuple[ProjectYear, ...] = ()
    measures: tuple[ProjectMeasure, ...] = ()
    items: tuple[ProjectItem, ...] = ()
    before: tuple[str, ...] = ()
    place: BookPlace


class AppropriationStage(StrEnum):
    """Which document a line of the state's budget is from: 当初予算, 補正予算, 決算."""

    INITIAL = "initial"
    SUPPLEMENTARY = "supplementary"
    SETTLED = "settled"


class Appropriation(Noun):
    """One 事項 of the state's budget or settlement, in yen. ``amount``: of an initial budget the budget, of a supplementary
    one the budget as it was changed to, of a settlement 歳出予算額. ``current``: 歳出予算現額; ``spent``: 支出済歳出額;
    ``carried_out``: 翌年度繰越額; ``unused``: 不用額; only a settlement has them."""

    nendo: Nendo
    stage: AppropriationStage
    round: int = Field(default=0, description="Of a supplementary budget: 1 for the first")
    account: str = Field(description="general, special, agency")
    ministry: str
    organisation: str = ""
    section_code: str = ""
    section: str = Field(description="項")
    item: str = Field(default="", description="事項")
    amount: Decimal | None = None
    previous: Decimal | None = None
    current: Decimal | None = None
    spent: Decimal | None = None
    carried_out: Decimal | None = None
    unused: Decimal | None = None
    place: BookPlace


class BookFault(Noun):
    """A line of a book that could not be taken; the others were."""

    place: BookPlace
    code: str
    message: Message
