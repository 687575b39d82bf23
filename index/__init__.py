"""Paragraphs to passages, passages to Chroma, and the search over what they mean and say.

In reading order: types, passages, embedder, store, build, dense, lexical, search, open; telemetry stands apart.
"""
