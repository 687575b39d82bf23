"""Questions in other words: French, Spanish, acronyms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ask import ENGLISH_ONLY, ask
from assistant.glossary import read_in_english
from assistant.sources import Sources


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Quelles sont les obligations des États en matière de prévention du génocide ?", "french"),
        ("¿Cuántos Estados no son parte en el Estatuto de Roma?", "spanish"),
        ("cuantos paises tienen puntos focales", "spanish"),
        ("When must States act?", ""),
        ("Are memorials useful?", ""),
        ("no", ""),
        ("En 2017, combien de pays étaient encore en dehors du traité ?", "french"),
        ("obligations des états en matière de prévention", "french"),
        ("¿Sirve de algo recordar a las víctimas?", "spanish"),
        ("UN AU EU trilateral cooperation", ""),
        ("UN genocide prevention", ""),
        ("Did Timor-Leste report on the La Paz meeting?", ""),
        ("gang violence in Port-au-Prince", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_question_is_recognised(question: str, language: str) -> None:
    assert read_in_english(question).language == language


def test_a_question_is_read_in_english() -> None:
    assert "early warning" in read_in_english("Que disent les rapports sur l'alerte précoce ?").text


@pytest.mark.parametrize(
    ("question", "english"),
    [
        ("¿Qué hace falta para cuidarlo?", "look after"),
        ("¿Hay alarmas que no se deben ignorar?", "alarm"),
        ("¿Qué dicen los reportes sobre las víctimas?", "report"),
        ("que disait le brouillon sur les discriminations", "the draft"),
    ],
)
def test_a_form_that_the_glossary_lacks_is_found_by_the_one_it_has(question: str, english: str) -> None:
    assert english in read_in_english(question).text


def test_what_the_glossary_lacks_stays_as_it_was_typed() -> None:
    assert "Cox" in read_in_english("¿Qué pasó con los líderes rohinyás en Cox's Bazar?").text


def test_an_acronym_is_spelled_out() -> None:
    assert read_in_english("what can the UPR do").text == "what can the UPR (universal periodic review) do"


def test_a_word_that_is_also_an_acronym_is_left_alone_unless_in_capitals() -> None:
    assert read_in_english("when must States act").text == "when must States act"
    assert "Accountability" in read_in_english("who is in ACT").text


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read(question: str) -> None:
    read_in_english(question)


def test_the_answer_says_that_the_sources_are_in_english(sources: Sources) -> None:
    answer = ask("Combien d'États ont nommé un point de contact national ?", sources=sources)
    assert ENGLISH_ONLY in answer.warnings
    assert not answer.abstained
