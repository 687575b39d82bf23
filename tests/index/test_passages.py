"""Passages fit the embedder, cover every paragraph, and are its own words."""

from assistant.sources import Sources
from index.passages import passages


def test_every_passage_fits_and_every_paragraph_is_covered(sources: Sources) -> None:
    corpus, embedder = sources.corpus, sources.embedder
    made = passages(corpus, embedder.count, embedder.window)
    assert max(embedder.count(passage.embedded) for passage in made) <= embedder.window
    for paragraph in corpus:
        covered = set()
        for passage in (one for one in made if one.paragraph == paragraph.id and not one.is_question):
            covered |= set(range(passage.start, passage.end))
            if paragraph.quality is None:
                assert passage.embedded.endswith(paragraph.text[passage.start : passage.end])
        missed = [at for at, character in enumerate(paragraph.text) if character.isalnum() and at not in covered]
        assert not missed, paragraph.id


def test_a_narrow_window_cuts_further(sources: Sources) -> None:
    made = passages(sources.corpus, sources.embedder.count, 80)
    assert max(sources.embedder.count(passage.embedded) for passage in made) <= 80


def test_an_item_brings_its_lead_in(sources: Sources) -> None:
    made = passages(sources.corpus, sources.embedder.count, sources.embedder.window)
    bullet = next(one for one in made if one.paragraph == "sg-2017:47/1")
    assert bullet.embedded.startswith("The United Nations will: Fully include")
