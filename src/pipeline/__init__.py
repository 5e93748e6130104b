"""Parley reads encyclopedia text and publishes what it says about peace talks and opinion polls.

The stages, each a package that imports only from earlier ones: :mod:`pipeline.raw`,
:mod:`pipeline.documents`, :mod:`pipeline.mentions`, :mod:`pipeline.records`,
:mod:`pipeline.tables`, :mod:`pipeline.release`. :mod:`pipeline.run` chains them, the package
``flows`` runs the chain under Prefect, and :mod:`pipeline.cli` is the command line.
"""

from importlib.metadata import version


def code_version() -> str:
    """The version of the installed distribution."""
    return version("parley")
