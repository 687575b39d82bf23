"""The question index: of this corpus, in other words than its own, and unlike the cases it is judged by."""

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from sklearn.feature_extraction.text import CountVectorizer

from corpus.errors import CorpusError
from corpus.load import Corpus
from corpus.questions import read_questions

_RUN = 4  # words in a row that a question must not share with its paragraph
_ALIKE = 0.75  # share of telling words from which two questions are the same one
_FUNCTION_WORDS = {
    "the", "a", "an", "of", "to", "in", "on", "for", "and", "or", "is", "are", "was", "were", "do", "does", "did",
    "what", "which", "who", "how", "it", "its", "this", "that", "by", "with", "at", "be",
}  # fmt: skip
_SMALL = {"of", "the", "and", "for", "on", "to", "in", "against", "a", "from"}
_NAMES = {
    r"responsibility to protect": "R2P",
    r"genocide, war crimes, ethnic cleansing and crimes against humanity": "Crimes",
}


def words(text: str) -> list[str]:
    for name, short in _NAMES.items():
        text = re.sub(name, short, text, flags=re.IGNORECASE)
    return re.findall(r"[A-Za-z0-9À-ÿ]+(?:['’-][A-Za-z0-9À-ÿ]+)*", text)


def runs(text: str) -> set[tuple[str, ...]]:
    """The runs of four words of a text, lower-cased, those that are all of a name aside."""
    found = words(text)
    quads = [found[at : at + _RUN] for at in range(len(found) - _RUN + 1)]
    named = [quad for quad in quads if all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in quad)]
    return {tuple(word.lower() for word in quad) for quad in quads if quad not in named}


def test_every_public_paragraph_has_questions(corpus: Corpus) -> None:
    public = [one for one in corpus if not corpus.documents[one.document].confidential]
    assert [one.id for one in public if len(corpus.questions.get(one.id, ())) < 5] == []


def test_no_question_borrows_its_paragraphs_phrases(corpus: Corpus) -> None:
    borrowed = [
        (name, question)
        for name, questions in corpus.questions.items()
        for question in questions
        if runs(question) & runs(corpus.get(name).text)
    ]
    assert borrowed == []


def test_no_question_is_nearly_an_evaluation_case(corpus: Corpus) -> None:
    lines = [line for file in files("evals").joinpath("cases").iterdir() for line in file.read_text().splitlines()]
    cases = [json.loads(line)["question"] for line in lines]
    ours = [question for questions in corpus.questions.values() for question in questions]
    ours += [question for gap in corpus.gaps for question in gap.questions]
    assert [ours[at] for at in alike(ours, cases)] == []


def telling_words(question: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", question.lower())) - _FUNCTION_WORDS


def alike(ours: list[str], cases: list[str]) -> list[int]:
    """The places of ours that are like a case, by Jaccard's index: words shared / words of either."""
    words_of = CountVectorizer(analyzer=telling_words, binary=True, dtype=float)
    of_cases = words_of.fit_transform(cases)
    shared = (words_of.transform(ours) @ of_cases.T).tocoo()
    lengths = np.array([len(telling_words(one)) for one in ours])
    either = lengths[shared.row] + of_cases.sum(axis=1).A1[shared.col] - shared.data
    return sorted({int(at) for at in shared.row[shared.data / either >= _ALIKE]})


def test_a_question_for_no_paragraph_is_refused(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "x.toml").write_text('"sg-1999:1" = ["Why?"]')
    with pytest.raises(CorpusError, match="sg-1999:1"):
        read_questions(tmp_path, ["sg-2019:1"])


def test_a_malformed_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "x.toml").write_text("= ")
    with pytest.raises(CorpusError, match=r"x\.toml"):
        read_questions(tmp_path, [])


def test_the_files_are_plain_tables_of_strings() -> None:
    for file in files("corpus").joinpath("questions").iterdir():
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        assert all(isinstance(one, str) and one.strip() for questions in data.values() for one in questions)
