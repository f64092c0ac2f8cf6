"""Texts as people type them into the framework.

>>> typed_text("  港の整備 ", 500)
'港の整備'
"""

from monosashi.office.framework.refusals import BadEntry


def typed_text(text: str, most: int) -> str:
    """The text without blanks around it. Raises ``BadEntry`` for one that is too long, or holds a sign that no column
    can."""
    plain = text.strip()
    if len(plain) > most:
        raise BadEntry(f"「{plain[:20]}…」は{most}字までです。", f"{plain[:20]!r}... has {most} characters at most.")
    if any(ord(sign) < 32 for sign in plain):
        raise BadEntry("改行などの制御文字は使えません。", "Control characters cannot be used.")
    return plain
