"""Wikitext: the source of pages of MediaWiki, such as Wikipedia's.

One pass pairs all markup (``spans``); footnotes are found and numbered (``notes``); then the lines
are read into headings, paragraphs and tables (``blocks``), whose text is made prose (``inline``)
with the way back to the raw text. Templates that put words into the text are described in
``templates``.
"""
