"""Nothing is dropped in silence: what a sheet says and its form has no place for stops the printing.

A sheet of one form may carry what only other forms print: the budget by stages, a judgement of a target, a unit in a
column of its own. Printed without them it would look whole.
"""

import re

from monosashi.forms import Form
from monosashi.model import Sheet
from monosashi.model.folding import unbroken
from monosashi.model.path import leaves
from monosashi.publishing.printing.box import Block
from monosashi.publishing.refusal import CannotPublish

#: Leaves that are printed with others: labelled texts in one cell, years over their columns, a group's name over its
#: numbers, the paths by which a rationale names its measures, a note with its mark.
_WITH_OTHERS = re.compile(
    r"/policy/.*|/rationales/.*|/notes/.*|/goals/.*/(?:group|years/\d+|actuals/\d+/year)"
    r"|(?:/programmes/\d+)?/money/\d+/year|/budgets/.*/years/\d+|/budget_items/.*/year"
)


def refuse_dropped(sheet: Sheet, form: Form, printed: Block) -> None:
    """Raise ``CannotPublish`` (``no-place-on-form``) with the first leaf that no box of the printed form holds."""
    paths = {path for box in printed.boxes for path in box.paths}
    words = {unbroken(box.text) for box in printed.boxes}
    for path, text in leaves(sheet):
        again = path.startswith("/labels/") and unbroken(text) in words
        if text.strip() and path not in paths and not again and not _with_others(sheet, form, path):
            raise CannotPublish(
                "no-place-on-form",
                path,
                f"「{form.name.ja}」には、これを書く欄がありません。落とさず、何も書き出していません。"
                "他の形式（html、json、csv）では書けます。",
                f'"{form.name.en}" has no place for this; nothing was dropped and nothing was written; --to html, json '
                "and csv work.",
            )


def _with_others(sheet: Sheet, form: Form, path: str) -> bool:
    """Whether a leaf without a box of its own is on the paper all the same. A label stands where its table does."""
    if not path.startswith("/labels/"):
        return _WITH_OTHERS.fullmatch(path) is not None
    part, dot, _ = sheet.labels[int(path.split("/")[2])].role.partition(".")
    return not dot or form.has(part)
