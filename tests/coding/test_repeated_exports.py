"""The same codings in two exports. All of them are invented."""

from pathlib import Path

from crosscase.coding import issues, repeated_exports
from crosscase.starting import readiness
from crosscase.study import study_folder
from tests.builders.small_study import CODINGS, small_study_here, write_csv

ONE = ("P-1", ["barriers", "time"], "never enough", None, None, "C-1")
OTHER = ("P-2", ["helps", "trust"], None, 4, 9, "C-1")


def repeated(**codings: list[tuple[object, ...]]) -> list[str]:
    found = repeated_exports.inspect(codings, issues.Inspector(issues.STUDY, {}))
    return [f"{issue.value}: {issue.message.split(',')[0].rsplit(' ', 1)[1]}" for issue in found]


def without_coder(*rows: tuple[object, ...]) -> list[tuple[object, ...]]:
    return [(*row[:-1], None) for row in rows]


def test_an_export_with_the_codings_of_another_is_named_with_it() -> None:
    assert repeated(a=[ONE, OTHER], b=[OTHER, ONE], c=[OTHER]) == ["b: a"]
    assert repeated(a=[ONE, OTHER], b=without_coder(ONE, OTHER), c=[OTHER, ONE]) == ["b: a", "c: a"]


def test_other_codings_and_other_coders_are_no_repetition() -> None:
    assert repeated(a=[ONE, ONE, OTHER], b=[ONE, OTHER, OTHER]) == []
    assert repeated(a=[ONE, OTHER], b=[(*row[:-1], "C-2") for row in (ONE, OTHER)]) == []
    assert repeated(a=[], b=[]) == []


def test_the_check_names_a_copy_of_a_file() -> None:
    with small_study_here():
        assert not [one for one in readiness.examine(*study_folder.look_here()).to_decide if "same file" in one.what]
        write_csv(Path("data/raw/exports/en.csv"), [("Interview", "Code", "Text"), *CODINGS["ie"]])
        (found,) = [one for one in readiness.examine(*study_folder.look_here()).to_decide if "same file" in one.what]
    assert {found.place, found.what.split(",")[0]} in (
        {"exports.ie.file", "it is the same file as that of the export en"},
        {"exports.en.file", "it is the same file as that of the export ie"},
    )
