"""Catalogue: what is published about each check, taken from the docstrings of the modules that do the checking.

``markdown()`` is docs/checks.md; ``python -m monosashi.auditing.catalogue`` prints it.
"""

import re

from monosashi.auditing.audit import RULE_SET
from monosashi.auditing.check import CheckModule, PairCheckModule
from monosashi.auditing.checks import CHECKS
from monosashi.auditing.count_check import CountCheckModule
from monosashi.auditing.count_checks import COUNT_CHECKS
from monosashi.auditing.ledger_check import LedgerCheckModule
from monosashi.auditing.ledger_checks import LEDGER_CHECKS
from monosashi.auditing.pair_checks import PAIR_CHECKS
from monosashi.model import Message, Noun, Severity

AnyCheckModule = CheckModule | PairCheckModule | CountCheckModule | LedgerCheckModule


class CheckText(Noun):
    """The published text of a check: its title, its rule, when it does not apply, and an example each way. ``pair``:
    whether it holds two sheets of one policy against each other; ``records``: a sheet against what was counted from
    records; ``ledgers``: a sheet against the outside books."""

    code: str
    severity: Severity
    version: int
    pair: bool = False
    records: bool = False
    ledgers: bool = False
    title: Message
    rule: Message
    does_not_apply: Message
    right: Message
    wrong: Message

    @property
    def beside(self) -> Message | None:
        """What it needs beside a sheet; None where it needs nothing."""
        needs = ((self.pair, _BETWEEN), (self.records, _RECORDS), (self.ledgers, _LEDGERS))
        return next((words for needed, words in needs if needed), None)


#: The labels of a docstring's paragraphs, Japanese and English.
_PARTS = {
    "rule": ("規則", "Rule"),
    "does_not_apply": ("適用しない場合", "Does not apply"),
    "right": ("良い例", "Right"),
    "wrong": ("悪い例", "Wrong"),
}
_SEVERITIES = {
    Severity.ERROR: Message(ja="誤り", en="error"),
    Severity.WARNING: Message(ja="注意", en="warning"),
    Severity.NOTE: Message(ja="参考", en="note"),
}
#: What is said of a check that holds two sheets against each other.
_BETWEEN = Message(ja="二つの表の間", en="between two sheets")
#: What is said of one that holds a sheet against records, and against the outside books.
_RECORDS = Message(ja="登録の記録と", en="against records")
_LEDGERS = Message(ja="外の帳簿と", en="against outside books")


def catalogue() -> tuple[CheckText, ...]:
    """The text of every check, in the order of the rule set: of one sheet, then of two, then beside records and books."""
    return (
        *(_text(module) for module in CHECKS),
        *(_text(module, pair=True) for module in PAIR_CHECKS),
        *(_text(module, records=True) for module in COUNT_CHECKS),
        *(_text(module, ledgers=True) for module in LEDGER_CHECKS),
    )


def _text(module: AnyCheckModule, **beside: bool) -> CheckText:
    check, words = module.CHECK, module.__doc__ or ""
    ja, _, en = words.partition("\n")[0].partition(" / ")
    parts = {
        name: Message(ja=_paragraph(words, labels[0], ""), en=_paragraph(words, labels[1], " "))
        for name, labels in _PARTS.items()
    }
    title = Message(ja=ja.strip(), en=en.strip())
    return CheckText(code=check.code, severity=check.severity, version=check.version, title=title, **beside, **parts)


def _paragraph(words: str, label: str, between_lines: str) -> str:
    """The paragraph that opens with a label, its lines joined. Raises ``ValueError`` where a check lacks it."""
    labels = "|".join(re.escape(one) for pair in _PARTS.values() for one in pair)
    match = re.search(rf"^{re.escape(label)}: (.+?)(?=\n(?:{labels}): |\n\n|\s*\Z)", words, re.MULTILINE | re.DOTALL)
    if not match:
        raise ValueError(
            f"この検査の説明に「{label}:」がありません / no “{label}:” in the docstring of this check:\n{words}"
        )
    return between_lines.join(line.strip() for line in match[1].splitlines())


def markdown() -> str:
    """docs/checks.md: every check under its severity, Japanese first."""
    texts = catalogue()
    lines = [
        "# 検査の一覧 / The checks",
        "",
        f"規則集 {RULE_SET}。このページは検査の説明文から作られます（`make docs`）。手で直さないでください。",
        "",
        f"Rule set {RULE_SET}. This page is generated from the checks' own docstrings (`make docs`); do not edit it.",
        "",
        f"「{_BETWEEN.ja}」とある検査は、同じ政策の前の表を渡したとき（`monosashi audit 後の表 --against 前の表`）に行う。指摘の場所は後の表の"
        "ものである。",
        "",
        f"A check marked “{_BETWEEN.en}” needs an earlier sheet of the policy (`monosashi audit LATER --against EARLIER`); its "
        "findings stand on the later sheet.",
        "",
        f"「{_RECORDS.ja}」とある検査は、登録の記録を渡したとき（`monosashi audit 表 --records 記録`）に行う。「{_LEDGERS.ja}」とある検査は、"
        "外の帳簿と突き合わせたとき（`monosashi ledger reconcile`）に行う。",
        "",
        f"A check marked “{_RECORDS.en}” needs the records of what was done (`monosashi audit SHEET --records PATH`), one marked "
        f"“{_LEDGERS.en}” the outside books (`monosashi ledger reconcile`).",
        "",
        "| コード / code | 重さ / severity | 検査 / check |",
        "| --- | --- | --- |",
        *(_row(text) for text in texts),
    ]
    for text in texts:
        lines += ["", *_section(text)]
    return "\n".join(lines) + "\n"


def _row(text: CheckText) -> str:
    severity = _SEVERITIES[text.severity]
    ja, en = (f"（{text.beside.ja}）", f" ({text.beside.en})") if text.beside else ("", "")
    return (
        f"| [{text.code}](#{text.code}) | {severity.ja} / {severity.en} | {text.title.ja}{ja}<br>{text.title.en}{en} |"
    )


def _section(text: CheckText) -> list[str]:
    severity = _SEVERITIES[text.severity]
    lines = [
        f"## {text.code}",
        "",
        f"**{text.title.ja}** / {text.title.en}",
        "",
        f"{severity.ja} / {severity.en} · 第{text.version}版 / version {text.version}"
        + (f" · {text.beside.ja} / {text.beside.en}" if text.beside else ""),
    ]
    for name, (ja, en) in _PARTS.items():
        said: Message = getattr(text, name)
        lines += ["", f"- **{ja}**　{said.ja}", f"- **{en}**  {said.en}"]
    return lines
