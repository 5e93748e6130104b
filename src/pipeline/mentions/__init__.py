"""Mentions: the dates, shares, counts, ordinals, places and names that a text holds.

Every finder is a pure function of a string (the prose of a paragraph) and returns mentions in
order of their offsets into that string.
"""
