"""How fine a picture of a page is: the pixels of an inch, as it says itself, or as a page of paper would have them."""

#: What a picture may say of itself and be believed; screens say 72 or 96 of anything.
_COARSEST, _FINEST = 100.0, 1300.0
#: The longer side of A4, in inches.
_LONG_SIDE = 11.69


def dots_per_inch(size: tuple[int, int], stated: object) -> float:
    """The fineness of a picture of so many pixels. ``stated``: what its file says, as a pair.

    >>> dots_per_inch((1654, 2339), (300.0, 300.0)), round(dots_per_inch((1654, 2339), None))
    (300.0, 200)
    """
    dots = float(stated[0] or 0) if isinstance(stated, tuple) and stated else 0.0
    return dots if _COARSEST <= dots <= _FINEST else max(size) / _LONG_SIDE
