"""Talks: from the sentences of a paragraph to dated or placed occurrences of negotiation.

An *event* is a phrase that names a meeting ("a fourth and fifth round of talks", "the Vienna
summit", "X and Y met"). Dates and places are paired with events; later sentences that go on about
the same event add to it.
"""
