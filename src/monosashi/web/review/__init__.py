"""Review and release: states, comments, proposals, history, editions and errata."""
