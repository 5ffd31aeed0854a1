"""The package that the tests of the verifier change."""

import pytest

from tests.builders.changed_packages import Files, files_of
from tests.builders.projects import Study


@pytest.fixture(scope="session")
def files(built: Study) -> Files:
    """The files of the package of the bundled study, by name. Not to be changed."""
    return files_of(built)
