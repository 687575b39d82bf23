"""Question to answer: understanding, searching, composing, verifying; the command line; the views of the page.

In reading order: types, settings, sources; ask tells the story, which runs through question (naming with contrast,
references, sections, quoted, followup with by_order, new_topic and manner, glossary, strength), lookup, ranking
(places, demonyms, mentions), within, abstain (unknown, wanted, people, doubt), compose (statement, key_sentence,
nearness), write (lead_ins, phrases) and verify; registers answer what they can.
With a chat model configured the answer goes on to chat/.
"""
