"""Cited: an indicator of an edition, for one year or all, and where a lasting id stands in everything that was released."""

import datetime as dt

from monosashi.model import Measure, Noun, Number, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.mark import plain_number
from monosashi.office.review.editions import Edition, EditionKey, key_of, told
from monosashi.office.review.refusals import NoSuchEdition
from monosashi.publishing.html.meaning import nendo_words, state_words
from monosashi.publishing.html.words import Language, words
from monosashi.store.models import IndicatorRow, Release


class CitedYear(Noun):
    """What an edition says of a measure for one year: the target and actual as printed, and in which way an actual is
    missing."""

    year: int
    name: str
    target: str
    actual: str
    state: str
    missing: str


class CitedMeasure(Noun):
    """A measure as an edition prints it. ``path``: its place in the edition's JSON."""

    path: str
    identity: str
    number: str
    name: str
    kind: str
    primary: bool
    baseline: str
    baseline_year: str
    target: str
    target_year: str
    years: tuple[CitedYear, ...]


class Standing(Noun):
    """Where a lasting id stands: the newest edition of one sheet."""

    ministry: str
    nendo: int
    kind: str
    edition: int
    time: dt.datetime
    number: str
    name: str
    target: str
    target_nendo: str
    address: str


def measures_cited(edition: Edition, number: str, year: int | None, language: Language) -> tuple[CitedMeasure, ...]:
    """The measures under a number (two may share one), all years or one. Raises ``NoSuchEdition`` where the edition has
    no such number or says nothing of that year."""
    found = [
        one.model_copy(update={"years": tuple(said for said in one.years if year in (None, said.year))})
        for one in all_measures(edition, language)
        if one.number == number
    ]
    if not found or (year is not None and not any(one.years for one in found)):
        raise NoSuchEdition
    return tuple(found)


def all_measures(edition: Edition, language: Language) -> tuple[CitedMeasure, ...]:
    """Every measure of an edition, in printed order."""
    sheet: Sheet = edition.entry.reading.sheet
    return tuple(
        CitedMeasure(
            path=path,
            identity=edition.identities.get(path, ""),
            number=address_number(indicator.number),
            name=unbroken(measure.name.name),
            kind=measure.name.kind.value if measure.name.kind else "",
            primary=indicator.primary,
            baseline=unbroken(measure.baseline.value.text),
            baseline_year=unbroken(measure.baseline.year.text),
            target=unbroken(measure.target.value.text),
            target_year=unbroken(measure.target.year.text),
            years=_years(measure, language),
        )
        for path, indicator, measure in sheet.measures()
    )


def address_number(number: Number) -> str:
    """An indicator's number in addresses: ④ is 4. What an address cannot hold is a hyphen."""
    return plain_number(number).replace("/", "-")


def standings(identity: str) -> tuple[Standing, ...]:
    """Where a lasting id stands in what was released, the latest year first. Raises ``NoSuchEdition``."""
    rows = IndicatorRow.objects.filter(identity=identity, released=True).select_related("sheet__ministry")
    releases = {
        row.version_id: row
        for row in Release.objects.filter(version__in=[row.version_id for row in rows])
        .select_related("sheet__ministry", "version")
        .order_by("edition")
    }
    found = [_standing(row, releases[row.version_id]) for row in rows if row.version_id in releases]
    if not found:
        raise NoSuchEdition
    return tuple(sorted(found, key=lambda one: (-one.nendo, one.kind, one.number)))


def _standing(row: IndicatorRow, release: Release) -> Standing:
    key: EditionKey = key_of(release)
    number = str(row.number).replace("/", "-")
    return Standing(
        ministry=release.sheet.ministry.name,
        nendo=key.nendo,
        kind=key.kind.value,
        edition=release.edition,
        time=release.time,
        number=row.number,
        name=row.name,
        target=row.record.get("target_text", ""),
        target_nendo=row.record.get("target_nendo", ""),
        address=f"{told(key, release).address}/indicators/{number}" if number else told(key, release).address,
    )


def _years(measure: Measure, language: Language) -> tuple[CitedYear, ...]:
    """Every year of which a calendar year is known, earliest first."""
    spoken = words(language)
    targets = {year.nendo: target.value.text for target in measure.targets for year in target.years if year.nendo}
    actuals = {one.year.nendo: one for one in measure.actuals if one.year.nendo}
    printed: dict[int, CitedYear] = {}
    for nendo in sorted({*targets, *actuals}, key=lambda one: one.year):
        actual = actuals.get(nendo)
        printed[nendo.year] = CitedYear(
            year=nendo.year,
            name=str(nendo) if language == "ja" else nendo_words(nendo, spoken),
            target=unbroken(targets.get(nendo, "")),
            actual=unbroken(actual.value.text) if actual else "",
            state=actual.state.value if actual else "unstated",
            missing=state_words(actual, spoken) if actual else "",
        )
    return tuple(printed.values())
