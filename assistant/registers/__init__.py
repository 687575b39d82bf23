"""Who must do what, what has been learned, which country is an example of what: every sentence that says so.

In reading order: types has the closed lists; reading cuts the corpus into sentences with what they hang on; actors,
force, addressees, voices and themes are the rules, each a table, which obligations applies sentence by sentence
(context is what it remembers); lessons and countries are the other two registers; build makes all three and store
keeps them with the index. select filters and counts, years compares, answering answers questions from them, with
who_must for the register of obligations; strongly tells how strongly what a search found is asked.
"""
