"""Load the forms: one TOML file each, shipped with the package."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from monosashi.forms.form import Form
from monosashi.model.error import MonosashiError

#: 総務省 has printed its sheets on it since fiscal 2021; it is the form that can be printed, too.
_DEFAULT = "soumu-jizen-r3"
#: The id of the form that stands for "no form that is known".
UNKNOWN = "unknown"


@cache
def forms() -> tuple[Form, ...]:
    """Every form of the package, by id."""
    found = [
        Form.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
        for file in files("monosashi.forms").joinpath("data").iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda form: form.id))


@cache
def general() -> Form:
    """The wordings in general use that no form on file prints; a paper of an unknown form is read by them too."""
    text = files("monosashi.forms").joinpath("general.toml").read_text(encoding="utf-8")
    return Form.model_validate(tomllib.loads(text)).model_copy(update={"id": UNKNOWN})


def form(form_id: str) -> Form:
    """The form of that id. Raises ``KeyError`` with the ids there are."""
    for candidate in forms():
        if candidate.id == form_id:
            return candidate
    known = ", ".join(candidate.id for candidate in forms())
    raise KeyError(f"様式 {form_id!r} はありません / no such form; known: {known}")


def default_form() -> Form:
    """The form of a sheet that names none: the one this project's samples are written on."""
    return form(_DEFAULT)


def load_form(path: Path) -> Form:
    """A form file of a user's own. Raises ``MonosashiError`` with what is wrong in it."""
    try:
        return Form.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise MonosashiError(
            "bad-form",
            f"様式ファイル「{path}」を使えません。書き方は docs/forms.md にあります。（{error}）",
            f"The form file {str(path)!r} cannot be used; docs/forms.md tells how one is written. ({error})",
        ) from error
