"""The errors that users meet. Each says what is wrong and what to do about it."""


class ParleyError(Exception):
    """A problem with a way out.

    Attributes:
        message: What is wrong, naming the file or value.
        hint: What the user can do about it.
        exit_code: Exit code of the command line.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}"


class InputError(ParleyError):
    """A raw file, folder, manifest or argument cannot be used. Nothing was published."""

    exit_code = 2


class QualityError(ParleyError):
    """The tables are not fit to be published: too few rows, too many rejects, a failed check."""

    exit_code = 3


class ReleaseError(ParleyError):
    """The release folder cannot be used: damaged, edited, locked, full or not writable."""

    exit_code = 4
