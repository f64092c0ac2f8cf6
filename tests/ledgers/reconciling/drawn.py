"""A ministry that there is not, with its budget, its projects and a sheet, drawn for these tests. Amounts in yen."""

from decimal import Decimal

from monosashi.model import (
    Appropriation,
    AppropriationStage,
    Book,
    BookPlace,
    Nendo,
    Project,
    ProjectYear,
    Sheet,
)

#: Of each year: initial, with supplementary, current (歳出予算現額), carried on, spent; None: not settled yet.
Years = dict[int, tuple[int, int, int, int, int] | tuple[int]]

#: 2019: 2,616 (2,293) in millions; 2020: 2,491 (1,978); 2021: 1,344.
HARBOUR: Years = {
    2019: (1_507_736_000, 2_697_706_000, 3_879_981_000, 1_264_239_501, 2_293_063_330),
    2020: (1_305_958_000, 2_660_105_000, 3_924_344_501, 1_433_595_578, 1_978_470_305),
    2021: (1_343_719_000,),
}
SETTLED_2021 = {**HARBOUR, 2021: (1_343_719_000, 3_733_690_000, 5_167_285_578, 2_449_966_999, 2_267_845_968)}


def plain(value: Decimal | None) -> str:
    """An amount as a test writes it down; a dash where there is none."""
    return "-" if value is None else f"{value.normalize():f}"


def line(
    section: str,
    item: str,
    years: Years,
    organisation: str = "未来本省",
    ministry: str = "未来省",
    account: str = "general",
) -> list[Appropriation]:
    """One 事項 in the books of some years: initial budgets, supplementary ones and settlements."""
    told: list[Appropriation] = []

    def put(nendo: int, stage: AppropriationStage, **amounts: int) -> None:
        told.append(
            Appropriation(
                nendo=Nendo(year=nendo),
                stage=stage,
                round=1 if stage is AppropriationStage.SUPPLEMENTARY else 0,
                account=account,
                ministry=ministry,
                organisation=organisation,
                section=section,
                item=item,
                place=BookPlace(file=f"{nendo}.json", line=len(told) + 1, url=f"https://example.go.jp/{nendo}"),
                **{name: Decimal(value) for name, value in amounts.items()},
            )
        )

    for nendo, amounts in years.items():
        put(nendo, AppropriationStage.INITIAL, amount=amounts[0])
        if len(amounts) == 5:
            _, changed, current, carried, spent = amounts
            put(nendo, AppropriationStage.SUPPLEMENTARY, amount=changed, previous=amounts[0])
            put(
                nendo,
                AppropriationStage.SETTLED,
                amount=changed,
                current=current,
                carried_out=carried,
                spent=spent,
                unused=current - carried - spent,
            )
    return told


def flat(amount: int) -> Years:
    """The same budget each year, all of it spent."""
    return {**dict.fromkeys((2019, 2020), (amount, amount, amount, 0, amount)), 2021: (amount,)}


def budget(years: Years = HARBOUR) -> list[Appropriation]:
    """The ministry's budget: the policy's line among others."""
    return [
        *line("情報通信港湾戦略費", "情報通信技術の港湾戦略に必要な経費", years),
        *line("情報通信研究費", "情報通信技術の研究に必要な経費", flat(7_959_000_000)),
        *line("未来本省共通費", "未来本省一般行政に必要な経費", flat(40_153_000_000)),
        *line("林野振興費", "林野の振興に必要な経費", flat(555_000_000), organisation="森の庁"),
        *line(
            "港湾戦略費", "情報通信技術の港湾戦略に必要な経費", flat(9_000_000), ministry="遠省", organisation="遠省"
        ),
    ]


def sheet(
    name: str = "政策3：ICTによる港湾戦略の推進",
    cells: tuple[str, ...] = ("2,616百万円（2,293百万円）", "2,491百万円（1,978百万円）", "1,344百万円"),
    office: str = "港湾局",
    programmes: tuple[dict[str, object], ...] = (),
) -> Sheet:
    """The policy's sheet of 2021 with its money of three years."""
    return Sheet.model_validate(
        {
            "title": "事前分析表（令和３年度実施政策）",
            "identifier": "（未来省R3－③）",
            "policy": {
                "statements": [
                    {"role": "name", "label": "政策名", "text": name},
                    {"role": "office", "label": "担当部局", "text": office},
                ]
            },
            "money": [
                {"text": cell, "year": year}
                for cell, year in zip(cells, ("令和元年度", "令和２年度", "令和３年度"), strict=False)
            ],
            "programmes": list(programmes),
        }
    )


def project(number: str, name: str, start: int, amounts: tuple[int, int, int], edition: int = 2021) -> Project:
    """A project with the same budget and execution in 2019, in 2020 and (initial) in 2021, in millions of yen."""
    return Project(
        book=Book.REVIEW_SHEETS,
        edition=edition,
        id=f"{edition}-未来-20-{number}",
        number=number,
        name=name,
        ministry="未来省",
        bureau="港湾局",
        start=start,
        accounts=("一般会計",),
        years=tuple(
            ProjectYear(
                nendo=Nendo(year=year),
                initial=Decimal(amount),
                total=Decimal(amount),
                executed=None if year == 2021 else Decimal(amount),
            )
            for year, amount in zip((2019, 2020, 2021), amounts, strict=True)
        ),
        place=BookPlace(file="2021.jsonl", line=int(number)),
    )


def programme(number: int, name: str, start: str, review_number: str, cell: str = "※５") -> dict[str, object]:
    """A row of the table of means."""
    return {
        "number": f"({number})",
        "name": f"{name}({start})",
        "money": [{"text": cell, "year": year} for year in ("令和元年度", "令和２年度", "令和３年度")],
        "related": "-",
        "review_number": review_number,
    }
