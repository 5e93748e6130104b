"""Counts the steps by which a publisher changes the disk, and strikes at one of them."""

import os
from collections.abc import Callable
from typing import Any

STEPS = ("open", "fsync", "mkdir", "chmod", "rename", "replace", "unlink")

# Two dozen files are written alike; to strike at every one of them would show nothing more.
REPEATED = ("fsync", "chmod")
EVERY = 13


def arm(strike: Callable[[int], None], set_attribute: Callable[..., None] = setattr) -> None:
    """Has ``strike`` called before each step, with the number of the step.

    Args:
        strike: What is to happen.
        set_attribute: How to put a function in its place, such as ``monkeypatch.setattr``.
    """
    count = 0

    def wrapped(function: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **kwargs: Any) -> Any:
            nonlocal count
            count += 1
            strike(count)
            return function(*args, **kwargs)

        return step

    for name in STEPS:
        set_attribute(os, name, wrapped(getattr(os, name)))


def telling(steps: list[str]) -> list[int]:
    """The numbers of the steps worth striking at, from the names of all steps in order."""
    return [
        number
        for number, name in enumerate(steps, start=1)
        if name not in REPEATED or number % EVERY == 0 or number >= len(steps) - EVERY
    ]
