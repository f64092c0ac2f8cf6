"""``python -m monosashi.office.samples FOLDER``: write the samples as workbooks of the official form."""

import sys
from pathlib import Path

from monosashi.office.samples import SAMPLES, sample
from monosashi.office.verbs import publish_sheet

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for sample_id in SAMPLES:
        (folder / f"{sample_id}.xlsx").write_bytes(publish_sheet(sample(sample_id), "excel"))
