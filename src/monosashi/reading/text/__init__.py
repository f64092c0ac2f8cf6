"""Plain text whose layout is lost: what labels, marks, grammar and likeness of wording settle is placed, the rest is
left over. A guess is marked as one, with its reason.

>>> from monosashi.forms import default_form
>>> sheet, desk = read_text("事前分析表（令和３年度実施政策）", default_form())
>>> sheet.title.nendo.year
2021
"""

from monosashi.forms import Form
from monosashi.model import Sheet
from monosashi.reading.text.desk import Desk
from monosashi.reading.text.goals import read_goals
from monosashi.reading.text.head import furnish_labels, read_policy, read_title
from monosashi.reading.text.items import items_of
from monosashi.reading.text.kinds import Reader
from monosashi.reading.text.lines import blocks, decode, keeps_columns
from monosashi.reading.text.measures import draft_measures
from monosashi.reading.text.programmes import read_cabinet, read_notes, read_programmes, read_total
from monosashi.reading.text.years import indicator_years, money_years

__all__ = ["decode", "read_text"]


def read_text(text: str, form: Form) -> tuple[Sheet, Desk]:
    """The sheet a text tells, and the desk that says where each of its items went."""
    columns = keeps_columns(text)
    desk = Desk(items_of(blocks(text), Reader(form), columns=columns), columns)
    title, identifier = read_title(desk)
    like = title.nendo
    labels = furnish_labels(desk, form)
    policy = read_policy(desk, form)
    notes = read_notes(desk)
    years, money = indicator_years(desk, like), money_years(desk, like)
    for run in (years, money):
        desk.take("", run)
    drafts = draft_measures(desk, like, len(years))
    programmes = read_programmes(desk, money, like)
    total = read_total(desk, form, money, like)
    cabinet = read_cabinet(desk)
    goals, rationales = read_goals(desk, form, drafts, years, like)
    sheet = Sheet(
        form=form.id,
        title=title,
        identifier=identifier,
        policy=policy,
        labels=labels,
        goals=goals,
        rationales=rationales,
        programmes=programmes,
        money=total,
        cabinet=cabinet,
        notes=notes,
    )
    return sheet, desk
