import pyarrow
import pyarrow.parquet as pq
from release_samples import sample_tables

from pipeline.release.frames import to_arrow, to_frame
from pipeline.release.parquet import ROWS_PER_GROUP, parquet_bytes, read_parquet
from schemas.registry import TABLES


def test_every_table_comes_back_as_it_was() -> None:
    for name, frame in sample_tables().items():
        table = to_arrow(frame, TABLES[name])
        read = read_parquet(parquet_bytes(table))
        assert read.equals(table)
        assert read.schema.types == TABLES[name].arrow_schema.types
        assert list(to_frame(read).dtypes) == list(frame.dtypes)


def test_the_profile_is_what_every_reader_understands() -> None:
    data = parquet_bytes(to_arrow(sample_tables()["polls"], TABLES["polls"]))
    metadata = pq.read_metadata(pyarrow.BufferReader(data))
    group = metadata.row_group(0)
    assert metadata.format_version == "2.6"
    assert metadata.metadata is None, "no stored Arrow schema"
    for i in range(metadata.num_columns):
        assert group.column(i).compression == "ZSTD"
        assert group.column(i).has_offset_index
        assert not set(group.column(i).encodings) & {"BYTE_STREAM_SPLIT", "DELTA_LENGTH_BYTE_ARRAY"}
    logical = {metadata.schema.column(i).name: metadata.schema.column(i) for i in range(10)}
    assert logical["start_date"].logical_type.type == "DATE"
    assert logical["poll_id"].logical_type.type == "STRING"
    assert logical["poll_id"].max_definition_level == 0, "required"
    assert logical["sponsor"].max_definition_level == 1, "optional"


def test_a_large_table_has_groups_of_rows() -> None:
    table = pyarrow.table({"x": pyarrow.array(range(ROWS_PER_GROUP + 1), pyarrow.int32())})
    metadata = pq.read_metadata(pyarrow.BufferReader(parquet_bytes(table)))
    assert [metadata.row_group(i).num_rows for i in range(metadata.num_row_groups)] == [
        ROWS_PER_GROUP,
        1,
    ]


def test_chunks_leave_no_trace_in_the_bytes() -> None:
    table = to_arrow(sample_tables()["talks"], TABLES["talks"])
    chunked = pyarrow.concat_tables([table.slice(0, 1), table.slice(1)])
    assert chunked.column(0).num_chunks == 2
    assert parquet_bytes(chunked) == parquet_bytes(table)
