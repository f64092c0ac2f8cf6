"""The page of the checks."""

from monosashi.model import Message, Severity
from monosashi.publishing.html import CheckExplanation, checks_to_html
from tests.publishing.html.sheets import elements, parsed

CHECK = CheckExplanation(
    code="baseline-mean",
    severity=Severity.ERROR,
    title=Message(ja="平均と違う", en="Not the mean"),
    rule=Message(ja="平均と<等しい>。", en="It is the mean."),
    does_not_apply=Message(ja="年度がないとき。", en="Without years."),
    right=Message(ja="良", en="good"),
    wrong=Message(ja="悪", en="bad"),
)


def test_a_check_is_explained_in_either_language() -> None:
    told = {}
    for lang in ("ja", "en"):
        (section,) = parsed(checks_to_html([CHECK], lang)).find_class("check")
        told[lang] = (
            section.get("id"),
            elements(section, "h2")[0].text_content(),
            [d.text for d in section.iter("dd")],
        )
    assert told == {
        "ja": ("baseline-mean", "平均と違う baseline-mean", ["平均と<等しい>。", "年度がないとき。", "良", "悪"]),
        "en": ("baseline-mean", "Not the mean baseline-mean", ["It is the mean.", "Without years.", "good", "bad"]),
    }


def test_a_check_over_two_sheets_says_so() -> None:
    pair = CHECK.model_copy(update={"pair": True})
    for lang, said in (("ja", "二つの表の間"), ("en", "between two sheets")):
        one, two = parsed(checks_to_html([CHECK, pair], lang)).find_class("check")
        assert [tag.text_content() for tag in one.find_class("tag")] == []
        assert [tag.text_content() for tag in two.find_class("tag")] == [said]
