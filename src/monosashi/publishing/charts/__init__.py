"""Charts: the numbers of a sheet as pictures. Pure functions from nouns to drawings; a template writes them as SVG.

Every drawing has its name and its content in words, and the page shows its numbers as a table beside it. No sign is
told apart by its colour alone. What is missing, and how, is drawn as well: a gap is never a zero.
"""

from monosashi.publishing.charts.backdrop import Backdrop, Disrupted
from monosashi.publishing.charts.drawing import Drawing
from monosashi.publishing.charts.logic import Logic, logic_of
from monosashi.publishing.charts.logic_picture import logic_picture
from monosashi.publishing.charts.measure import measure_chart
from monosashi.publishing.charts.money import Purse, money_chart, policy_purses, programme_purses, telling
from monosashi.publishing.charts.series import Series, measure_series

__all__ = [
    "Backdrop",
    "Disrupted",
    "Drawing",
    "Logic",
    "Purse",
    "Series",
    "logic_of",
    "logic_picture",
    "measure_chart",
    "measure_series",
    "money_chart",
    "policy_purses",
    "programme_purses",
    "telling",
]
