"""The page of the registers is what the registers say, and tells every code of a fault."""

import ast
import re
from pathlib import Path

from monosashi.registers.pages import markdown

ROOT = Path(__file__).parents[2]
#: The modules that say what is wrong with what was typed or with a file of records.
_MODULES = (
    "entering",
    "typed_days",
    "typed_amounts",
    "company_number",
    "proof_texts",
    "given",
    "files",
    "structured_files",
    "tabular_files",
)


def test_the_page_is_the_generated_one() -> None:
    assert (ROOT / "docs" / "registers.md").read_text(encoding="utf-8") == markdown()


def test_every_code_of_a_fault_is_told_and_no_other() -> None:
    told = re.findall(
        r"`([a-z]+(?:-[a-z]+)*)`", markdown().partition("## 直すところの符号")[2].partition("## ファイル")[0]
    )
    said = {
        node.args[0].value
        for module in _MODULES
        for node in ast.walk(ast.parse((ROOT / "src/monosashi/registers" / f"{module}.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "NotEntered"
        and isinstance(node.args[0], ast.Constant)
    }
    assert sorted(told) == sorted(map(str, said))
