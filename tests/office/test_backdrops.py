"""What charts are told by the audit: which way is better, and the abnormal years only where a finding speaks of them."""

from monosashi.auditing import audit
from monosashi.office.backdrops import backdrops
from monosashi.office.samples import sample_sheets

SEED, INVENTED = sample_sheets()


def test_every_measure_has_a_direction_with_its_reason() -> None:
    found = backdrops(INVENTED, ())
    assert [one.path for one in found] == [path for path, _, _ in INVENTED.measures()]
    assert [one.way for one in found] == ["up"] * 8 + ["down"]
    assert found[-1].why.ja == "目標値に「5.0％以下」とあるため、小さいほどよいとみなしました"


def test_an_abnormal_year_is_told_where_the_finding_is_and_nowhere_else() -> None:
    told = {one.path: [year.year for year in one.disrupted] for one in backdrops(SEED, audit(SEED)) if one.disrupted}
    spoken = {f.path.partition("/baseline")[0] for f in audit(SEED) if f.code == "disrupted-year"}
    assert told == {path: [2020] for path in spoken}
    assert len(told) == 6
    assert [one.disrupted for one in backdrops(SEED, ())] == [()] * 8
