"""The search as a LangChain retriever."""

from assistant.sources import Sources


def test_it_finds_what_the_search_finds(sources: Sources) -> None:
    question, documents = "Do monuments to the victims help?", ["sg-2013"]
    found = sources.index.retriever(documents, limit=3).invoke(question)
    assert [one.metadata["paragraph"] for one in found] == [
        hit.paragraph for hit in sources.search(question, documents)[:3]
    ]
    assert found[0].page_content == sources.corpus.get("sg-2013:64").text
