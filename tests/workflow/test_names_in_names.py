"""Names of people in the names of codes, groups and files: the attack on all that a build leaves. All invented."""

import pytest

from crosscase.storage import files
from tests.builders.projects import Study
from tests.builders.results import published_text
from tests.builders.small_study import write_csv, write_small_study

# No register and no list has these people; none of the words is in a text either.
PEOPLE = ("Keziah", "Blomfield", "Jowan", "Tregenza", "Zsoldra", "Quillow", "Wigmarsh", "Ottoline")
CODES = (
    "Case of Keziah Blomfield",
    "case of ottoline wigmarsh",
    "“Zsoldra never came back”",
    "Time > With Quillow",
    "Truust",
)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    study = write_small_study(tmp_path_factory.mktemp("names") / "study")
    study.replace("config/study.yaml", "    country: EN\n", "    country_from: {variable: Region}\n")
    exports = study.folder / "data/raw/exports"
    rows = [("Talk 1", code, "we know each other well") for code in CODES]
    write_csv(exports / "ie.csv", [("Interview", "Code", "Text"), *rows])
    regions = [
        ("Talk 3", "Money", "paid by nobody", "Village of Jowan Tregenza"),
        ("Talk 4", "Trust", "often", "England"),
    ]
    write_csv(exports / "en.csv", [("Interview", "Code", "Text", "Region"), *regions])
    return study


@pytest.fixture(scope="module")
def failed(study: Study) -> str:
    run = study.snakemake()
    assert run.returncode == 1, run.stdout
    return run.stdout


def test_no_name_gets_out_of_a_build(study: Study, failed: str) -> None:
    places = {"the terminal": failed, **published_text(study)}
    out = [
        (person, place) for person in PEOPLE for place, text in places.items() if person.casefold() in text.casefold()
    ]
    assert not out


def test_the_messages_say_where_the_team_can_look_the_names_up(study: Study, failed: str) -> None:
    shown = "Its words may name somebody: data/restricted/replacements/ie.csv shows them."
    assert f"{shown} Add it to the codebook or add an alias." in failed
    assert "data/restricted/replacements/en.csv shows it. Add the spelling to `also`" in failed
    assert "Nearest: Trust." in failed  # of a code that is only misspelt
    log = study.text("data/restricted/replacements/ie.csv")
    for code in CODES[:3]:
        assert code in log
    assert "Village of Jowan Tregenza" in study.text("data/restricted/replacements/en.csv")
    assert "Keziah Blomfield" in study.text("data/restricted/review/ie.csv")


def test_the_report_before_the_build_hides_them_too(study: Study, failed: str) -> None:
    run = study.snakemake("preflight")
    assert run.returncode == 0, run.stdout
    assert "[CODE_" in run.stdout and "[GROUP_" in run.stdout
    assert not [person for person in PEOPLE if person.casefold() in run.stdout.casefold()]


@pytest.mark.exhaustive
def test_a_decision_or_an_alias_shows_what_may_be_shown(study: Study, failed: str) -> None:
    header = "id,decision,instead,by,on,where,words"
    decided = [f"R-{n},{choice},,A,2026-01-01,everywhere,{words}" for n, (choice, words) in enumerate(
        [("redact", "Keziah Blomfield"), ("keep", "ottoline wigmarsh")]
    )]  # fmt: skip
    files.write_text(study.folder / "data/restricted/review/decisions.csv", "\n".join([header, *decided, ""]))
    study.replace("config/study.yaml", "name: England", "name: England\n  also: [Village of Jowan Tregenza]")
    run = study.snakemake("validate_codes")
    issues = study.text("results/validation/issues.csv")
    assert "Case of [PERSON_" in issues and "case of ottoline wigmarsh" in issues
    shown = {place: text for place, text in published_text(study).items() if "/results/" in place or "/logs/" in place}
    assert shown and not [place for place, text in shown.items() if "Tregenza" in text]
    assert "unknown_group" not in run.stdout and "“Zsoldra" not in issues
