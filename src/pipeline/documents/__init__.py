"""Documents: raw text parsed into title, headings, paragraphs, sentences and footnote marks.

Every piece carries half-open character offsets into the raw text, and ``raw[start:end] == text``
holds for each. Rules read the *prose* of a paragraph: its text without footnote marks and markup,
together with the offset in the raw text of each of its characters.
"""
