"""Load the forms: one TOML file each, shipped with the package."""

import tomllib
from functools import cache
from importlib.resources import files

from monosashi.forms.form import Form


@cache
def forms() -> tuple[Form, ...]:
    """Every form of the package, by id."""
    found = [
        Form.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
        for file in files("monosashi.forms").joinpath("data").iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda form: form.id))


def form(form_id: str) -> Form:
    """The form of that id. Raises ``KeyError`` with the ids there are."""
    for candidate in forms():
        if candidate.id == form_id:
            return candidate
    known = ", ".join(candidate.id for candidate in forms())
    raise KeyError(f"様式 {form_id!r} はありません / no such form; known: {known}")
