"""Talks: from the sentences of a paragraph to dated or placed occurrences of negotiation.

An *event* is a phrase that names a meeting ("a fourth and fifth round of talks", "the Vienna
summit", "X and Y met"). The modules go from the phrase to the talk: :mod:`events` finds the
phrases; :mod:`datable` and :mod:`dates`, :mod:`places`, :mod:`parties` and :mod:`details` read what
a sentence says of each; :mod:`scenes` gathers that; :mod:`occurrence` and :mod:`vetoes` judge it;
:mod:`build` makes talks and :mod:`retelling` adds what later sentences tell of them.
:mod:`assemble` walks through the paragraph.
"""
