"""Polls: from the shares of a paragraph to poll results, sentence by sentence.

A *frame* is what the text has said so far of the survey that it speaks of: who asked whom, and
when. A sentence that speaks of a survey opens a frame or fills it in; later sentences of the
paragraph that go on reporting attitudes keep it.
"""
