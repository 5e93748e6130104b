"""What the records stage hands on.

Records of one document carry no identifiers yet; :mod:`pipeline.records.identity` gives them when
the documents of a run are brought together.
"""

from dataclasses import dataclass
from datetime import date

from schemas.vocabularies import (
    CandidateKind,
    ConflictKind,
    DateBasis,
    DatePrecision,
    LeftReason,
    MarkKind,
    PartyRole,
    PollMode,
    Qualifier,
    RecordTable,
    RejectReason,
    TalkFormat,
    TalkOutcome,
    TalkStatus,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a document that supports a column of a record, in raw offsets.

    Attributes:
        field: ``record`` for the passage that the record as a whole rests on, else a column.
        document_id: The document.
        start: First character.
        end: Character after the last one.
        quote: ``raw[start:end]``.
        sentence: The sentence around it, verbatim.
        citations: Keys of its footnotes, in order.
        rule: The rule that read it.
    """

    field: str
    document_id: str
    start: int
    end: int
    quote: str
    sentence: str
    citations: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class When:
    """A date as a record has it; ``basis`` is for polls only."""

    first_day: date
    last_day: date
    precision: DatePrecision
    year_inferred: bool = False
    basis: DateBasis | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who took part in a talk, named as in the text."""

    name: str
    country_code: str | None
    role: PartyRole


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk. Fields are those of the ``talks`` table."""

    when: When | None
    place: str | None = None
    city: str | None = None
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    series: str | None = None
    round: int | None = None
    format: TalkFormat | None = None
    participant_count: int | None = None
    participant_count_qualifier: Qualifier | None = None
    outcome: TalkOutcome | None = None
    outcome_text: str | None = None
    status: TalkStatus = TalkStatus.HELD
    parties: tuple[Party, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll. Fields are those of the ``polls`` table."""

    pollster: str | None = None
    sponsor: str | None = None
    when: When | None = None
    sample_size: int | None = None
    sample_size_qualifier: Qualifier | None = None
    margin_of_error: float | None = None
    mode: PollMode | None = None
    question: str | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class PollResult:
    """A share that a poll found. Fields are those of the ``poll_results`` table."""

    poll: Poll
    low: float
    high: float
    qualifier: Qualifier
    population: str | None = None
    country_code: str | None = None
    answer: str | None = None
    comparison: bool = False
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that did not become a record."""

    kind: CandidateKind
    reason: RejectReason
    passage: Passage
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A share, date or count of a document, in raw offsets.

    Attributes:
        kind: What it is.
        start: First character.
        end: Character after the last one.
        quote: ``raw[start:end]``.
        left_because: Why it is left, where no record rests on it and no candidate holds it.
    """

    kind: MarkKind
    start: int
    end: int
    quote: str
    left_because: LeftReason


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: what a passage says of a record, in words as in CSV."""

    record_id: str
    value: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two passages that contradict each other in a column of a table."""

    kind: ConflictKind
    table: RecordTable
    field: str
    one: Side
    other: Side


@dataclass(frozen=True, slots=True)
class Correction:
    """A value of a record that was changed. Fields are those of the ``corrections`` table."""

    table: RecordTable
    record_id: str
    field: str
    was: str | None
    value: str | None
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a footnote of a document cites. Fields are those of the ``citations`` table.

    Attributes:
        when: ``published_text`` as a date, None where it is none.
        span: Raw offsets of the footnote, None where the document has only its marks.
    """

    document_id: str
    key: str
    note: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published_text: str | None = None
    when: When | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document.

    Every candidate is accounted for: it is a talk, a poll result or a rejection. ``marks`` are all
    shares, dates and counts, ``sources`` all footnotes of the document.
    """

    document_id: str
    title: str | None = None
    talks: tuple[Talk, ...] = ()
    results: tuple[PollResult, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    marks: tuple[Mark, ...] = ()
    sources: tuple[Source, ...] = ()
