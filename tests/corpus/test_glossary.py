"""The French and Spanish words: a key and its English a line, each key once however it is accented."""

import re
import unicodedata
from collections import Counter
from importlib.resources import files

import pytest

LISTS = ["french.tsv", "spanish.tsv"]


def rows(name: str) -> list[list[str]]:
    text = files("corpus").joinpath("glossary", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def folded(key: str) -> str:
    plain = "".join(one for one in unicodedata.normalize("NFKD", key.lower()) if not unicodedata.combining(one))
    return " ".join(re.findall(r"[^\W_]+", plain))


@pytest.mark.parametrize("name", LISTS)
def test_every_line_is_a_key_and_its_english(name: str) -> None:
    assert [row for row in rows(name) if len(row) != 2 or not folded(row[0])] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_key_stands_once(name: str) -> None:
    seen = Counter(folded(key) for key, _ in rows(name))
    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("name", LISTS)
def test_the_english_is_trimmed(name: str) -> None:
    assert [english for _, english in rows(name) if english != " ".join(english.split())] == []


@pytest.mark.parametrize("name", LISTS)
def test_the_lines_are_in_order(name: str) -> None:
    keys = [key for key, _ in rows(name)]
    assert keys == sorted(keys)
