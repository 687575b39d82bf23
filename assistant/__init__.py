"""Question to answer: understanding, searching, composing, verifying; the command line; the views of the page.

In reading order: types, settings, sources; ask tells the story, which runs through question (naming, references,
followup, glossary, strength), lookup, ranking (places), abstain, compose, write (lead_ins) and verify; registers answer
what they can.
With a chat model configured the answer goes on to chat/.
"""
