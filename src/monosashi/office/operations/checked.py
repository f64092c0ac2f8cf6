"""Checked: one thing the keeper of the system wants to be right, how it stands, and what to do about it."""

from enum import StrEnum

from monosashi.model import Message, Noun


class Standing(StrEnum):
    """GOOD: as it should be; ADVICE: works, and should be better; BAD: something is lost or does not work."""

    GOOD = "good"
    ADVICE = "advice"
    BAD = "bad"


class Checked(Noun):
    """``code`` names the check and stays; ``todo``: what to do, None where nothing is to be done."""

    code: str
    standing: Standing
    found: Message
    todo: Message | None = None


def good(code: str, ja: str, en: str) -> Checked:
    """As it should be."""
    return Checked(code=code, standing=Standing.GOOD, found=Message(ja=ja, en=en))


def advice(code: str, found: tuple[str, str], todo: tuple[str, str]) -> Checked:
    """Works, and should be better. Each pair is Japanese and English."""
    return _with_todo(code, Standing.ADVICE, found, todo)


def bad(code: str, found: tuple[str, str], todo: tuple[str, str]) -> Checked:
    """Lost, or not working. Each pair is Japanese and English."""
    return _with_todo(code, Standing.BAD, found, todo)


def _with_todo(code: str, standing: Standing, found: tuple[str, str], todo: tuple[str, str]) -> Checked:
    return Checked(
        code=code,
        standing=standing,
        found=Message(ja=found[0], en=found[1]),
        todo=Message(ja=todo[0], en=todo[1]),
    )
