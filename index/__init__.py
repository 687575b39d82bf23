"""Paragraphs to passages, passages to Chroma, and the search over what they mean and say.

In reading order: types, passages, adapter, embedder, store, manifest, build, dense, lexical, small_words, leaning,
fusion, scope, search, retriever, open; tuning (low_rank), which makes what adapter adds, and telemetry stand apart.
"""
