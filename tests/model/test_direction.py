"""Which way is better: what the sheet states decides; without a word, more is."""

import pytest

from monosashi.model.measuring.direction import direction
from monosashi.model.measuring.strand import strands
from monosashi.model.measuring.way import Way
from tests.auditing.sheets import SHARE, changed


@pytest.mark.parametrize(
    ("name", "target", "reason", "way"),
    [
        ("木材の利用率", "60％", "", Way.UP),
        ("待ち時間", "30分以下", "", Way.DOWN),
        ("待ち時間", "30分未満", "", Way.DOWN),
        ("廃棄物の排出の抑制", "60トン", "", Way.DOWN),
        ("待ち時間の短縮（窓口）", "30分", "", Way.DOWN),
        ("待ち時間が30分以下", "30件", "", Way.DOWN),
        ("林道での事故件数", "30件", "", Way.DOWN),
        ("待ち時間", "30分", "待つ時間を短縮する。", Way.DOWN),
        ("待ち時間", "30分", "待つ時間を30分以下とする。", Way.DOWN),
        ("利用率の維持", "60％", "", Way.KEEP),
        ("利用率", "60％", "今の利用率を維持する。", Way.KEEP),
        # counts of those who reduce something, and of what was saved
        ("短縮に取り組む窓口の割合", "60％", "", Way.UP),
        ("廃棄物の削減量", "60トン", "", Way.UP),
        ("30分以下の窓口の数", "60か所", "", Way.UP),
        ("18歳未満の利用", "60人", "", Way.UP),
        ("事故防止の研修の回数", "60回", "", Way.UP),
        ("林道の維持管理", "60km", "", Way.UP),
        # words that are about something else
        ("利用率", "60％", "内訳は以下のとおりで、以下に示す。", Way.UP),
        ("利用率", "60％", "地域の治安を維持する。", Way.UP),
        # the bound of the target is stronger than a word elsewhere; both ways in one rationale decide nothing
        ("待ち時間の短縮", "30件以上", "", Way.UP),
        ("利用率", "60％", "利用率を高め、手間を減らす。", Way.UP),
        ("林道での事故件数", "30件", "事故を減らし、意識を高める。", Way.DOWN),
        ("利用率", "60％", "水準を維持し、さらに高める。", Way.UP),
        # how long something takes, and what merely lasts or is counted
        ("申請の受理から許可までの平均日数", "30日", "", Way.DOWN),
        ("審査に要する期間", "30日", "", Way.DOWN),
        ("窓口の待ち時間", "30分", "", Way.DOWN),
        ("朝から夜まで開く窓口の数", "30か所", "", Way.UP),
        ("一人あたりの読書の時間", "30分", "", Way.UP),
        ("待ち時間を測る窓口の数", "30か所", "", Way.UP),
        # a target of nil is reached by having fewer, unless the baseline lies below it
        ("空き家の数", "0件", "", Way.DOWN),
        ("空き家の数を増やす", "0件以上", "", Way.UP),
    ],
)
def test_the_way_that_is_better(name: str, target: str, reason: str, way: Way) -> None:
    sheet = changed(
        {
            f"{SHARE}/name": name,
            f"{SHARE}/target/value": target,
            "/rationales/-": {"measures": [SHARE], "text": reason},
        }
    )
    strand = next(strand for strand in strands(sheet) if strand.path == SHARE)
    assert direction(sheet, strand).way is way


def test_a_target_of_nil_above_a_baseline_below_it() -> None:
    sheet = changed({f"{SHARE}/name": "収支", f"{SHARE}/target/value": "0％", f"{SHARE}/baseline/value": "△10％"})
    strand = next(strand for strand in strands(sheet) if strand.path == SHARE)
    found = direction(sheet, strand)
    assert (found.way, found.stated) == (Way.UP, False)


def test_it_says_why() -> None:
    sheet = changed({f"{SHARE}/name": "待ち時間の短縮"})
    strand = next(strand for strand in strands(sheet) if strand.path == SHARE)
    why = direction(sheet, strand).why
    assert why.ja == "指標名に「短縮」とあるため、小さいほどよいとみなしました"
    assert why.en == "the name says “短縮”, so less is better"
