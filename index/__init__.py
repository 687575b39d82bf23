"""Paragraphs to passages, passages to Chroma and BM25, and the search over both.

In reading order: types, passages, embedder, store, lexical, search, build, open.
"""
