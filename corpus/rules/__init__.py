"""The rules of the parse, by what they take: what is not text, boxes and footnotes, the running text.

A rule is asked with the reading and a block. It returns whether it took the block: True only once the block
is accounted for (`Reading.account`).
"""
