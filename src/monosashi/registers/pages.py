"""The page of the registers, docs/registers.md: ``python -m monosashi.registers.pages > docs/registers.md``.

What stands in the registers' own files is told from them; the words around it stand in ``page_words.txt``.
"""

import sys
from collections.abc import Iterator
from importlib.resources import files

from monosashi.model import FieldKind, Register, RegisterField
from monosashi.registers.kinds import shipped_registers

#: Where the shipped registers go in the words around them.
_HERE = "<!-- registers -->\n"
_KINDS = {
    FieldKind.TEXT: "文字 text",
    FieldKind.DATE: "日付 day",
    FieldKind.CHOICE: "選択 choice",
    FieldKind.COUNTRIES: "国 countries",
    FieldKind.FLAG: "はい・いいえ yes or no",
    FieldKind.NUMBER: "数 number",
    FieldKind.MONEY: "金額 money",
    FieldKind.COMPANY: "法人番号 corporate number",
    FieldKind.NAMES: "名前の並び names",
    FieldKind.YEAR: "年度 fiscal year",
    FieldKind.RECORD: "記録 record",
}


def markdown() -> str:
    """The whole page."""
    words = files("monosashi.registers").joinpath("page_words.txt").read_text(encoding="utf-8")
    told = "\n".join("\n".join(_register(register)) for register in shipped_registers())
    return words.replace(_HERE, told)


def _register(register: Register) -> Iterator[str]:
    day, title = register.field(register.day), register.field(register.title)
    yield f"### {register.name.ja} / {register.name.en} (`{register.code}`)"
    yield ""
    if day and title:
        yield (
            f"一件は{register.counted.ja}。「{title.name.ja}」で呼び、「{day.name.ja}」の順に並べる。"
            f" *One record: {register.counted.en[:1].lower()}{register.counted.en[1:]}; listed by `{register.day}`.*"
        )
    yield ""
    yield "| 符号 code | 項目 field | 種類 kind | 書き方、選択肢 what to enter, choices |"
    yield "| --- | --- | --- | --- |"
    for field in register.fields:
        required = "（必須 required）" if field.required else ""
        yield f"| `{field.code}` | {field.name.ja} / {field.name.en}{required} | {_kind(field)} | {_told(field)} |"
    yield ""


def _kind(field: RegisterField) -> str:
    return f"{_KINDS[field.kind]}{f' ({field.unit})' if field.unit else ''}"


def _told(field: RegisterField) -> str:
    parts = [f"{field.note.ja} / {field.note.en}"] if field.note else []
    parts += [f"`{choice.code}` {choice.name.ja}" for choice in field.choices]
    if field.refers_to:
        parts.append("、".join(f"`{code}`" for code in field.refers_to.split()))
    if field.not_before:
        parts.append(f"`{field.not_before}` 以後 / not before it")
    return "<br>".join(parts)


if __name__ == "__main__":
    # In UTF-8 wherever it runs: the page is compared byte for byte.
    sys.stdout.buffer.write(markdown().encode("utf-8"))
