"""Forms printed by programs people use: LibreOffice, Ghostscript over it, Chromium, Typst."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from playwright.sync_api import Browser, Page

from tests.variations import hypertext, office, typeset
from tests.variations.forms import FORMS
from tests.variations.hypertext import Hypertext
from tests.variations.office import Office
from tests.variations.reading import wrong
from tests.variations.truth import Truth
from tests.variations.typeset import Typeset
from tests.variations.words import Words

pytestmark = pytest.mark.thorough

SERIF = "Noto Serif CJK JP"
#: Forms whose texts are as long as their cells; what overflows, each of these programs breaks or cuts as it likes.
_FITTING = sorted(set(FORMS) - {"crowded", "long_page", "listing"})


def _office_cases() -> dict[str, tuple[str, Office]]:
    borders = {
        f"{border}-{name}": (name, Office(border=border))
        for border, name in zip(office.BORDERS, _FITTING * 2, strict=False)
    }
    return borders | {
        "serif": ("whole_page", Office(font=SERIF)),
        "mixed-letters": ("whole_page", Office(mixed=True)),
        "shaded": ("portrait", Office(shaded=True)),
        "no-sides": ("whole_page", Office(frame="no-sides")),
        "no-frame": ("portrait", Office(frame="none")),
        "pages": ("listing", Office(repeat_header=True)),
        "cut": ("long_page", Office()),
        "cut-double": ("long_page", Office(border="double")),
        "cut-with-heads": ("long_page", Office(repeat_header=True)),
    }


_OFFICE = _office_cases()


@pytest.fixture(scope="module")
def printed_by_office(
    soffice_all: Callable[[list[Path]], Path], japanese_fonts: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[bytes, Truth]]:
    """Every case, in one run of the program."""
    folder = tmp_path_factory.mktemp("spreadsheets")
    truths, files = {}, []
    for seed, (case, (name, style)) in enumerate(_OFFICE.items()):
        text, truths[case] = office.spreadsheet(FORMS[name](Words(seed)), style)
        files.append(folder / f"{case}.fods")
        files[-1].write_text(text, encoding="utf-8")
    out = soffice_all(files)
    return {case: ((out / f"{case}.pdf").read_bytes(), truth) for case, truth in truths.items()}


@pytest.mark.office_suite
@pytest.mark.parametrize("case", _OFFICE)
def test_a_spreadsheet(printed_by_office: dict[str, tuple[bytes, Truth]], case: str) -> None:
    assert wrong(*printed_by_office[case]) == []


@pytest.mark.office_suite
@pytest.mark.ghostscript
@pytest.mark.parametrize("case", ["thin-beside", "dotted-tiny", "cut", "cut-with-heads", "mixed-letters"])
def test_a_rewritten_spreadsheet(
    printed_by_office: dict[str, tuple[bytes, Truth]], ghostscript: Callable[[bytes], bytes], case: str
) -> None:
    data, truth = printed_by_office[case]
    assert wrong(ghostscript(data), truth) == []


def _hypertext_cases() -> dict[str, tuple[str, Hypertext]]:
    borders = {
        f"{border}-{name}": (name, Hypertext(border=border))
        for border, name in zip(hypertext.BORDERS, _FITTING * 2, strict=False)
    }
    return borders | {
        "separate": ("portrait", Hypertext(build="separate")),
        "separate-dotted": ("beside", Hypertext(border="dotted", build="separate")),
        "grid": ("portrait", Hypertext(build="grid")),
        "no-sides": ("whole_page", Hypertext(frame="no-sides")),
        "no-frame": ("portrait", Hypertext(frame="none")),
        "scaled": ("whole_page", Hypertext(scale=0.7)),
        "serif-bold": ("whole_page", Hypertext(font=SERIF, css="font-weight:bold")),
        "letter-spaced": ("large", Hypertext(css="letter-spacing:0.4pt;font-size:10pt")),
        "proportional": ("whole_page", Hypertext(css="font-feature-settings:'palt'")),
        "underlined": ("portrait", Hypertext(css="text-decoration:underline")),
        "pages": ("listing", Hypertext(flow=True)),
        "cut": ("long_page", Hypertext(flow=True)),
        "cut-dotted": ("long_page", Hypertext(border="dotted", flow=True)),
    }


_HYPERTEXT = _hypertext_cases()


@pytest.fixture(scope="module")
def tab(browser: Browser, japanese_fonts: tuple[str, ...]) -> Page:
    """A page of the browser."""
    return browser.new_page()


@pytest.mark.browser
@pytest.mark.parametrize(("seed", "case"), list(enumerate(_HYPERTEXT)))
def test_a_web_page(tab: Page, seed: int, case: str) -> None:
    name, style = _HYPERTEXT[case]
    text, truth = hypertext.hypertext(FORMS[name](Words(seed)), style)
    tab.set_content(text)
    assert wrong(tab.pdf(prefer_css_page_size=True, print_background=True), truth) == []


def _typeset_cases() -> dict[str, tuple[str, Typeset]]:
    borders = {
        f"{border}-{name}": (name, Typeset(border=border))
        for border, name in zip(typeset.BORDERS, _FITTING * 2, strict=False)
    }
    return borders | {
        "no-sides": ("whole_page", Typeset(frame="no-sides")),
        "no-frame": ("portrait", Typeset(frame="none")),
        "serif": ("whole_page", Typeset(font=SERIF)),
        "tracked": ("large", Typeset(rules="#set text(tracking: 0.3pt)")),
        "underlined": ("portrait", Typeset(rules="#show table.cell: underline")),
        # Typst closes a cell's frame where a page break cuts it; nothing drawn tells that it goes on. So whole rows only.
        "pages": ("listing", Typeset(flow=True)),
        "pages-dashed": ("listing", Typeset(border="dashed", flow=True)),
    }


_TYPESET = _typeset_cases()


@pytest.mark.parametrize(("seed", "case"), list(enumerate(_TYPESET)))
def test_a_typeset_page(japanese_fonts: tuple[str, ...], tmp_path: Path, seed: int, case: str) -> None:
    name, style = _TYPESET[case]
    text, truth = typeset.typeset(FORMS[name](Words(seed)), style)
    source = tmp_path / "form.typ"
    source.write_text(text, encoding="utf-8")
    assert wrong(typst.compile(str(source)), truth) == []
