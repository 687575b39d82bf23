"""Paragraphs to passages, passages to Chroma, and the search over what they mean and say.

In reading order: types, passages, adapter, embedder, store, manifest, build, dense, lexical, leaning, fusion, search,
retriever, open; tuning, which makes what adapter adds, and telemetry stand apart.
"""
