"""From bytes to characters: by the mark they begin with, by what they declare, as UTF-8, or by what seems best."""

from contextlib import suppress

from corpus.errors import DocumentError

_MARKS = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
_FEW_ACCENTS = 0.2  # of the characters
_WESTERN = ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii")  # in HTML these mean Windows' own, a superset


def decoded(raw: bytes, declared: str = "") -> tuple[str, str]:
    """The characters, and the encoding they were in. Raises DocumentError if it cannot be told."""
    for encoding, mark in _MARKS.items():
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace").removeprefix("\ufeff"), encoding.removesuffix("-sig")
    if b"\x00" in raw:
        raise DocumentError("The file is not a text: name one that is, or give it the ending it should have.")
    named = "cp1252" if declared.lower() in _WESTERN else declared.lower()
    for encoding in (named, "utf-8"):
        if encoding and not encoding.startswith(("utf-16", "utf-32", "utf-7")):  # whatever it says, that was refuted
            with suppress(LookupError, ValueError):
                return raw.decode(encoding), encoding
    return _guessed(raw)


def _guessed(raw: bytes) -> tuple[str, str]:
    """A text mostly in plain letters is Windows' Western one, which guessing takes for others; else what seems best."""
    if sum(byte > 127 for byte in raw) <= _FEW_ACCENTS * len(raw):
        with suppress(UnicodeDecodeError):
            return raw.decode("cp1252"), "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        raise DocumentError("The encoding of the text cannot be told: save it as UTF-8.")
    return str(best), best.encoding


def read_as(encoding: str, declared: str = "") -> tuple[str, ...]:
    """The remark about an encoding that a person might not expect."""
    expected = encoding == "utf-8" or declared.lower() in (encoding, *(_WESTERN if encoding == "cp1252" else ()))
    return () if expected else (f"The text is not in UTF-8, nor in what it declares; it was read as {encoding}.",)
