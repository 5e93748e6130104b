"""Stretches of a text that have been read, so that a later rule gives way to an earlier one."""

from bisect import bisect_left, insort


class Spans:
    """Half-open stretches that do not overlap."""

    def __init__(self) -> None:
        self._taken: list[tuple[int, int]] = []

    def is_free(self, start: int, end: int) -> bool:
        """Whether no character of a stretch has been taken."""
        after = bisect_left(self._taken, (start, end))
        follows = after == len(self._taken) or end <= self._taken[after][0]
        return follows and (after == 0 or self._taken[after - 1][1] <= start)

    def take(self, start: int, end: int) -> None:
        """Take a stretch that is free."""
        insort(self._taken, (start, end))
