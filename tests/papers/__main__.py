"""Write every paper: ``python -m tests.papers FOLDER [NAME...]``; PDFs where LibreOffice and Chromium are installed."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.papers.catalogue import papers
from tests.papers.paper import Paper
from tests.papers.web import paper_to_html
from tests.papers.word import paper_to_docx
from tests.papers.xlsx import paper_to_xlsx


def write(paper: Paper, folder: Path) -> None:
    """The paper's workbook, Word file, web page, truth tables and owed findings."""
    (folder / f"{paper.name}.xlsx").write_bytes(paper_to_xlsx(paper))
    (folder / f"{paper.name}.docx").write_bytes(paper_to_docx(paper))
    (folder / f"{paper.name}.html").write_bytes(paper_to_html(paper))
    for n, page in enumerate(paper.pages, 1):
        stem = paper.name if n == 1 else f"{paper.name}-{n}"
        tables = folder / f"{stem}.tables"
        shutil.rmtree(tables, ignore_errors=True)
        tables.mkdir(parents=True)
        for table, rows in page.truth.items():
            _write_csv(tables / f"{table}.csv", rows)
        if page.findings:
            text = json.dumps({"sheet": stem, **page.findings}, ensure_ascii=False, indent=1)
            (folder / f"{stem}.findings.json").write_text(text + "\n", encoding="utf-8")


def _write_csv(path: Path, rows: list[dict[str, str]]) -> None:
    names = dict.fromkeys(column for row in rows for column in row)
    columns = [column for column in names if any(row.get(column) for row in rows)]
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns or ["name"], lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def to_pdf(folder: Path, names: list[str]) -> None:
    """NAME.pdf from the workbook by LibreOffice, NAME.web.pdf from the page by Chromium, where they are installed."""
    if office := shutil.which("soffice"):
        profile = (folder / ".profile").absolute().as_uri()
        files = [str(folder / f"{name}.xlsx") for name in names]
        command = [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
        ]
        subprocess.run([*command, *files], check=True, capture_output=True)
        shutil.rmtree(folder / ".profile", ignore_errors=True)
    if browser := shutil.which("chromium"):
        for name in names:
            out = f"--print-to-pdf={folder / f'{name}.web.pdf'}"
            page = (folder / f"{name}.html").absolute().as_uri()
            command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", out, page]
            subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Write the papers named, or all of them."""
    folder, names = Path(sys.argv[1]), [name for name in sys.argv[2:] if not name.startswith("--")]
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [paper for paper in papers() if not names or paper.name in names]
    for paper in chosen:
        write(paper, folder)
    if "--no-pdf" not in sys.argv:
        to_pdf(folder, [paper.name for paper in chosen])


main()
