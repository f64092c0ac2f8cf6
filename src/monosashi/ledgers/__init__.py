"""Outside books -> programmes' money: review sheets, the RS system's files, budget and settlement; matching, reconciling."""
