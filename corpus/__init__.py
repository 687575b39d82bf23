"""The documents, and what turns them into paragraphs.

In reading order: types, catalog (catalog.toml), grammar, scan, parse, units, canonical, cite, load, check. What a
user adds: add, then entry, file, convert/, survey, numbers, oddities, added.
"""
