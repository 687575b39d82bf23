"""The search as a LangChain retriever, for those who build on LangChain."""

from collections.abc import Collection

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, InstanceOf

from index.search import Search


class HybridRetriever(BaseRetriever):
    """A question in, paragraphs out, best first.

    The page content is the paragraph's text; the metadata are the fields of `Hit`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: InstanceOf[Search]  # pydantic would validate a plain dataclass down to its last paragraph
    documents: Collection[str]
    limit: int

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002  (LangChain's signature)
    ) -> list[Document]:
        hits = self.search.find(query, self.documents, self.limit).hits
        corpus = self.search.corpus
        return [Document(page_content=corpus.get(hit.paragraph).text, metadata=dict(vars(hit))) for hit in hits]
