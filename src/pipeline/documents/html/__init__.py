"""Rendered HTML: saved pages of MediaWiki sites, replies of their ``parse`` API, other articles.

``tokens`` cuts the text into tags, ``tree`` makes elements of them, ``page`` finds the title and
the content, ``flow`` reads headings, paragraphs and tables there, ``citations`` what the footnotes
say. Offsets go through a ``source``, which leads back to the raw text also where the HTML stands
within a string of JSON.
"""
