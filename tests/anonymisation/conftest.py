"""What several tests of decisions need."""

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a file of decisions is."""
    return tmp_path / "decisions.csv"
