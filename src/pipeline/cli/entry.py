"""Entry point: run a command, and turn whatever goes wrong into words and an exit code."""

import io
import os
import sys
from typing import NoReturn

from pipeline.cli.app import app
from pipeline.cli.console import printable
from pipeline.errors import ParleyError

EXIT_UNEXPECTED = 70
"""EX_SOFTWARE of sysexits.h: an error that is not the user's."""


def main() -> NoReturn:
    """Run the command line and exit: 0 for success, else as docs/operations.md says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # text of any script goes to any terminal
    try:
        app()
    except Exception as error:
        if os.environ.get("PARLEY_DEBUG"):
            raise
        sys.exit(_explain(error))
    sys.exit(0)


def _explain(error: Exception) -> int:
    if isinstance(error, ParleyError):
        print(f"Error: {printable(error.message)}", file=sys.stderr)  # noqa: T201
        print(f"  {printable(error.hint)}", file=sys.stderr)  # noqa: T201
        return error.exit_code
    print(  # noqa: T201
        f"Error: something unexpected went wrong, sorry ({type(error).__name__}).\n"
        "  Set PARLEY_DEBUG=1 and run it again to see where, and please report it.",
        file=sys.stderr,
    )
    return EXIT_UNEXPECTED
