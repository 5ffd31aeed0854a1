"""pyarrow is imported late, and without numpy only where that is asked for."""

import os
import subprocess
import sys

import pytest

from crosscase.running.pipeline import PACKAGE

STEP = """
import sys
from crosscase.storage import arrow_library, files, schemas

assert "pyarrow" not in sys.modules
mention = schemas.Mention("one", "P1", "AA", "hopes", "hope", 2, 3)
with {context}:
    files.write_rows("rows.parquet", schemas.Mention, [mention])
    assert list(files.read_rows("rows.parquet", schemas.Mention)) == [mention]
assert ("numpy" in sys.modules) is {imported}
import numpy
import pyarrow
assert numpy.arange(3).sum() == 3
"""


@pytest.mark.parametrize(
    ("context", "imported"),
    [("arrow_library.without_numpy()", False), ("open('other', 'w')", True)],
)
def test_numpy_is_hidden_from_pyarrow_only_where_asked_and_is_there_afterwards(
    tmp_path_factory: pytest.TempPathFactory, context: str, imported: bool
) -> None:
    code = STEP.format(context=context, imported=imported)
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path_factory.mktemp("step"),
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
