"""The picture of a fund's KPI: its values and milestones by year, drawn like the charts of measures."""

from monosashi.model import Amount, FundKpiStanding
from monosashi.office.pages import Words
from monosashi.publishing.charts import Drawing, measure_chart
from monosashi.publishing.charts.series import Point, Series
from monosashi.publishing.html.legend import Sign, legend


def kpi_series(standing: FundKpiStanding) -> Series:
    """What is drawn: values in the KPI's own unit, its milestones, and the values of old definitions set apart by unit."""
    unit = standing.kpi.unit
    drawn = [(one.nendo.year, one.value) for one in standing.values if one.unit == unit and one.value is not None]
    targets = [one.milestone for one in standing.milestones if not one.replaced]
    years = {year for year, _ in drawn} | {one.nendo.year for one in targets}
    return Series(
        path="",
        unit=unit,
        years=tuple(range(min(years), max(years) + 1)) if years else (),
        baseline=None,
        baseline_years=(),
        goal=None,
        targets=tuple(Point(one.nendo.year, Amount(value=one.target, unit=unit)) for one in targets),
        actuals=tuple(Point(year, Amount(value=value, unit=unit)) for year, value in drawn),
        gaps=(),
        references=(),
        apart=tuple(dict.fromkeys(("actual", value.unit) for value in standing.values if value.unit != unit)),
    )


def kpi_picture(standing: FundKpiStanding, t: Words) -> tuple[Drawing | None, tuple[Sign, ...]]:
    """The drawing and the signs of its legend; None where there is no number to draw."""
    series = kpi_series(standing)
    if not series.numeric or not series.years:
        return None, ()
    name = t.of(standing.kpi.name)
    names = (name, t("funds.picture", name=name))
    drawing = measure_chart(f"kpi-{standing.kpi.code}", series, t, names, None)
    return drawing, legend((series,), disrupted=False)
