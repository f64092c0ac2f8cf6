"""Cases of the check that looks for years and days that cannot be. The clean sheet is of fiscal 2021."""

from tests.auditing.budgets import budget
from tests.auditing.cases import Case
from tests.auditing.sheets import DAYS, SCHOOLS, SHARE

CODE = "year-impossible"


def decided(day: str) -> dict[str, object]:
    """A decision of the cabinet on a day."""
    return {"/cabinet": [{"name": "森の学び推進法", "date": day}]}


def of_2018(**policy: str) -> dict[str, object]:
    """A sheet made before the era changed, by the year of its title."""
    return {
        "/title": "里山学習の事前分析表（平成30年度実施政策）",
        f"{SHARE}/target/year": "平成34年度",
        f"{SHARE}/targets": [],
        "/policy/statements/1/text": policy.get("when", "平成35年８月"),
    }


IMPOSSIBLE = (
    Case(CODE, decided("平成28年２月29日")),
    Case(CODE, decided("平成28年２月30日"), ((CODE, "/cabinet/0/date"),)),
    Case(CODE, decided("平成２７年２月\n２９日"), ((CODE, "/cabinet/0/date"),)),
    Case(CODE, decided("平成28年13月１日"), ((CODE, "/cabinet/0/date"),)),
    Case(CODE, decided("2016.2.30"), ((CODE, "/cabinet/0/date"),)),
    Case(CODE, decided("28年２月30日"), ((CODE, "/cabinet/0/date"),)),
    Case(CODE, decided("令和０年６月21日"), ((CODE, "/cabinet/0/date"),)),
    # the second day of a cell
    Case(CODE, decided("令和元年６月21日（令和２年６月31日一部改正）"), ((CODE, "/cabinet/0/date"),)),
    Case(CODE, {f"{DAYS}/baseline/year": "平成0年度"}, ((CODE, f"{DAYS}/baseline/year"),)),
    Case(CODE, {f"{DAYS}/target/year": "平成2018年度"}, ((CODE, f"{DAYS}/target/year"),)),
    Case(CODE, {"/policy/statements/1/text": "令和６年13月"}, ((CODE, "/policy/statements/1/text"),)),
    Case(CODE, {"/programmes/0/name": "森の事業（平成０年度）"}, ((CODE, "/programmes/0/name"),)),
    Case(
        CODE,
        {"/budgets": [budget({"initial": "5 | 6", "executed": "4 | 5"}, heads=("平成0年度", "平成0年度"))]},
        ((CODE, "/budgets/0/rows/0/amounts/0/years/0"),),
    ),
    # a measure's own years are one finding
    Case(
        CODE,
        {f"{DAYS}/baseline/year": "平成0年度", f"{DAYS}/target/year": "令和0年度"},
        ((CODE, f"{DAYS}/baseline/year"),),
    ),
    Case(CODE, decided("1.2.30"), exempt="no date"),
    Case(CODE, decided("平成28年度末"), exempt="no day"),
    Case(CODE, decided("（年月日は別表）"), exempt="words"),
)

ENDED = (
    Case(
        CODE,
        {f"{SHARE}/target/year": "平成35年度", f"{SHARE}/targets/2/years": ["平成35年度"]},
        ((CODE, f"{SHARE}/target/year"), (CODE, f"{SHARE}/targets/2/years/0")),
    ),
    # one head over several measures is one print
    Case(
        CODE,
        {f"{path}/targets/2/years": ["平成35年度"] for path in (SHARE, DAYS, SCHOOLS)},
        ((CODE, f"{SCHOOLS}/targets/2/years/0"),),
    ),
    Case(CODE, decided("平成31年６月21日"), ((CODE, "/cabinet/0/date"),)),
    Case(CODE, decided("平成31年４月30日")),
    Case(CODE, {"/programmes/0/name": "森の事業（平成31年度）", "/programmes/1/name": "道の事業（昭和64年度）"}),
    Case(CODE, {"/programmes/0/name": "森の事業（昭和70年度）"}, ((CODE, "/programmes/0/name"),)),
    Case(CODE, of_2018(), exempt="made before the era changed"),
    Case(
        CODE,
        {**of_2018(), "/title": "里山学習の事前分析表（平成31年度実施政策）"},
        exempt="of the year in which the era changed",
    ),
    Case(CODE, {**of_2018(), "/title": "里山学習の事前分析表"}, exempt="no year tells when it was made"),
    Case(
        CODE,
        {**of_2018(when="令和５年８月"), "/title": "里山学習の事前分析表"},
        exempt="a month that is planned does not tell it either",
    ),
    # a month in which it was done tells it
    Case(
        CODE,
        {
            **of_2018(),
            "/title": "里山学習の個票",
            "/policy/statements/1": {"role": "evaluation_month", "label": "政策評価実施時期", "text": "令和２年８月"},
        },
        ((CODE, f"{SHARE}/target/year"),),
    ),
    Case(
        CODE,
        {
            **of_2018(),
            "/title": "里山学習の個票",
            "/policy/statements/1": {"role": "evaluation_month", "label": "政策評価実施時期", "text": "令和元年８月"},
        },
        exempt="of the year in which the era changed",
    ),
    Case(CODE, {f"{SHARE}/target/year": "34年度", f"{SHARE}/targets": []}, exempt="no era"),
)

YEARS = (*IMPOSSIBLE, *ENDED)
