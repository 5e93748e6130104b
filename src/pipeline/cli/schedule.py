"""``parley schedule``: run the release flow again and again."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import flows  # noqa: F401 sets the defaults of Prefect before it is imported
from pipeline.cli.console import err
from pipeline.errors import InputError

if TYPE_CHECKING:
    from prefect.schedules import Schedule

MIN_INTERVAL_SECONDS = 1.0


def run_schedule(raw: Path, output: Path, *, cron: str | None, interval: float | None) -> None:
    """Serve the flow on a schedule until stopped.

    Raises:
        InputError: The schedule is not a possible one, or there is nothing to read.
    """
    schedule = make_schedule(cron, interval)
    if not raw.exists():
        raise InputError(f"{raw}: no such file or folder.", "Name the folder of the raw texts.")
    from flows.schedule import serve

    when = f"every {interval:g} s" if interval else f"at {cron} (UTC)"
    err().print(f"Releasing {raw} into {output} {when}; stop with Ctrl-C.", soft_wrap=True)
    serve(raw, output, schedule)


def make_schedule(cron: str | None, interval: float | None) -> "Schedule":
    """The schedule of the two options, of which one must be given.

    Raises:
        InputError: None or both are given, or the value is not a possible one.
    """
    from prefect.schedules import Cron, Interval

    if (cron is None) == (interval is None):
        raise InputError(
            "a schedule is either a cron expression or an interval.",
            'Give --cron "0 6 * * *" or --interval 3600.',
        )
    if interval is not None:
        if not MIN_INTERVAL_SECONDS <= interval <= timedelta.max.total_seconds():
            raise InputError(
                f"an interval of {interval:g} seconds is not possible.",
                f"Give at least {MIN_INTERVAL_SECONDS:g}.",
            )
        return Interval(timedelta(seconds=interval))
    try:
        return Cron(cron or "")
    except ValueError as error:
        raise InputError(
            f"{cron!r} is not a cron expression.",
            "Five fields are needed: minute, hour, day of month, month, day of week; "
            'such as "0 6 * * *" for every day at six.',
        ) from error
