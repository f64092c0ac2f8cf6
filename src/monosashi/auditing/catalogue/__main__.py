"""Print docs/checks.md: ``python -m monosashi.auditing.catalogue > docs/checks.md``."""

import sys

from monosashi.auditing.catalogue import markdown

# In UTF-8 wherever it runs: the page is compared byte for byte.
sys.stdout.buffer.write(markdown().encode("utf-8"))
