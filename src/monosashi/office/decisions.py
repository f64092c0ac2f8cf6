"""Decisions: the file in which people answer for findings and for grades, and the file of tolerances. Both are TOML.

A finding that a person answers for stays where it is and says who waived it, when and why.

    [[waivers]]
    code = "target-keeps"
    path = "/goals/0/levers/0/indicators/0/measures/0"   # empty or left out: every finding of that code
    who = "政策評価室 山田"
    when = 2026-04-01
    why = "維持が目標であることを評価委員会で確認した。"

``path`` is the finding's own, or that of anything it stands under (a measure, a goal).
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from monosashi.auditing import catalogue
from monosashi.model import Decisions, Finding, Message, Noun, Severity, Tolerances, Waiver
from monosashi.model.error import MonosashiError
from monosashi.office.document import NoSuchFile, path_text
from monosashi.office.finding_codes import READING_CODES, UNREAD

T = TypeVar("T", bound=Noun)
#: The error that a file which cannot be used is refused with.
Refused = Callable[[Path, int | None, Message], MonosashiError]

#: No file of decisions is longer.
_LONGEST = 4_000_000


class BadDecisions(MonosashiError):
    """A file of decisions that cannot be used: where in it, and why."""

    def __init__(self, path: Path, line: int | None, why: Message) -> None:
        told = _told(Message(ja="判断のファイル", en="file of decisions"), path, line, why)
        super().__init__("bad-decisions", told.ja, told.en)


class BadTolerances(MonosashiError):
    """A file of tolerances that cannot be used: where in it, and why."""

    def __init__(self, path: Path, line: int | None, why: Message) -> None:
        told = _told(Message(ja="許容差のファイル", en="file of tolerances"), path, line, why)
        super().__init__("bad-tolerances", told.ja, told.en)


def _told(kind: Message, path: Path, line: int | None, why: Message) -> Message:
    at = (f" {line} 行目", f", line {line},") if line else ("", "")
    name = path_text(path)
    return Message(
        ja=f"{kind.ja}「{name}」{at[0]}を使えません（{why.ja}）。何も点検していません。直して、もう一度実行してください。",
        en=f"The {kind.en} {name!r}{at[1]} cannot be used ({why.en}). Nothing was audited. Mend it and run again.",
    )


class UnknownCode(MonosashiError):
    """A waiver of a code that no check has."""

    def __init__(self, path: Path, line: int | None, code: str) -> None:
        at = (f" {line} 行目", f", line {line},") if line else ("", "")
        super().__init__(
            "unknown-code",
            f"判断のファイル「{path_text(path)}」{at[0]}の符号「{code}」は、どの検査にもありません。何も点検していません。"
            "検査の一覧から選んでください。",
            f"The file of decisions {path_text(path)!r}{at[1]} names {code!r}, which is the code of no check. Nothing was "
            "audited. Choose from the list of checks.",
        )


def load_decisions(path: Path) -> Decisions:
    """The decisions of a file. Raises ``MonosashiError``: ``no-such-file``, ``bad-decisions``, ``unknown-code``."""
    text = _text(path, BadDecisions)
    decisions = _loaded(Decisions, path, text, BadDecisions)
    for n, waiver in enumerate(decisions.waivers):
        if waiver.code not in known_codes():
            raise UnknownCode(path, _line(text, ("waivers", n, "code")), waiver.code)
    return decisions


def load_tolerances(path: Path) -> Tolerances:
    """The tolerances of a file: ``total = 1`` and so on. Raises ``MonosashiError``: ``no-such-file``, ``bad-tolerances``."""
    return _loaded(Tolerances, path, _text(path, BadTolerances), BadTolerances)


def known_codes() -> frozenset[str]:
    """Every code that a finding may bear: of the checks, and of reading."""
    return frozenset({text.code for text in catalogue()} | READING_CODES)


def waived(findings: Iterable[Finding], decisions: Decisions) -> tuple[Finding, ...]:
    """The same findings in the same order; each that a person answers for bears the waiver, that of the nearest path
    where several do."""
    return tuple(_answered(finding, decisions.waivers) for finding in findings)


def unmet(findings: Sequence[Finding], decisions: Decisions) -> tuple[Waiver, ...]:
    """The waivers that meet no finding: what they spoke of is mended, or never was."""
    return tuple(waiver for waiver in decisions.waivers if not any(_meets(waiver, one) for one in findings))


def decided(findings: tuple[Finding, ...], file: Path) -> tuple[Finding, ...]:
    """The findings of a sheet that is kept, with what its file of decisions answers for, if it has one. One that cannot be
    used is a finding itself (``decisions-unread``), for a page that shows the sheet must open all the same."""
    if not file.exists():
        return findings
    try:
        return waived(findings, load_decisions(file))
    except MonosashiError as error:
        return (*findings, _unread(file.name, error))


def _unread(name: str, error: MonosashiError) -> Finding:
    return Finding(
        code=UNREAD,
        severity=Severity.WARNING,
        path="",
        expected="",
        found=name,
        message=Message(
            ja=f"判断のファイル「{name}」を使えないので、どの指摘も引き受けられていません（{error.code}）。",
            en=f"The file of decisions {name!r} cannot be used, so no finding is waived ({error.code}).",
        ),
    )


def _answered(finding: Finding, waivers: Sequence[Waiver]) -> Finding:
    meeting = [waiver for waiver in waivers if _meets(waiver, finding)]
    nearest = max(meeting, key=lambda waiver: len(waiver.path), default=None)
    return finding.model_copy(update={"waiver": nearest}) if nearest else finding


def _meets(waiver: Waiver, finding: Finding) -> bool:
    under = finding.path == waiver.path or finding.path.startswith(f"{waiver.path}/")
    return waiver.code == finding.code and (not waiver.path or under)


def _text(path: Path, refused: Refused) -> str:
    try:
        if not path.is_file():
            raise NoSuchFile(path)
        with path.open("rb") as file:
            data = file.read(_LONGEST + 1)
    except (OSError, ValueError) as error:
        raise NoSuchFile(path) from error
    if len(data) > _LONGEST:
        raise refused(path, None, _TOO_LONG)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused(path, data[: error.start].count(b"\n") + 1, _NOT_UTF8) from error


def _loaded(kind: type[T], path: Path, text: str, refused: Refused) -> T:
    try:
        return kind.model_validate(tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        why = Message(ja=f"TOML として読めません：{error}", en=f"not TOML: {error}")
        raise refused(path, int(line[1]) if line else None, why) from error
    except RecursionError as error:
        raise refused(path, None, _TOO_DEEP) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        why = _WHY.get(first["type"], Message(ja=f"値が使えません：{first['msg']}", en=first["msg"]))
        at = " ".join(str(step + 1) if isinstance(step, int) else step for step in first["loc"])
        told = Message(ja=f"{at}：{why.ja}", en=f"{at}: {why.en}")
        raise refused(path, _line(text, first["loc"]), told) from error


_WHY = {
    "missing": Message(ja="ありません", en="it is missing"),
    "extra_forbidden": Message(ja="そのような項目はありません", en="there is no such field"),
    "string_too_short": Message(ja="空です", en="it is empty"),
}
_TOO_LONG = Message(ja=f"{_LONGEST:,} バイトを超えます", en=f"it has more than {_LONGEST:,} bytes")
_NOT_UTF8 = Message(ja="UTF-8 でない文字があります", en="it holds what is no UTF-8")
_TOO_DEEP = Message(ja="入れ子が深すぎます", en="it is nested too deeply")


def _line(text: str, place: Sequence[Any]) -> int | None:
    """The line on which a key stands, else that of its table's head; None where the file is written another way."""
    lines = text.splitlines()
    first, last = 0, len(lines)
    if len(place) > 1 and isinstance(place[1], int):
        heads = [n for n, line in enumerate(lines) if re.match(rf"\s*\[\[\s*{re.escape(str(place[0]))}\s*\]\]", line)]
        if place[1] >= len(heads):
            return None
        first = heads[place[1]]
        last = next((n for n in range(first + 1, last) if re.match(r"\s*\[", lines[n])), last)
    name = re.escape(str(place[-1]))
    found = next((n for n in range(first, last) if re.match(rf"\s*[\"']?{name}[\"']?\s*=", lines[n])), None)
    if found is None:
        return first + 1 if len(place) > 1 else None
    return found + 1
