"""The Prefect layer: a flow around the plain functions of the pipeline.

Importing the package sets how Prefect behaves before Prefect itself is imported, also in a
worker: nothing is reported to anybody unless the environment says otherwise.
"""

from flows.environment import set_defaults

set_defaults()
