"""`crosscase archive` leaves whole results, also where words wait for a decision. All is invented."""

from pathlib import Path

import pytest

from crosscase import cli
from crosscase.running import snakemake_runs
from crosscase.storage import files
from crosscase.storage.schemas import ReviewCount
from tests.builders.projects import Study


@pytest.mark.parametrize(("undecided", "built"), [(0, [[], ["archive"]]), (2, [[]])])
def test_the_results_are_built_before_the_archive_is_refused(
    small_study: Study,
    undecided: int,
    built: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What Snakemake is asked for; the refused archive is no failed build, which would forbid to share the results."""
    asked: list[list[str]] = []

    def build(targets: list[str], *_: object, **__: object) -> int:
        asked.append(targets)
        path = Path("data/processed/review/ie.parquet")
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write_rows(path, ReviewCount, [ReviewCount("ie", undecided, 1)])
        return 0

    monkeypatch.setattr(snakemake_runs, "build", build)
    assert cli.main(["archive", "--study", str(small_study.folder)]) == bool(undecided)
    assert asked == built
    said = capsys.readouterr().err
    assert said.startswith("First the results without the archive:\n")
    assert (
        "2 words that may identify somebody wait for a decision. Decide each with `crosscase review`" in said
    ) == bool(undecided)
    assert ("then run `crosscase archive`" in said) == bool(undecided)
