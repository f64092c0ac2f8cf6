"""The draft of an evaluation report: a sheet on the blank form of a 評価書, to be edited and published like any other.

Everything in it is the sheet's own print, a number of the judgement, or marked as a place to fill. Labels are the form's.

Source: 目標管理型の政策評価の実施に関するガイドライン (20 December 2013), 別紙2.
"""

from monosashi.forms import Form, Layout
from monosashi.model import CabinetLink, Judgement, Note, Policy, PrintedDate, Rationale, Sheet, Title
from monosashi.model.date import parse_date, print_date
from monosashi.model.mark import note_key, note_marks
from monosashi.model.nendo import print_nendo
from monosashi.model.path import leaves
from monosashi.office.report.measures import MeasureTable, measure_table
from monosashi.office.report.money import report_budgets
from monosashi.office.report.texts import statements


def draft_report(sheet: Sheet, judgement: Judgement, blank: Form, document: str = "") -> Sheet:
    """The report of a sheet on a blank form. ``document``: the name of the file that the sheet was read from."""
    title = _title(sheet, judgement, blank)
    table = measure_table(sheet, judgement, blank, title)
    draft = Sheet(
        form=blank.id,
        title=title,
        identifier=sheet.identifier,
        policy=Policy(
            level=blank.level,
            level_in_law=blank.level_in_law,
            statements=statements(sheet, judgement, blank, document),
        ),
        goals=table.goals,
        rationales=tuple(_rationales(sheet, blank, table)),
        budgets=report_budgets(sheet, blank),
        cabinet=tuple(_link(link) for link in sheet.cabinet) if blank.has("cabinet") else (),
    )
    return draft.model_copy(update={"notes": tuple(_notes(sheet, draft))})


def _title(sheet: Sheet, judgement: Judgement, blank: Form) -> Title:
    """The form's title for the year that is judged."""
    year = judgement.nendo or sheet.title.nendo or sheet.identifier.nendo
    return Title.model_validate(f"{print_nendo(year) if year else ''}{blank.title.label}")


def _rationales(sheet: Sheet, blank: Form, table: MeasureTable) -> list[Rationale]:
    """The reasons beside the measures, where the form has a column for them; where each measure has a frame of its own,
    each has its own reasons in it."""
    spec = blank.table("indicators") if blank.has("indicators") else None
    if spec is None or "rationale" not in {column.role for column in spec.columns}:
        return []
    moved = [(one, [table.placed[path] for path in one.measures if path in table.placed]) for one in sheet.rationales]
    if spec.layout is not Layout.FRAMES:
        return [one.model_copy(update={"measures": tuple(paths)}) for one, paths in moved]
    return [
        one.model_copy(update={"measures": (path,)})
        for path in table.placed.values()
        for one, paths in moved
        if path in paths
    ]


def _link(link: CabinetLink) -> CabinetLink:
    """A decision in columns: a day that stood among other words stands alone, and those words behind the name."""
    if link.date.date is None or parse_date(link.date.text):
        return link
    day = PrintedDate.model_validate(print_date(link.date.date))
    return link.model_copy(update={"name": f"{link.name}（{link.date.text}）", "date": day})


def _notes(sheet: Sheet, draft: Sheet) -> list[Note]:
    """The notes that the draft still refers to."""
    used = {note_key(mark) for _, text in leaves(draft) for mark in note_marks(text)}
    return [note for note in sheet.notes if note_key(note.mark) in used]
