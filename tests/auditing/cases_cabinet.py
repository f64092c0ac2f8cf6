"""Cases of the checks on the documents of the cabinet that a sheet names. The sheet is one of fiscal 2021."""

from typing import Any

from tests.auditing.cases import Case

NAME, DATE, EXCERPT = "/cabinet/0/name", "/cabinet/0/date", "/cabinet/0/excerpt"
BASIC = "経済財政運営と改革の基本方針"
INFRA = "インフラシステム海外展開戦略2025"


def named(name: str, date: str = "", excerpt: str = "") -> dict[str, Any]:
    """A sheet that names one document."""
    return {"/cabinet": [{"name": name, "date": date, "excerpt": excerpt}]}


def done(month: str, **link: str) -> dict[str, Any]:
    """A sheet that says in which month the evaluation was done."""
    return {
        **named(**link),
        "/policy/statements/1": {"role": "evaluation_month", "label": "政策評価実施時期", "text": month},
    }


UNKNOWN = (
    Case("cabinet-unknown", named("里山の学びの大綱", "令和３年６月18日"), (("cabinet-unknown", NAME),)),
    Case(
        "cabinet-unknown", named("経済財政運営と改革の基本計画2021", "令和３年６月18日"), (("cabinet-unknown", NAME),)
    ),
    Case("cabinet-unknown", named(f"{BASIC}2021工程表", "令和３年６月18日"), (("cabinet-unknown", NAME),)),
    # a listed title, of an edition that is not listed; of a year in which none is
    Case("cabinet-unknown", named(f"{BASIC}2012", "平成24年６月15日"), (("cabinet-unknown", NAME),)),
    Case("cabinet-unknown", named("成長戦略フォローアップ", "平成30年６月15日"), (("cabinet-unknown", NAME),)),
    Case("cabinet-unknown", named(f"{BASIC}２０２１", "令和３年６月18日")),
    Case("cabinet-unknown", named(f"「{BASIC}2018」（平成30年６月15日閣議決定）")),
    Case("cabinet-unknown", named("骨太の方針2019", "令和元年6月21日")),
    Case("cabinet-unknown", named("「日本再興戦略」改訂2014－未来への挑戦－", "平成26年6月24日")),
    Case("cabinet-unknown", named("第五次環境基本計画", "平成30年４月17日")),
    Case("cabinet-unknown", named("第２期「まち・ひと・しごと創生総合戦略」", "令和元年12月20日")),
    Case("cabinet-unknown", named("第204回国会における菅内閣総理大臣施政方針演説", "令和3年1月18日")),
    Case("cabinet-unknown", named("第二百一回国会における施政方針演説", "令和2年1月20日")),
    Case("cabinet-unknown", named("里山学習推進法", "平成30年４月１日"), exempt="a law"),
    Case("cabinet-unknown", named("－", "－"), exempt="a dash"),
)

DATES = (
    Case("cabinet-date", named(f"{BASIC}2021", "令和３年６月８日"), (("cabinet-date", DATE),)),
    Case("cabinet-date", named(f"{BASIC}2020", "令和２年６月17日"), (("cabinet-date", DATE),)),
    # the year is wrong though the edition says which
    Case("cabinet-date", named(f"{BASIC}2019", "平成30年６月21日"), (("cabinet-date", DATE),)),
    # no edition is printed: the one of that year
    Case("cabinet-date", named("成長戦略フォローアップ", "令和３年６月17日"), (("cabinet-date", DATE),)),
    Case("cabinet-date", named("施政方針演説", "令和３年１月28日"), (("cabinet-date", DATE),)),
    # the day stands in the name
    Case("cabinet-date", named(f"{BASIC}2018（平成30年６月５日閣議決定）"), (("cabinet-date", NAME),)),
    Case("cabinet-date", named("成長戦略フォローアップ", "令和３年６月18日")),
    Case("cabinet-date", named(INFRA, "令和２年12月10日　経協インフラ戦略会議決定")),
    Case("cabinet-date", named(f"{BASIC}2021"), exempt="no day is printed"),
    Case(
        "cabinet-date", named("里山の学びの大綱", "令和３年６月８日"), (("cabinet-unknown", NAME),), exempt="not listed"
    ),
    Case(
        "cabinet-date",
        named("第205回国会における所信表明演説", "令和３年10月８日"),
        (("cabinet-unknown", NAME),),
        exempt="an edition that is not listed",
    ),
    Case(
        "cabinet-date",
        named("所信表明演説", "令和３年10月８日"),
        (("cabinet-unknown", NAME),),
        exempt="there may be two in a year",
    ),
)

