"""Invented lines of books: a review sheet and a year of the state's budget, as their files write them."""

import json
import lzma
from collections.abc import Sequence
from pathlib import Path

Json = dict[str, object]


def review_sheet(number: int = 1, edition: int = 2021, other: Json | None = None, **named: object) -> Json:
    """An invented project's sheet, with every key that a sheet has. ``other``, ``named``: keys
    that are to be otherwise."""
    said: Json = {
        "_file": f"{edition}/未来生活省/{edition}-未来-20-{number:04d}.json",
        "ID": None,
        "事業ID": None,
        "url": "https://example.jp/sheet.pdf",
        "公開年度": edition,
        "事業名": f"見本の事業その{number}",
        "開始年度": 2015,
        "終了年度": None,
        "府省庁": "未来生活省",
        "事業番号1": str(edition),
        "事業番号2": "未来",
        "事業番号3": "20",
        "事業番号4": f"{number:04d}",
        "事業番号5": None,
        "事業番号": f"{edition}-未来-20-{number:04d}",
        "担当部局庁": "生活局",
        "担当課室": "第一課\n第二課",
        "作成責任者": "課長",
        "会計区分": ["一般会計"],
        "事業目的": "見本の目的。",
        "事業概要": "見本の概要。",
        "実施方法": ["直接実施"],
        "主要施策": ["その他"],
        "予算": [
            {
                "年度": edition - 1,
                "当初予算": 100.5,
                "補正予算": 0.0,
                "前年度から繰越し": 3.25,
                "翌年度へ繰越し": -2.0,
                "予備費等": 0.0,
                "予算計": 101.75,
                "執行額": 99.123456,
            },
            {"年度": edition, "当初予算": 120.0, "予算計": 120.0},
            {"年度": edition + 1, "要求額": 130.0},
        ],
        "支出先": [],
        "アウトカム": [
            {
                "成果目標": "目標",
                "成果指標": "件数",
                "単位": "件",
                "目標値": "90",
                "目標最終年度": 2025,
                "成果実績": [{"年度": edition - 1, "成果実績": 3000.0, "目標値": None}],
            }
        ],
        "アウトプット": [
            {
                "活動指標": "回数",
                "単位": "回",
                "活動実績": [{"年度": edition - 1, "活動実績": 4e-06, "当初見込み": 2.5}],
            }
        ],
        "関連する過去のレビューシート": [
            {"年度": edition - 1, "府省庁": "未来生活省", "事業番号1": "新02", "事業番号2": "0007", "事業番号3": None}
        ],
    }
    return {**said, **(other or {}), **named}


def budget(items: Sequence[Json] | None = None, nendo: object = 2021) -> Json:
    """An invented year of the budget: an initial line, a supplementary one and a settled one of one 事項."""
    line = {
        "id": "general-1",
        "accountType": "general",
        "budgetType": "当初予算",
        "ministry": "未来生活省",
        "organization": "未来本省",
        "specialAccount": "",
        "subAccount": "",
        "agency": "",
        "sourceUrl": "https://example.jp/budget.xml",
        "sectionCode": "022",
        "sectionName": "見本推進費",
        "name": "見本に必要な経費",
        "amount": 1_343_719_000,
        "previousAmount": 1_305_958_000,
        "currentAmount": None,
        "spent": None,
        "carriedOver": None,
        "unused": None,
    }
    given = items or [
        line,
        {**line, "budgetType": "補正予算（第2号）", "amount": 1_500_000_000},
        {
            **line,
            "budgetType": "決算",
            "previousAmount": None,
            "currentAmount": 1_600_000_001,
            "spent": 1_200_000_000,
            "carriedOver": 300_000_001,
            "unused": 100_000_000,
        },
        {
            **line,
            "accountType": "special",
            "organization": "",
            "specialAccount": "見本特別会計",
            "subAccount": "見本勘定",
            "ministry": "内閣府、未来生活省及び環境省",
        },
    ]
    return {"metadata": {"fiscalYear": nendo}, "items": given}


def written(path: Path, sheets: Sequence[Json | str | bytes]) -> Path:
    """The lines as a file; packed where its name ends so."""
    lines = [
        one
        if isinstance(one, bytes)
        else (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)).encode()
        for one in sheets
    ]
    data = b"".join(line + b"\n" for line in lines)
    path.write_bytes(lzma.compress(data) if path.suffix == ".xz" else data)
    return path
