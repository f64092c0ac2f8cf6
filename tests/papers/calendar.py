"""How a fiscal year is printed.

>>> nendo(2019, "令和4年度"), nendo(2022, "平成26年度"), nendo(2014, "26年度"), nendo(2021, "R3年度")
('令和元年度', '平成34年度', '26年度', 'R3年度')
"""

#: First fiscal year less one, and the letter.
_ERAS = {"昭和": (1925, "S"), "平成": (1988, "H"), "令和": (2018, "R")}

#: Fiscal years from which an era is printed.
_FROM = (("令和", 2019), ("平成", 1989), ("昭和", 1926))


def nendo(year: int, style: str) -> str:
    """A fiscal year in the manner of an example; 平成, H39 and a bare 26年度 go on after 2019, as on paper printed before."""
    era = next(name for name, first in _FROM if year >= first)
    if style.startswith(("平成", "26", "H39")) and era == "令和":
        era = "平成"
    base, letter = _ERAS[era]
    plain = str(year - base)
    first = "元" if plain == "1" and style[0] not in "HR" else plain
    if style.startswith(("令和", "平成")):
        return f"{era}{first}年度"
    if style[0] in "HR":
        return f"{letter}{plain}{style.lstrip('HR0123456789')}"
    if style.startswith("FY"):
        return f"FY{year}"
    if style.startswith("20"):
        return f"{year}年度"
    return f"{first}年度"
