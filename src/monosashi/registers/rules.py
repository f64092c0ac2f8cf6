"""Counting rules as TOML: those that come with the package, and those an office writes.

>>> [rule.code for rule in shipped_rules()][:3]
['agreements', 'conferences', 'consultations']
>>> next(rule for rule in shipped_rules() if rule.code == "agreements").subsets[0].part
'政務レベル'

What a file must hold, with every key: ``docs/deriving.md``.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from pydantic import ValidationError

from monosashi.model import CountingRule, Register
from monosashi.registers.counting_terms import BadRule
from monosashi.registers.kinds import shipped_registers
from monosashi.registers.rules_checked import odds

#: Keys that a file may write as a plain year: 2021.
_YEARS = ("valid_from", "valid_to")


@cache
def shipped_rules() -> tuple[CountingRule, ...]:
    """The rules that come with the package, in the order of their codes."""
    folder = files("monosashi.registers").joinpath("rules")
    found = (file for file in folder.iterdir() if file.name.endswith(".toml"))
    rules = (rule for file in found for rule in parse_rules(file.read_text(encoding="utf-8"), file.name))
    return tuple(sorted(rules, key=lambda rule: (rule.code, rule.version)))


def parse_rules(text: str, name: str, registers: Iterable[Register] | None = None) -> tuple[CountingRule, ...]:
    """The rules of a TOML file, in its order. ``name``: what an error calls the file.

    ``registers``: all that there are, so that a rule of another is refused; where they are not given, a rule is held
    against the package's own registers and one of another register is taken as it is. Raises ``BadRule``.
    """
    known = {one.code: one for one in (*shipped_registers(), *(registers or ()))}
    rules = tuple(_rule(written, f"{name} {n}") for n, written in enumerate(_written(text, name), 1))
    for one, times in Counter((rule.code, rule.version) for rule in rules).items():
        if times > 1:
            raise BadRule(
                name, f"規則「{one[0]}」の第{one[1]}版が二つあります", f"the rule {one[0]} {one[1]} stands twice"
            )
    for rule in rules:
        register = known.get(rule.register_code)
        if register is None and registers is not None:
            codes = "、".join(known), ", ".join(known)
            raise BadRule(
                name,
                f"規則「{rule.code}」の台帳「{rule.register_code}」がありません（あるのは {codes[0]}）",
                f"{rule.code}: there is no register {rule.register_code!r}, but {codes[1]}",
            )
        for ja, en in odds(rule, register):
            raise BadRule(name, f"規則「{rule.code}」：{ja}", f"{rule.code}: {en}")
    return rules


def _written(text: str, name: str) -> Iterator[object]:
    try:
        written = tomllib.loads(text.lstrip("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadRule(name, f"TOML として読めません（{error}）", f"it is no TOML ({error})") from error
    listed = written.get("rules")
    if not isinstance(listed, list) or set(written) != {"rules"}:
        raise BadRule(name, "規則は [[rules]] の並びで書きます", "rules are written as a list of [[rules]]")
    yield from listed


def _rule(written: object, place: str) -> CountingRule:
    """One rule: its register is written ``register``, its years as plain numbers."""
    if isinstance(written, dict):
        years = {one: {"year": written[one]} for one in _YEARS if isinstance(written.get(one), int)}
        register = {"register_code": written["register"]} if "register" in written else {}
        written = {code: value for code, value in written.items() if code != "register"} | years | register
    try:
        return CountingRule.model_validate(written)
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(str(part) for part in first["loc"])
        raise BadRule(place, f"「{at}」が書き方に合いません（{first['msg']}）", f"{at}: {first['msg']}") from error
