"""Talks: from the sentences of a paragraph to dated or placed occurrences of negotiation.

An *event* is a phrase that names a meeting ("a fourth and fifth round of talks", "the Vienna
summit", "X and Y met"). The modules go from the phrase to the talk: :mod:`events` finds the
phrases, with the help of :mod:`hedged_nouns` and :mod:`gatherings`; :mod:`datable`,
:mod:`distances`, :mod:`ranges` and :mod:`dates`, :mod:`places` and :mod:`unknown_places`,
:mod:`sides` and :mod:`parties`, and :mod:`details` read what a sentence says of each;
:mod:`scenes` gathers that; :mod:`occurrence`, :mod:`topics` and :mod:`vetoes` judge it;
:mod:`build` makes talks, with :mod:`outcomes` and :mod:`statuses`; :mod:`carried` adds the place
that the text does not repeat, :mod:`retelling` and :mod:`endings` what later sentences tell of
them. :mod:`assemble` walks through the paragraph.
"""
