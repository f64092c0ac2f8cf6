"""By which print a listed document of the cabinet is known again."""

import datetime as dt

import pytest

from monosashi.auditing.cabinet_names import Standing, identify
from monosashi.forms.cabinet_documents import CabinetDocument, cabinet_documents
from monosashi.model import CabinetLink, PrintedDate
from monosashi.model.date import print_date


def link(name: str, date: str = "") -> CabinetLink:
    return CabinetLink(name=name, date=PrintedDate.model_validate(date))


@pytest.mark.parametrize("document", cabinet_documents(), ids=lambda document: document.title)
def test_each_edition_is_known_by_its_name_and_day(document: CabinetDocument) -> None:
    for edition in document.editions:
        first = edition.edition.startswith("第")
        name = f"{edition.edition}{document.title}" if first else f"{document.title}{edition.edition}"
        found = identify(link(f"「{name}」", print_date(edition.date)))
        assert (found.standing, found.document, found.editions) == (Standing.KNOWN, document, (edition,))


@pytest.mark.parametrize(
    ("name", "date", "title", "day"),
    [
        ("第百八十六回国会における施政方針演説（衆）", "平成26年1月24日", "施政方針演説", "2014-01-24"),
        ("第二〇四回国会における施政方針演説", "", "施政方針演説", "2021-01-18"),
        ("岸田内閣総理大臣施政方針演説（令和5年1月23日）", "", "施政方針演説", "2023-01-23"),
        ("「経済財政運営と改革の基本方針２０１６～600兆円経済への道筋～」", "平成28年6月2日", "経済財政運営と改革の基本方針", "2016-06-02"),
        ("経済財政運営と改革の基本方針について", "平成27年6月30日", "経済財政運営と改革の基本方針", "2015-06-30"),
        ("骨太の方針2024", "", "経済財政運営と改革の基本方針", "2024-06-21"),
        ("日本再興戦略-JAPAN is BACK-", "2013年6月14日", "日本再興戦略", "2013-06-14"),
        ("世界最先端ＩＴ国家創造宣言・官民データ活用推進基本計画", "H29.5.30", "世界最先端IT国家創造宣言・官民データ活用推進基本計画", "2017-05-30"),
        ("まち・ひと・しごと創生総合戦略（2017改訂版）", "平成29年12月22日", "まち・ひと・しごと創生総合戦略", "2017-12-22"),
        ("第４次エネルギー基本計画", "平成26年４月11日閣議決定", "エネルギー基本計画", "2014-04-11"),
        ("防災・減災、国土強靱化のための３か年緊急対策", "平成30年12月14日", "防災・減災、国土強靱化のための3か年緊急対策", "2018-12-14"),
    ],
)  # fmt: skip
def test_a_print_is_known_again(name: str, date: str, title: str, day: str) -> None:
    found = identify(link(name, date))
    assert found.standing is Standing.KNOWN
    assert found.document is not None
    assert found.document.title == title
    assert [edition.date.isoformat() for edition in found.editions] == [day]


@pytest.mark.parametrize(
    ("name", "date", "standing"),
    [
        ("経済財政運営と改革の基本方針2012", "", Standing.OTHER_EDITION),
        ("第205回国会における所信表明演説", "令和3年10月8日", Standing.OTHER_EDITION),
        ("第六次環境基本計画", "令和6年5月21日", Standing.OTHER_EDITION),
        ("成長戦略フォローアップ工程表", "令和3年6月18日", Standing.UNKNOWN),
        ("経済財政運営と改革の基本方針2021工程表", "令和3年6月18日", Standing.UNKNOWN),
        ("エネルギー基本計画の見直し", "平成30年7月3日", Standing.UNKNOWN),
        ("環境基本計画", "平成30年4月16日", Standing.OTHER_DAY),
        ("第五次環境基本計画", "平成29年4月17日", Standing.OTHER_DAY),
    ],
)
def test_another_print_is_not(name: str, date: str, standing: Standing) -> None:
    assert identify(link(name, date)).standing is standing


def test_the_day_is_taken_from_its_cell_before_the_name() -> None:
    name = "未来投資戦略2018（平成30年６月15日閣議決定）"
    assert identify(link(name)).date == dt.date(2018, 6, 15)
    assert identify(link(name, "平成30年６月16日")).date == dt.date(2018, 6, 16)
