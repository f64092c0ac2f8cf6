"""The words of an indicators' table: a form's own come first, then those of every form."""

import pytest

from monosashi.forms import form, indicator_words, label_key
from monosashi.forms.words import IndicatorWords

SOUMU = indicator_words(form("soumu-jizen-r3"))
MOF = indicator_words(form("mof-jizen"))


@pytest.mark.parametrize(
    ("words", "label", "role"),
    [
        (SOUMU, "目標（値）", "target"),
        (MOF, "目標値", "yearly_target"),
        (SOUMU, "初期値", "baseline"),
        (SOUMU, "指標名", "indicator"),
        (SOUMU, "Baseline\n基準値", "baseline"),
        (SOUMU, "関連する\n指標", ""),
        (SOUMU, "", ""),
    ],
)
def test_the_role_of_a_label(words: IndicatorWords, label: str, role: str) -> None:
    assert words.role(label_key(label)) == role