BODIES = (
    Case("cabinet-body", named(f"{INFRA}（閣議決定）", "令和２年12月10日"), (("cabinet-body", NAME),)),
    Case("cabinet-body", named(INFRA, "令和２年12月10日閣議決定"), (("cabinet-body", DATE),)),
    Case(
        "cabinet-body",
        named(INFRA, "令和２年12月10日", "（令和２年12月10日閣議決定）第２章"),
        (("cabinet-body", EXCERPT),),
    ),
    Case(
        "cabinet-body",
        named(INFRA, "令和２年12月10日", f"{INFRA}（令和２年12月10日閣議決定）の第２章"),
        (("cabinet-body", EXCERPT),),
    ),
    Case("cabinet-body", named("働き方改革実行計画（平成29年３月28日閣議決定）"), (("cabinet-body", NAME),)),
    Case("cabinet-body", named(f"{BASIC}2021", "令和３年６月18日未来会議決定"), (("cabinet-body", DATE),)),
    Case("cabinet-body", named(f"{INFRA}（経協インフラ戦略会議決定）", "令和２年12月10日")),
    Case("cabinet-body", named("平成31年度以降に係る防衛計画の大綱（平成30年12月18日国家安全保障会議決定・閣議決定）")),
    Case(
        "cabinet-body",
        named(INFRA, "令和２年12月10日", "第２章　成長戦略（令和３年６月18日閣議決定）を踏まえる"),
        exempt="another's",
    ),
    Case("cabinet-body", named("施政方針演説（閣議決定）", "令和３年１月18日"), exempt="a speech"),
    Case("cabinet-body", named("里山の大綱（閣議決定）"), (("cabinet-unknown", NAME),), exempt="not listed"),
)

LATER = (
    Case("cabinet-later", named(f"{BASIC}2022", "令和４年６月７日"), (("cabinet-later", DATE),)),
    Case(
        "cabinet-later",
        named("里山の学びの大綱", "令和５年４月１日"),
        (("cabinet-later", DATE), ("cabinet-unknown", NAME)),
    ),
    # no day is printed, but the edition has one
    Case("cabinet-later", named(f"{BASIC}2023"), (("cabinet-later", NAME),)),
    Case(
        "cabinet-later",
        done("令和３年８月", name="サイバーセキュリティ戦略", date="令和３年９月28日"),
        (("cabinet-later", DATE), ("cabinet-unknown", NAME)),
    ),
    Case("cabinet-later", named(f"{BASIC}2021", "令和３年６月18日")),
    Case("cabinet-later", named("こども政策の新たな推進体制に関する基本方針", "令和３年12月21日")),
    Case("cabinet-later", done("令和４年８月", name=f"{BASIC}2022", date="令和４年６月７日")),
    Case(
        "cabinet-later",
        {**named(f"{BASIC}2022", "令和４年６月７日"), "/title": "里山学習の事前分析表", "/identifier": ""},
        exempt="no year is printed",
    ),
    Case("cabinet-later", named("成長戦略フォローアップ"), exempt="no day is known"),
    Case(
        "cabinet-later",
        {
            **named(f"{BASIC}2022", "令和４年６月７日"),
            "/policy/statements/-": {"role": "result", "label": "目標達成度合いの測定結果", "text": "目標達成"},
        },
        exempt="results are stated in the year after",
    ),
)

CABINET = (*UNKNOWN, *DATES, *BODIES, *LATER)
