"""A number as an automatic list prints it: 3, c, C, iii, III; and as the UN's lists have it: "3.", "(c)"."""

FORMATS = ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman")  # by their names in Word
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def formatted(number: int, style: str) -> str:
    """A number in one of FORMATS; any other reads as decimal."""
    written = _letters(number) if "Letter" in style else _roman(number) if "Roman" in style else str(number)
    return written.upper() if style.startswith("upper") else written


def listed(number: int, style: str) -> str:
    """What opens an item of a list that says no more than its style."""
    written = formatted(number, style)
    return f"({written}) " if style.startswith("lower") else f"{written}. "


def _letters(number: int) -> str:
    """1 is "a", 27 "aa", 28 "bb", as Word counts."""
    place = max(0, number - 1)
    return chr(ord("a") + place % 26) * (place // 26 + 1)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
