"""A build of some results alone says only what it did, and marks what no search has seen."""

import shutil

import pytest

from crosscase.running.share_notice import LEAK_VERDICT, NOTICE
from tests.builders.projects import Study

TABLE = "results/tables/sample.csv"
SAID = "This build did not search the results for identifiers"


@pytest.mark.exhaustive
def test_a_partial_build_is_never_called_clean(rebuilt_small: Study) -> None:
    shutil.rmtree(rebuilt_small.folder / "results/preflight")
    rebuilt_small.build("preflight")
    assert (rebuilt_small.folder / NOTICE).exists()
    assert (rebuilt_small.folder / "data/processed").stat().st_mode & 0o007 == 0
    assert SAID not in rebuilt_small.build()
    assert not (rebuilt_small.folder / NOTICE).exists()

    register = rebuilt_small.folder / "data/raw/participants.csv"
    header, first, *others = register.read_text(encoding="utf-8").splitlines()
    column = header.split(",").index("withdrawn")
    fields = first.split(",")
    assert fields[column] == "no"
    register.write_text(
        "\n".join([header, ",".join([*fields[:column], "yes", *fields[column + 1 :]]), *others, ""]), "utf-8"
    )
    told = rebuilt_small.build(TABLE)
    assert SAID in told
    assert "No leak found" not in told
    assert (rebuilt_small.folder / NOTICE).exists()
    assert "No leak found" in rebuilt_small.build()
    assert not (rebuilt_small.folder / NOTICE).exists()
    assert (rebuilt_small.folder / LEAK_VERDICT).exists()
