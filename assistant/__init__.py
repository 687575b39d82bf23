"""Question to answer: understanding, searching, composing, verifying; the command line; the views of the page.

In reading order: types, settings, sources; ask tells the story, which runs through question (naming, references,
followup, glossary), lookup, ranking (places), abstain, compose, write and verify; registers answer what they can.
"""
