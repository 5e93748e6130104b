"""The Parquet profile of a release: what every common reader, old and new, reads alike.

The options were chosen by reading the files with pyarrow, DuckDB, Polars, pandas, Spark, chdb,
Hugging Face datasets, hyparquet, parquet-wasm and R: no stored Arrow schema, data pages of
version 1.0, Zstandard, microseconds. They are part of the format: the same rows give the same
bytes under one version of pyarrow, which :mod:`pipeline.release.build` records.
"""

import pyarrow
import pyarrow.parquet as pq

ROWS_PER_GROUP = 20_000


def parquet_bytes(table: pyarrow.Table) -> bytes:
    """The table as a Parquet file; one chunk a column, so that bytes depend on values only."""
    sink = pyarrow.BufferOutputStream()
    pq.write_table(
        table.combine_chunks(),
        sink,
        version="2.6",
        compression="zstd",
        data_page_version="1.0",
        store_schema=False,
        row_group_size=ROWS_PER_GROUP,
        write_page_index=True,
        coerce_timestamps="us",
    )
    data: bytes = sink.getvalue().to_pybytes()
    return data


def read_parquet(data: bytes) -> pyarrow.Table:
    """The table in a Parquet file.

    Raises:
        pyarrow.ArrowException: The file is damaged.
    """
    return pq.read_table(pyarrow.BufferReader(data)).combine_chunks()
