"""``python -m monosashi``: the command line."""

from monosashi.cli import main

main()
