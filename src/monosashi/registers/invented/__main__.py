"""``python -m monosashi.registers.invented DIR [--seed N]``: the invented records as files, and the key apart from them."""

import argparse
import csv
import io
from pathlib import Path

from monosashi.registers.files import records_csv, records_json
from monosashi.registers.invented import SEED, Invented, KeyLine, invented
from monosashi.registers.kinds import shipped_registers


def files_of(made: Invented) -> dict[str, str]:
    """Each file by its place below the folder: ``records/`` what an office would enter, ``key.csv`` what must come of it."""
    found = {
        f"records/{register.code}.csv": records_csv(
            register, [one for one in made.records if one.kind == register.code]
        )
        for register in shipped_registers()
    }
    return {**found, "records.json": records_json(made.records), "key.csv": key_csv(made)}


def key_csv(made: Invented) -> str:
    """The key as CSV, a line for each record, measure, year and part."""
    out = io.StringIO(newline="")
    columns = list(KeyLine.model_fields)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for line in made.key:
        told = line.model_dump()
        writer.writerow([str(told[one]).lower() if one == "counts" else told[one] for one in columns])
    return out.getvalue()


def main(arguments: list[str] | None = None) -> None:
    """Write the files."""
    asked = argparse.ArgumentParser(prog="python -m monosashi.registers.invented", description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--seed", type=int, default=SEED)
    given = asked.parse_args(arguments)
    for name, text in files_of(invented(given.seed)).items():
        file: Path = given.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


if __name__ == "__main__":
    main()
