"""What an address asks for."""


def whole(text: str) -> int | None:
    """A number as an address gives it; None where it gives none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None
