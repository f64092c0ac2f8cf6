"""What publishing refuses to do: a sheet that a kind of file cannot hold whole is not published in part.

Codes: ``cell-too-long`` (a text longer than a workbook's cell), ``cell-character`` (a character no workbook may hold),
``form-not-printable`` (a form that does not say where on the paper things stand), ``no-place-on-form`` (a text that only
other forms print), ``reads-otherwise`` (a printed form that says something else when it is read).
"""

from monosashi.forms import Form
from monosashi.model.error import MonosashiError


class CannotPublish(MonosashiError):
    """A sheet cannot be published as asked: nothing was written. ``path`` is the leaf that stands in the way."""

    def __init__(self, code: str, path: str, ja: str, en: str) -> None:
        super().__init__(code, f"{path}：{ja}", f"{path}: {en}")
        self.path = path


class FormNotPrintable(MonosashiError):
    """The sheet was read by a form that tells its labels but not its layout: nothing was written."""

    def __init__(self, form: Form) -> None:
        super().__init__(
            "form-not-printable",
            f"「{form.name.ja}」は、読むための様式です。印字する位置を持たないので、Excel の様式には書けません。何も書いていません。"
            "--to html、json、csv では書けます。",
            f'"{form.name.en}" is a form to read by: it does not say where things are printed, so no Excel form can be '
            "written. Nothing was written. --to html, json and csv work.",
        )


def reads_otherwise(form: Form, path: str) -> CannotPublish:
    """Printed on its form, the sheet would say something else to whoever reads the form."""
    return CannotPublish(
        "reads-otherwise",
        path,
        f"「{form.name.ja}」に印字して読み戻すと、ここが元と違って読めます（見出しと紛れる言葉や、欄に収まらない並びのため）。"
        "何も書き出していません。言葉を直すか、他の形式（html、json、csv）で発行してください。",
        f'printed on "{form.name.en}" and read back, this says something else (words that look like a label, or an '
        "order its cells cannot show); nothing was written. Change the words, or publish as html, json or csv.",
    )
