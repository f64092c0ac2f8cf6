"""Laws of entering: what is shown can be typed again and means the same; one wrong digit of a company's number is found
where the algorithm can find it; the countries are those of the standard."""

from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import FieldKind
from monosashi.registers.company_number import check_digit
from monosashi.registers.countries import all_countries, countries_in, country_name
from monosashi.registers.entering import NotEntered, canonical, record_of
from monosashi.registers.showing import shown
from tests.registers.shipped import EVERY_KIND, texts_of

BY_KIND = {field.kind: field for field in EVERY_KIND.fields}
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@given(st.data(), st.sampled_from(list(FieldKind)), st.sampled_from(("ja", "en")))
def test_what_is_shown_can_be_entered_again(data: st.DataObject, kind: FieldKind, language: str) -> None:
    field = BY_KIND[kind]
    text = data.draw(texts_of(field))
    assert canonical(field, text) == text
    assert canonical(field, shown(field, text, language)) == text


@given(st.data(), st.sampled_from([kind for kind in FieldKind if kind not in {FieldKind.TEXT, FieldKind.NAMES}]))
def test_full_width_means_the_same(data: st.DataObject, kind: FieldKind) -> None:
    field = BY_KIND[kind]
    text = data.draw(texts_of(field))
    assert canonical(field, f"　{shown(field, text, 'ja').translate(WIDE)} ") == text


@given(st.text(max_size=30), st.sampled_from(list(FieldKind)))
def test_any_text_is_kept_or_refused_and_what_is_kept_stays(typed: str, kind: FieldKind) -> None:
    field = BY_KIND[kind]
    try:
        kept = canonical(field, typed)
    except NotEntered:
        return
    assert canonical(field, kept) == kept
    assert canonical(field, shown(field, kept, "ja")) == kept


@given(st.integers(0, 10**12 - 1), st.integers(0, 12), st.integers(1, 9))
def test_one_wrong_digit_is_found_but_where_0_and_9_are_one(base: int, at: int, add: int) -> None:
    """Modulo 9 a 0 weighs what a 9 weighs: behind the check digit these two alone can be taken for each other."""
    digits = f"{check_digit(f'{base:012}')}{base:012}"
    wrong = str((int(digits[at]) + add) % 10)
    typed = digits[:at] + wrong + digits[at + 1 :]
    try:
        found = canonical(BY_KIND[FieldKind.COMPANY], typed) == ""
    except NotEntered as error:
        found = error.code == "company-check-digit"
    assert found == (at == 0 or {digits[at], wrong} != {"0", "9"})


@given(
    st.lists(st.sampled_from([one.code for one in all_countries()]), unique=True, max_size=20),
    st.sampled_from("、,;・\n"),
)
def test_countries_are_found_however_they_are_listed(codes: list[str], between: str) -> None:
    for language in ("ja", "en"):
        found = countries_in(between.join(country_name(code, language) for code in codes))
        assert (list(found.codes), found.bodies, found.unknown) == (codes, (), ())


def test_every_country_is_there_once_and_no_name_is_of_two() -> None:
    countries = all_countries()
    assert len(countries) == len({one.alpha3 for one in countries}) == 249
    assert {one.code for one in countries} & {"EU", "XK", "UK", "SU", "AN"} == set()
    for one in countries:
        for name in (one.code, one.alpha3, one.ja, one.en, *one.also):
            assert countries_in(name).codes == (one.code,), name


def test_names_that_ministries_use() -> None:
    said = "米国、イギリス、韓国、豪州、独、ＵＡＥ、ビルマ、タイ王国、Republic of Korea、Viet Nam、the Netherlands"
    assert countries_in(said).codes == ("US", "GB", "KR", "AU", "DE", "AE", "MM", "TH", "VN", "NL")
    assert countries_in("Korea, Republic of").codes == ("KR",)
    assert countries_in("米国及びインド").codes == ("US", "IN")
    assert countries_in("日米").unknown == ("日米",)
    assert countries_in("EU、ASEAN、国連、APT、ITU").bodies == ("EU", "ASEAN", "国際連合", "APT", "ITU")


@given(st.data())
def test_a_record_entered_again_from_what_is_shown_is_the_same(data: st.DataObject) -> None:
    typed = {field.code: data.draw(texts_of(field)) for field in EVERY_KIND.fields}
    record, faults = record_of(EVERY_KIND, "K-1", typed)
    assert faults == ()
    again = {field.code: shown(field, record.text(field.code), "en") for field in EVERY_KIND.fields}
    assert record_of(EVERY_KIND, "K-1", again) == (record, ())


def test_codes_beside_each_other_are_not_one_name() -> None:
    assert countries_in("GU AM").codes == ("GU", "AM")
    assert countries_in("Ｇｕａｍ").codes == ("GU",)
