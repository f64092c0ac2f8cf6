"""What a reader of a kind of file tells of what it did not read, or read otherwise than printed: findings without a path."""

from monosashi.model import Finding, Message, Severity


def told(code: str, severity: Severity, found: str, ja: str, en: str) -> Finding:
    """A finding about the paper as a whole."""
    return Finding(code=code, severity=severity, path="", expected="", found=found, message=Message(ja=ja, en=en))


def short(texts: list[str], most: int = 3, length: int = 20) -> str:
    """The first of some texts, cut short, for a sentence.

    >>> short(["備考", "あ" * 30, "", "い", "う"])
    '備考、ああああああああああああああああああああ…、い ほか1'
    """
    words = [" ".join(text.split()) for text in texts if text.strip()]
    cut = [word if len(word) <= length else f"{word[:length]}…" for word in words[:most]]
    return "、".join(cut) + (f" ほか{len(words) - most}" if len(words) > most else "")
