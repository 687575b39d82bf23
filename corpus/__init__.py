"""The documents, and what turns them into paragraphs.

How a text becomes paragraphs, in reading order:

1. types       the words this project thinks in
2. catalog     what there is, and what each source does that the grammar does not foresee (catalog.toml)
3. sums        the text is the one it was, line by line
4. scan        a scanned draft is made readable; reviewers' traces are taken off its lines
5. grammar     what a line opens: the lines become blocks
6. parse       each block is taken by one rule (rules/: what is not text, boxes and footnotes, running text),
               which knows where the reading stands (reading)
7. units       blocks are gathered into units; canonical lifts the markup out of their text
8. ties        footnotes, notes, counterparts, copies; cite says how people cite each
9. draft       tracked changes, words out of place, and how much survives (quality, by the wordlist)
10. load       all of it together: the corpus

What a user adds comes to the same parse:

1. add         the whole way: entry (what the user says of it), file (read once), convert/ (to the grammar's form)
2. survey      where its body begins, whether it is numbered; numbers: which printed numbers count; oddities
3. added       how it is kept, apart from the shipped texts

And what is done with it: questions (what each paragraph answers), check (tally), export (paragraph.schema.json),
differences, sentences, search_text.
"""
