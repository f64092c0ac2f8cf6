"""Hundreds of printed forms, for ``make soak``: every form in every border of every program, from many seeds."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from tests.variations import hypertext, office, typeset
from tests.variations.drawn import Style, draw
from tests.variations.forms import FORMS
from tests.variations.hypertext import Hypertext
from tests.variations.office import Office
from tests.variations.reading import wrong
from tests.variations.styles import CHOICES, PLAIN, possible
from tests.variations.typeset import Typeset
from tests.variations.words import Words

#: What overflows, each of these programs breaks or cuts as it likes.
_FITTING = sorted(set(FORMS) - {"crowded"})
_LONG = ("listing", "long_page")


@pytest.mark.office_suite
@pytest.mark.parametrize("border", office.BORDERS)
def test_spreadsheets(
    soffice_all: Callable[[list[Path]], Path], japanese_fonts: tuple[str, ...], tmp_path: Path, border: str
) -> None:
    truths = {}
    for seed, (name, font) in enumerate(product(_FITTING, japanese_fonts), 100):
        style = Office(border=border, font=font, repeat_header=name in _LONG and seed % 2 == 0)
        text, truths[f"{name}-{seed}"] = office.spreadsheet(FORMS[name](Words(seed)), style)
        (tmp_path / f"{name}-{seed}.fods").write_text(text, encoding="utf-8")
    out = soffice_all([tmp_path / f"{case}.fods" for case in truths])
    found = {case: wrong((out / f"{case}.pdf").read_bytes(), truth) for case, truth in truths.items()}
    assert {case: faults for case, faults in found.items() if faults} == {}


@pytest.mark.browser
@pytest.mark.parametrize("border", hypertext.BORDERS)
def test_web_pages(browser: Browser, japanese_fonts: tuple[str, ...], border: str) -> None:
    tab = browser.new_page()
    found = {}
    for seed, (name, font) in enumerate(product(_FITTING, japanese_fonts), 200):
        build = "separate" if seed % 3 == 0 else "collapse"
        style = Hypertext(border=border, font=font, build=build, flow=name in _LONG)
        text, truth = hypertext.hypertext(FORMS[name](Words(seed)), style)
        tab.set_content(text)
        found[f"{name} {seed} {build}"] = wrong(tab.pdf(prefer_css_page_size=True, print_background=True), truth)
    tab.close()
    assert {case: faults for case, faults in found.items() if faults} == {}


@pytest.mark.parametrize("border", typeset.BORDERS)
def test_typeset_pages(japanese_fonts: tuple[str, ...], tmp_path: Path, border: str) -> None:
    found = {}
    # Typst closes the frame of a cell that a page break cuts, so that nothing tells that it goes on.
    for seed, (name, font) in enumerate(product(sorted({*_FITTING} - {"long_page"}), japanese_fonts), 300):
        style = Typeset(border=border, font=font, flow=name == "listing")
        text, truth = typeset.typeset(FORMS[name](Words(seed)), style)
        (tmp_path / "form.typ").write_text(text, encoding="utf-8")
        found[f"{name} {seed}"] = wrong(typst.compile(str(tmp_path / "form.typ")), truth)
    assert {case: faults for case, faults in found.items() if faults} == {}


@st.composite
def _styles(draw_from: st.DrawFn) -> Style:
    return replace(PLAIN, **{field: draw_from(st.sampled_from(choices)) for field, choices in CHOICES.items()})


@given(style=_styles(), name=st.sampled_from(sorted(FORMS)), seed=st.integers(0, 10_000))
def test_any_form_in_any_style(style: Style, name: str, seed: int) -> None:
    """Everything at once: every way of drawing drawn by chance."""
    form = FORMS[name](Words(seed))
    printed = draw(form, possible(style, form))
    assert wrong(printed.data, printed.truth) == []
