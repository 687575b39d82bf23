"""Question to answer: understanding, composing, verifying; the command line; the views of the page.

In reading order: types, settings, sources, question, lookup, compose, abstain, verify, write, ask.
"""
