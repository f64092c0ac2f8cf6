"""``make counts``: count over the published review sheets beside the checkout and write the page about it."""

import sys
from functools import partial
from pathlib import Path

from tests.review_sheets.counting import GIVEN, OWN, findings, money, outcomes, over_all_years
from tests.review_sheets.page import Counts, markdown

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "review-sheets"


def counted(folder: Path) -> Counts:
    """Every figure of the page; a few minutes."""
    return Counts(
        given=over_all_years(partial(money, by=GIVEN), folder),
        own=over_all_years(partial(money, by=OWN), folder),
        more_is_better=over_all_years(partial(outcomes, worded=False), folder),
        by_words=over_all_years(partial(outcomes, worded=True), folder),
        findings=over_all_years(findings, folder),
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(markdown(counted(FOLDER)), encoding="utf-8")
