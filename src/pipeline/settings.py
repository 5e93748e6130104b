"""What a run may be told, in one frozen object with sensible defaults."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of a run.

    Attributes:
        max_file_bytes: A larger raw file is refused: text of that size is a dump, not an article.
        max_reject_share: A run in which more than this share of candidates is rejected fails.
        min_candidates_for_reject_share: Below this many candidates the share says nothing.
    """

    max_file_bytes: int = 64 * 1024 * 1024
    max_reject_share: float = 0.75
    min_candidates_for_reject_share: int = 20
