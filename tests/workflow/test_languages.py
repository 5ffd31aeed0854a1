"""A study whose interviews are in other languages than the nine: what is said about it, and what a change reruns.

All persons and sentences are invented.
"""

import pytest

from tests.builders.commands import crosscase
from tests.builders.projects import Study
from tests.builders.small_study import write_csv, write_small_study

pytestmark = pytest.mark.exhaustive  # a build of its own

SPANISH = (
    ("Talk 1", "Time", "Pues nunca hay bastante. Entonces vino Zuriñe Goikolarra, con su DNI 54362315K."),
    ("Talk 1", "Trust", "Bueno, nos conocemos bien. Hablé con Aoifnait."),
    ("Talk 2", "Time", "Nadie tiene tiempo. Siempre falta algo."),
)


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Study:
    study = write_small_study(tmp_path_factory.mktemp("languages") / "study")
    study.replace("config/study.yaml", "iso: IE", "iso: MX")
    study.replace("config/study.yaml", "iso: GB", "iso: GE")
    write_csv(study.folder / "data/raw/exports/ie.csv", [("Interview", "Code", "Text"), *SPANISH])
    return study


BASIC = "Spanish (Ireland) has basic support: check what waits for review with particular care"
NONE = (
    "no word lists for the language 'ka' (England): names in no list are looked for by capital letters only, "
    "and every doubtful word waits for review"
)


def test_preflight_and_the_build_name_languages_without_full_support(spanish: Study) -> None:
    preflight = crosscase("check", "--cores", "2", where=spanish.folder)
    assert f"study: {BASIC}" in preflight.stdout and f"study: {NONE}" in preflight.stdout
    built = crosscase("build", "--cores", "2", "aggregate_groups", where=spanish.folder)
    assert f"  {BASIC}" in built.stdout.splitlines() and f"  {NONE}" in built.stdout.splitlines()
    issues = spanish.text("results/validation/issues.csv")
    assert "no_word_lists" in issues and "basic_language" in issues


def test_mexican_interviews_are_read_as_spanish(spanish: Study) -> None:
    """Of the words at the beginnings of sentences none waits, and the name behind "Hablé con" is found."""
    spanish.build("data/processed/anonymised/ie.parquet")
    waiting = spanish.text("data/restricted/review/ie.csv")
    assert "Goikolarra" in waiting
    assert not [word for word in ("Pues", "Bueno", "Entonces", "Nadie", "Siempre") if f",{word}," in waiting]
    replaced = spanish.text("data/restricted/replacements/ie.csv")
    assert "Aoifnait" in replaced or "aoifnait" in replaced


def test_another_language_anonymises_every_export_again(spanish: Study) -> None:
    spanish.build("aggregate_groups")
    spanish.replace("config/study.yaml", "iso: MX", "iso: MX\n  language: [es, fr]")
    planned = spanish.planned()
    assert planned["anonymise_export"] == 2  # names of all groups are looked for in every export, in all their forms
    assert "import_codebook" not in planned
