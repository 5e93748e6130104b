"""Dates: from the words of a text to spans of days.

A text passes through these steps, a module each: :mod:`scan` goes from cue to cue and asks the
rules (:mod:`days`, :mod:`months`, :mod:`years`, :mod:`feasts`, :mod:`calendars`, :mod:`relative`,
:mod:`durations`) for a reading;
:mod:`joins` makes ranges and shares years within lists; :mod:`finder` places what leans on
:mod:`anchors`, the dates named before.
"""

from pipeline.mentions.dates.finder import DateContext, find_dates
from pipeline.mentions.dates.spans import Days

__all__ = ["DateContext", "Days", "find_dates"]
