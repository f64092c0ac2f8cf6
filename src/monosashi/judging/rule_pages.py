"""The published pages of the rules, one for each: ``python -m monosashi.judging.rule_pages docs/rules`` writes them.

A page says what the rule decides, on what numbers, who has to set them, where the rule stands, what of that was seen,
and what was decided where the source is silent.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from monosashi.judging.grade_steps import BASES
from monosashi.judging.rule import COMMON, Rule, Sign, ThresholdSpec, rules
from monosashi.judging.settings import ABOUT
from monosashi.model import Message
from monosashi.model.measuring.arithmetic import shown

_GENERATED = Message(
    ja="このページは規則のデータ（`src/monosashi/judging/rules/*.toml`）から作られます（`make docs`）。手で直さないでください。",
    en="This page is generated from the rules' data (`make docs`); do not edit it.",
)


def pages() -> dict[str, str]:
    """Each page by its file name: one for each rule, and the list of them."""
    return {"README.md": _index(), **{f"{one.id}.md": _page(one) for one in rules()}}


def _index() -> str:
    lines = [
        "# 判定の規則 / The rules of judging",
        "",
        f"{_GENERATED.ja} *{_GENERATED.en}*",
        "",
        "どの規則も、日付と出典のあるデータである。規則の元の文書が数字を述べていないところは、府省が閾値を決める。決めるまでは数字を"
        "入れず、指標ごとの事実と、何を決めればよいかを示す。",
        "*Every rule is data with dates and a citation. Where its source gives no number the office sets a threshold; until then"
        " there is no number in its place, but the facts of each measure and what is to be set.*",
        "",
        "| 規則 / rule | 版 / version | 名前 / title | 府省 / ministries | 決める閾値 / thresholds to set |",
        "| --- | --- | --- | --- | --- |",
        *(_row(one) for one in rules()),
        "",
        "## 府省の閾値 / An office's thresholds",
        "",
        "一つの TOML ファイルに書く。名前、値、誰が、いつ、なぜの五つがそろわない設定は使えない。",
        "*One TOML file; a setting without its name, value, who, when and why is refused.*",
        "",
        "```toml",
        "[[settings]]",
        'name = "near"',
        "value = 80",
        'who = "政策評価室"',
        "when = 2024-04-01",
        'why = "前回の評価書で用いた水準"',
        "```",
        "",
        f"- `{ABOUT.name}`：{ABOUT.asks.ja}（既定は 0）。*{ABOUT.asks.en} (0 by default).*",
        "- `basis`：閾値の率を `level`（実績÷目標）とするか `progress`（基準値からの進み具合）とするか。"
        " *Which rate the thresholds are of.*",
    ]
    return "\n".join(lines) + "\n"


def _row(one: Rule) -> str:
    asked = " ".join(f"`{spec.name}`" for spec in one.thresholds if spec.asked)
    ministries = "、".join(one.ministries) or "すべて / all"
    return f"| [{one.id}]({one.id}.md) | {one.version} | {one.title.ja}<br>{one.title.en} | {ministries} | {asked} |"


def _page(one: Rule) -> str:
    return "\n".join([*_head(one), *_thresholds(one), *_scales(one), *_decided(one)]) + "\n"


def _head(one: Rule) -> Iterator[str]:
    valid = f"{one.valid_from or '（不明 / unknown）'} ～ {one.valid_to or ''}".strip()
    cited = one.citation
    yield from (f"# {one.title.ja} / {one.title.en}", "", f"{_GENERATED.ja} *{_GENERATED.en}*", "")
    yield f"- **規則 / Rule** `{one.id}`、第{one.version}版 / version {one.version}、有効 / valid {valid}"
    if one.ministries:
        yield f"- **府省 / Ministries** {'、'.join(one.ministries)}"
    yield f"- **出典 / Source** {cited.document.ja} / {cited.document.en}{f' <{cited.url}>' if cited.url else ''}"
    yield f"- **見たもの / What was seen** {cited.seen.ja} / {cited.seen.en}"
    basis = BASES[one.basis]
    yield f"- **率 / Rate** {basis.ja} / {basis.en}。府省は `basis` で変えられる / an office may change it with `basis`"


def _thresholds(one: Rule) -> Iterator[str]:
    yield from ("", "## 閾値 / Thresholds", "")
    yield "| 名前 / name | 値 / value | 意味 / what it asks |"
    yield "| --- | --- | --- |"
    for spec in one.thresholds:
        yield f"| `{spec.name}` | {_value(spec)} | {spec.asks.ja}<br>{spec.asks.en} |"


def _value(spec: ThresholdSpec) -> str:
    if spec.value is not None:
        return f"{shown(spec.value)}{spec.unit}（出典による / stated by the source）"
    bounds = [
        *([f"{shown(spec.more_than)}より大 / more than {shown(spec.more_than)}"] if spec.more_than is not None else []),
        *([f"{shown(spec.at_least)}以上 / at least {shown(spec.at_least)}"] if spec.at_least is not None else []),
        *([f"{shown(spec.at_most)}以下 / at most {shown(spec.at_most)}"] if spec.at_most is not None else []),
        *([f"`{spec.not_above}`以下 / at most `{spec.not_above}`"] if spec.not_above else []),
    ]
    default = f"、既定 / default {shown(spec.default)}" if spec.default is not None else ""
    return f"府省が決める / set by the office（{'、'.join(bounds)}{default}）"


def _scales(one: Rule) -> Iterator[str]:
    if one.marks:
        yield from _scale("指標の印 / Marks of measures", one.marks.title, one.marks.signs)
    if one.id == COMMON:
        yield from _scale("区分 / Grades", one.grades.title, one.grades.signs)
    else:
        yield from ("", "## 区分 / Grades", "")
        yield f"[{one.grades.title.ja}]({COMMON}.md)による。/ By the [{one.grades.title.en.lower()}]({COMMON}.md)."
    if one.further:
        yield from _scale("府省の区分 / The ministry's own grade", one.further.title, one.further.signs)


def _scale(heading: str, title: Message, signs: Sequence[Sign]) -> Iterator[str]:
    yield from ("", f"## {heading}", "", f"{title.ja} / {title.en}。上から順に当てはめる / Tried from the top.", "")
    yield "| 記号 / sign | 意味 / meaning | 条件 / condition |"
    yield "| --- | --- | --- |"
    for sign in signs:
        yield f"| {sign.sign} | {sign.label.ja}<br>{sign.label.en} | {sign.says.ja}<br>{sign.says.en} |"


def _decided(one: Rule) -> Iterator[str]:
    if not one.decided:
        return
    yield from ("", "## 出典が述べず、こちらで決めたこと / What the source leaves open and we decided", "")
    for said in one.decided:
        yield f"- {said.ja}<br>{said.en}"


def write(folder: Path) -> None:
    """Write every page into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
