"""The picture of the README: the page of the invented sample, as a browser shows it. ``make picture`` writes it.

It is made from the document that ``monosashi publish --to html`` writes, so that it never shows what a user would not see.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import FloatRect, sync_playwright

from monosashi.office.samples import sample_sheets
from monosashi.office.verbs import publish, publish_sheet, read

#: The window, and where the picture ends: after the first row of charts.
WIDTH, HEIGHT = 1280, 900
_END = ".multiple >> nth=2"


def picture() -> bytes:
    """The picture as PNG: what to know first, what was found, and the first charts. Needs a Chromium."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    data = publish_sheet(sample_sheets()[1], "excel")
    (reading,) = read(data, "sample.xlsx")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "sheet.html"
        file.write_bytes(publish(reading, "html")[""])
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(file.as_uri())
        page.evaluate("document.querySelectorAll('.listed').forEach(list => { list.open = false })")
        box = page.locator(_END).bounding_box() or {"y": 0.0, "height": float(HEIGHT)}
        clip = FloatRect(x=0, y=0, width=WIDTH, height=box["y"] + box["height"] + 12)
        taken = page.screenshot(full_page=True, clip=clip)
        browser.close()
    return taken


if __name__ == "__main__":
    out = Path(sys.argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(picture())
