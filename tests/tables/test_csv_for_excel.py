"""`tables: {excel_csv: true}` puts a byte-order mark before each CSV file of a table, and nothing else changes."""

import codecs
from pathlib import Path

import yaml

from crosscase.data_package import descriptor
from crosscase.notebooks.builds import _labels
from crosscase.study import study_folder
from tests.builders.small_study import STUDY, small_study_here
from tests.builders.steps_in_process import problems_of_analysis
from tests.builders.unpacked_package import Unpacked
from verifier import counting, sample, sample_by_group, tables


def built(**style: bool) -> dict[str, bytes]:
    """The CSV files of the tables of the small study in this folder."""
    stated = {**STUDY, **({"tables": style} if style else {})}
    Path("config/study.yaml").write_text(yaml.safe_dump(stated, sort_keys=False), encoding="utf-8")
    assert problems_of_analysis() == []
    return {path.as_posix(): path.read_bytes() for path in sorted(Path("results/tables").glob("*.csv"))}


def test_the_mark_is_there_where_it_is_wanted_and_all_readers_go_on_reading() -> None:
    import frictionless  # takes long: not while all tests are collected

    with small_study_here():
        without = built()
        others = {path: path.read_bytes() for path in Path("results").rglob("*.*") if path.suffix != ".csv"}
        wanted = built(excel_csv=True)
        assert wanted == {name: codecs.BOM_UTF8 + content for name, content in without.items()}
        assert all(path.read_bytes() == content for path, content in others.items())
        assert not [path for path in Path("results/analysis").glob("*.csv") if path.read_bytes()[:3] == codecs.BOM_UTF8]

        package = Unpacked()
        count = counting.Count(package)
        wrong = [*sample.sample(package, count), *sample_by_group.sample_by_group(package, count)]
        wrong += [problem for domain in ("barriers", "helps") for problem in tables.domain(package, count, domain)]
        assert wrong == []
        assert {entry.code for entry in _labels(Path())} == {"time", "money", "trust"}
        for path in wanted:
            described = descriptor.describe([path], study_folder.study_here(), base=f"{Path(path).parent}/")
            report = frictionless.validate(described, basepath=str(Path(path).parent))
            assert report.valid, (path, report.flatten(["message"]))
