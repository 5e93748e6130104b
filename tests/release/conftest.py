import sys
from pathlib import Path

import pytest

# The sample tables are shared with the scripts that tests run in processes of their own.
sys.path.insert(0, str(Path(__file__).parent))

from release_samples import CODE_VERSION, RAW, sample_tables

from pipeline.release.publish import Published, publish


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a first release of the sample tables; tests only read it."""
    output = tmp_path_factory.mktemp("releases")
    outcome = publish(sample_tables(), RAW, output, code_version=CODE_VERSION)
    assert isinstance(outcome, Published)
    return outcome.path
