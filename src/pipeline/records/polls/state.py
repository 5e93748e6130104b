"""What is carried from one share of a paragraph to the next."""

from dataclasses import dataclass, field

from pipeline.mentions.model import Mention, PlaceMention, ShareMention
from pipeline.records.model import PollResult, Rejection
from pipeline.records.polls.dating import Dated
from pipeline.records.polls.frames import Frame
from schemas.vocabularies import RejectReason


@dataclass(frozen=True, slots=True)
class Trend:
    """When opinion changed, and whose, as said in a sentence without a figure."""

    dated: Dated
    population: Mention | None
    place: PlaceMention | None


@dataclass(slots=True)
class State:
    """What is carried from scope to scope of a paragraph."""

    frame: Frame | None = None
    population: Mention | None = None
    place: PlaceMention | None = None
    answer: Mention | None = None
    date: Dated | None = None
    trend: Trend | None = None
    making: tuple[object, ...] = ()
    left: tuple[int, RejectReason | None] = (-1, None)
    in_words: ShareMention | None = None
    main_year: int | None = None
    compared_year: int | None = None
    results: list[PollResult] = field(default_factory=list)
    anchors: list[tuple[Mention, Dated | None]] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
