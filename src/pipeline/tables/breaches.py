"""What is wrong with the rows of a table, told row by row."""

from collections import defaultdict
from collections.abc import Sequence

import pyarrow
from pandera.errors import SchemaErrors

from pipeline.errors import QualityError
from pipeline.tables.build import to_frame
from pipeline.tables.provenance import Row
from schemas.registry import TableSpec

DEFECT_HINT = (
    "Nothing was published. This is a defect of Parley, not of the text: "
    "please report it together with the raw files."
)
_UNIQUENESS = {"field_uniqueness", "multiple_fields_uniqueness"}


def breaches(spec: TableSpec, rows: Sequence[Row]) -> dict[str, str]:
    """The rows that break the schema of their table.

    Args:
        spec: The table; the first column of its key identifies the record.
        rows: Its rows.

    Returns:
        For each record with a breach: which check failed on which value, all in one line.

    Raises:
        QualityError: The table as a whole is wrong, or a key occurs twice.
    """
    found = _unfit(spec, rows)
    fit = [row for row in rows if row[spec.primary_key[0]] not in found]
    return found | _failed_checks(spec, fit)


def _unfit(spec: TableSpec, rows: Sequence[Row]) -> dict[str, str]:
    """Records with a value that the type of its column cannot hold, such as a count of 10^12."""
    schema = spec.arrow_schema
    try:
        pyarrow.Table.from_pylist(list(rows), schema)
    except ValueError:
        found: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            for field in schema:
                if not _fits(row[field.name], field.type):
                    value = ascii(row[field.name])
                    found[row[spec.primary_key[0]]].append(
                        f"{spec.name}.{field.name}: not of type {field.type} ({value})"
                    )
        return {key: "; ".join(details) for key, details in found.items()}
    return {}


def _fits(value: object, kind: pyarrow.DataType) -> bool:
    try:
        pyarrow.array([value], kind)
    except ValueError:
        return False
    return True


def _failed_checks(spec: TableSpec, rows: Sequence[Row]) -> dict[str, str]:
    frame = to_frame(spec, rows)
    try:
        spec.model.validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
    else:
        return {}
    hopeless = cases[cases["index"].isna() | cases["check"].isin(_UNIQUENESS)]
    if len(hopeless):
        case = hopeless.iloc[0]
        raise QualityError(
            f"the table {spec.name} breaks its schema: "
            f"{case['check']} ({case['column']}: {case['failure_case']})",
            DEFECT_HINT,
        )
    details: dict[str, dict[str, None]] = defaultdict(dict)
    for case in cases.sort_values(["index", "column", "check"]).to_dict("records"):
        key = str(frame[spec.primary_key[0]].iloc[int(case["index"])])
        of_row = case["schema_context"] == "DataFrameSchema"
        where = spec.name if of_row else f"{spec.name}.{case['column']}"
        value = "" if of_row else f" ({case['failure_case']!r})"
        details[key][f"{where}: {case['check']}{value}"] = None
    return {key: "; ".join(of_record) for key, of_record in details.items()}
