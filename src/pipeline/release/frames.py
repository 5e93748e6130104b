"""Between the frames that the pipeline hands around and the Arrow tables that files hold."""

import pandas as pd
import pyarrow

from schemas.registry import TableSpec

Tables = dict[str, pd.DataFrame]
"""One Arrow-backed frame for each name in :data:`schemas.registry.TABLES`."""


def to_arrow(frame: pd.DataFrame, spec: TableSpec) -> pyarrow.Table:
    """The frame as an Arrow table of the published schema, sorted by its primary key.

    Rows in the order of their key make the files independent of the order of extraction.
    """
    table = pyarrow.Table.from_pandas(frame, schema=spec.arrow_schema, preserve_index=False)
    ordered = table.sort_by([(name, "ascending") for name in spec.primary_key])
    return ordered.replace_schema_metadata(None).combine_chunks()


def to_frame(table: pyarrow.Table) -> pd.DataFrame:
    """The table as a frame that keeps the Arrow types."""
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame
