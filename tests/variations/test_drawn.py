"""Forms drawn by our own hand: every way of drawing a border, setting a font, writing a line, turning a page."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.variations.drawn import Style, draw
from tests.variations.forms import FORMS
from tests.variations.reading import wrong
from tests.variations.styles import CHOICES, PLAIN, one_by_one, possible
from tests.variations.words import Words

_STYLES = dict(one_by_one())
#: Each style is tried on the common sheet and on one form more, in turn.
_OTHERS = sorted(set(FORMS) - {"whole_page", "long_page", "listing"})
#: What only shows where a table is cut.
_CUT = [name for name in _STYLES if name.startswith(("plain", "breaks", "frame", "page", "heads"))]


@pytest.mark.parametrize("style", _STYLES)
def test_a_sheet_in_each_style_alone(style: str) -> None:
    printed = draw(FORMS["whole_page"](Words(1)), _STYLES[style])
    assert wrong(printed.data, printed.truth) == []


@pytest.mark.parametrize(("turn", "style"), list(enumerate(_STYLES)))
def test_another_form_in_each_style_alone(turn: int, style: str) -> None:
    form = FORMS[_OTHERS[turn % len(_OTHERS)]](Words(turn))
    printed = draw(form, possible(_STYLES[style], form))
    assert wrong(printed.data, printed.truth) == []


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("seed", [11, 12])
def test_each_form_plainly_drawn(name: str, seed: int) -> None:
    printed = draw(FORMS[name](Words(seed)), PLAIN)
    assert wrong(printed.data, printed.truth) == []


@pytest.mark.parametrize("style", _CUT)
def test_a_table_cut_by_page_breaks(style: str) -> None:
    printed = draw(FORMS["long_page"](Words(5)), _STYLES[style])
    assert wrong(printed.data, printed.truth) == []


@st.composite
def _pairs(draw_from: st.DrawFn) -> Style:
    """A plain style but for two ways of drawing."""
    fields = draw_from(st.lists(st.sampled_from(sorted(CHOICES)), min_size=2, max_size=2, unique=True))
    return replace(PLAIN, **{field: draw_from(st.sampled_from(CHOICES[field])) for field in fields})


@settings(derandomize=True)  # the same examples on every machine; the sweep draws by chance
@given(style=_pairs(), name=st.sampled_from(sorted(FORMS)), seed=st.integers(0, 10_000))
def test_any_form_in_two_styles_at_once(style: Style, name: str, seed: int) -> None:
    form = FORMS[name](Words(seed))
    printed = draw(form, possible(style, form))
    assert wrong(printed.data, printed.truth) == []
