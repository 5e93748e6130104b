from pathlib import Path

import pytest

from pipeline.cli.paths import demand_apart
from pipeline.errors import InputError


def test_output_beside_the_sources_is_fine(tmp_path: Path) -> None:
    demand_apart([tmp_path / "raw", tmp_path / "a.txt"], tmp_path / "raw-output")


@pytest.mark.parametrize("output", ["raw", "raw/output", "other/../raw/x"])
def test_output_within_the_sources_is_refused(tmp_path: Path, output: str) -> None:
    with pytest.raises(InputError, match="which is read") as caught:
        demand_apart([tmp_path / "raw"], tmp_path / output)
    assert "outside" in caught.value.hint
