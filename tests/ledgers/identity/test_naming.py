"""Names are folded so that one project is found under its prints, and different ones are never merged."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.ledgers.naming import bare, core, figures, folded, former, outside

#: Different projects whose names differ little: names, ministries' forces, series, kinds of money.
TRAPS = (
    "第7回太平洋・島サミット開催経費",
    "第8回太平洋・島サミット開催経費",
    "通信維持費（統幕）",
    "通信維持費（海自）",
    "健康増進事業（健康診査等）",
    "健康増進事業（健康相談等）",
    "健康増進事業",
    "アジア生産性機構（APO）分担金",
    "アジア生産性機構（APO）拠出金（任意拠出金）",
    "アジア生産性機構（APO）拠出金（義務的拠出金）",
    "経営相談体制強化事業（令和２年度一次補正）",
    "経営相談体制強化事業（令和２年度二次補正）",
    "国立感染症研究所施設整備経費",
    "国立感染症研究所運営経費",
    "石油備蓄事業補給金",
    "石油備蓄事業費補助金",
    "哨戒ヘリコプター（SH-60K）の取得",
    "救難ヘリコプター（UH-60J）の取得",
    "空港整備事業",
    "空港整備事業（旧社会資本整備事業特別会計計上分）",
    "次期システム開発Ⅰ",
    "次期システム開発Ⅱ",
    "国際機関分担金（FinCoNet）",
    "国際機関分担金（ＩＦＩＡＲ）",
    "ICTの利活用",
    "ITの利活用",
    "電波の利用状況調査",
    "電波の利用状況調査研究",
)

#: One project's name as it is printed here and there.
SAME = (
    ("ＩＣＴ国際競争力強化パッケージ支援事業", "ICT国際競争力強化\nパッケージ支援事業（平成27年度）"),
    ("情報通信技術の利活用の推進に必要な経費", "ICTの利活用"),
    ("法の支配,海洋法秩序の確立", "法の支配、海洋法秩序の確立"),
    ("リスクコミュニケーション等の推進に必要な経費", "リスクコミュニケーション等の推進"),
    ("消費者取引の対策に必要な経費", "消費者取引の対策"),
    ("国際電気通信連合（ITU）分担金・拠出金", "国際電気通信連合(ＩＴＵ)分担金･拠出金"),
    ("生活のしづらさなどに関する調査（仮称）費", "生活のしづらさなどに関する調査費"),
    ("食料安全保障に関するワークショップ開催に要する経費（新規）", "食料安全保障に関するワークショップ開催"),
    ("海外炭の開発支援事業（旧：海外炭開発支援事業）", "海外炭の開発支援事業"),
    ("制度の定着に資する取り組みへの支援", "制度の定着に資する取組への支援"),
    ("公立学校施設災害復旧費（昭和28年度）", "公立学校施設災害復旧費【昭和２８年度～】"),
)

FORMER = {
    "広報事業委託費（旧：設備導入等促進広報事業）": ("設備導入等促進広報事業",),
    "スマートシティ整備（平成28年度までは「まち・ひと創生推進事業」）": ("まちひと創生推進事業",),
    "漁港災害復旧等事業（前年度：漁港関係等災害復旧事業）": ("漁港関係等災害復旧事業",),
    "コスト低減（旧名称：コスト低減（その１）技術開発事業）": ("コスト低減その1技術開発事業",),
    "空港整備事業（旧社会資本整備事業特別会計計上分）": (),
    "国際会議（平成17年度）": (),
}

_PRINTED = st.text(
    alphabet="ＩＣＴICTitu情報通信技術国際電気連合事業費に必要な経等の推進（()）【】旧：:平成令和元年度27２第一次「」・、, \n\u3000①Ⅱx\x01İ",
    max_size=40,
)


@pytest.mark.parametrize("fold", [folded, core])
def test_different_projects_stay_different(fold: Callable[[str], str]) -> None:
    assert [pair for pair in combinations(TRAPS, 2) if fold(pair[0]) == fold(pair[1])] == []


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_project_under_its_prints(one: str, other: str) -> None:
    assert core(one) == core(other)


@given(_PRINTED)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    assert core(core(name)) == core(name)
    assert core(folded(name)) == core(name)


@pytest.mark.parametrize(("name", "older"), FORMER.items())
def test_older_names_that_a_name_tells(name: str, older: tuple[str, ...]) -> None:
    assert former(name) == older


def test_figures_tell_a_series_apart() -> None:
    assert [figures(name) for name in ("第7回会議", "計画Ⅱ", "二次補正", "会議")] == [("7",), ("ii",), ("二",), ()]


def test_a_name_without_its_abbreviation() -> None:
    assert bare("アジア生産性機構（APO）分担金") == bare("アジア生産性機構分担金")
    assert bare("海岸事業（復興関連事業）") != bare("海岸事業")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("株式会社見本支援機構法", "a law"),
        ("見本の促進に関する法律", "a law"),
        ("小規模設備に係る固定資産税の特例", "a tax measure"),
        ("見本機構への出資（財政投融資）等", "an investment, loan or guarantee"),
        ("国際会議への対応", ""),
        ("製法の開発", ""),
    ],
)
def test_what_no_review_sheet_is_written_for(name: str, what: str) -> None:
    found = outside(name)
    assert (found.en if found else "") == what
