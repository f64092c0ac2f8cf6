"""One measure on a sheet of its own, and its chart."""

from monosashi.model import PrintedNendo, Sheet
from monosashi.model.indicator import read_actual
from monosashi.publishing.charts import Backdrop, Drawing, Series, measure_chart, measure_series
from monosashi.publishing.html.words import words

PATH = "/goals/0/levers/0/indicators/0/measures/0"


def sheet_of(
    baseline: tuple[str, str] = ("", ""),
    target: tuple[str, str] = ("", ""),
    targets: dict[str, str] | None = None,
    actuals: dict[str, str] | None = None,
    reason: str = "",
) -> Sheet:
    """A sheet of 令和4年度 with one measure; ``targets`` and ``actuals`` by printed year."""
    return Sheet.model_validate(
        {
            "title": "事前分析表（令和４年度実施政策）",
            "goals": [
                {
                    "text": "港",
                    "levers": [
                        {
                            "text": "工事",
                            "indicators": [
                                {
                                    "number": "①",
                                    "measures": [
                                        {
                                            "name": "工事の件数",
                                            "baseline": {"value": baseline[0], "year": baseline[1]},
                                            "target": {"value": target[0], "year": target[1]},
                                            "targets": [
                                                {"years": [year], "value": value}
                                                for year, value in (targets or {}).items()
                                            ],
                                            "actuals": [
                                                read_actual(value, PrintedNendo.model_validate(year), 2022).model_dump()
                                                for year, value in (actuals or {}).items()
                                            ],
                                        }
                                    ],
                                }
                            ],
                        }
                    ],
                }
            ],
            "rationales": [{"text": reason, "measures": [PATH]}] if reason else [],
        }
    )


def series_of(sheet: Sheet) -> Series:
    """The series of the only measure."""
    ((path, _, measure),) = sheet.measures()
    return measure_series(sheet, path, measure)


def chart_of(sheet: Sheet, backdrop: Backdrop | None = None, lang: str = "ja") -> Drawing:
    """The chart of the only measure."""
    return measure_chart("chart", series_of(sheet), words(lang), ("名", "中身"), backdrop)
