"""Hundreds of printed forms, for ``make soak``: every form in every border of every program, from many seeds."""

import os
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
import typst
from playwright.sync_api import Browser

from tests.variations import hypertext, office, typeset
from tests.variations.forms import FORMS
from tests.variations.hypertext import Hypertext
from tests.variations.office import Office
from tests.variations.reading import wrong
from tests.variations.typeset import Typeset
from tests.variations.words import Words

pytestmark = pytest.mark.skipif(os.environ.get("HYPOTHESIS_PROFILE") != "soak", reason="long: make soak runs it")

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
