"""Tables as a build writes them pass, whatever their words, numbers and sizes are. All names are invented."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.builders.small_study import CODEBOOK, REGISTER, STUDY, small_study_here, write_csv
from tests.builders.steps_in_process import problems_of_analysis
from tests.builders.unpacked_package import Unpacked
from verifier import analysis_tables, counting, office, sample, sample_by_group, tables

SIGNS = (
    *("A & B", "50% _x_", "$5 #1", "{brace}", "~^", "back\\slash", "a|b", "<b>", "[opt] x", "a -- b --- c", "a/b/c"),
    *("=1+1", "+2", "-3", "@x", "'quoted'", "'=1", "x", "?", "n.c.", "1.5", "12", "two  spaces", "word " * 60),
)


SHORT = (  # labels of a few letters
    CODEBOOK[0],
    *((row[0], row[1], f"T{number}", *row[3:7], row[2]) for number, row in enumerate(CODEBOOK[1:])),
)


def config(**changed: object) -> None:
    stated = {key: value for key, value in {**STUDY, **changed}.items() if value is not None}
    Path("config/study.yaml").write_text(yaml.safe_dump(stated, sort_keys=False), encoding="utf-8")


def codes(*labels: str, nested: bool = False) -> None:
    """Further codes of a domain, each below the one before or all of one level."""
    more = [
        ("barriers", f"c{number}", label, "", f"c{number - 1}" if nested and number else "", number + 3, "yes", "")
        for number, label in enumerate(labels)
    ]
    write_csv(Path("config/codebook.csv"), [*CODEBOOK, *more])


def groups(number: int) -> None:
    """Further groups with one participant each."""
    names = [f"Gr. {place}, far & wide" for place in range(number)]
    more = [{"code": f"G{place}", "name": name, "iso": "IE"} for place, name in enumerate(names)]
    config(countries=[*STUDY["countries"], *more])  # type: ignore[misc]
    people = [(f"X-{place}", "", f"G{place}", "teacher", f"t{place}", "", "no", "no") for place in range(number)]
    write_csv(Path("data/raw/participants.csv"), [*REGISTER, *people])


HONEST: dict[str, Callable[[], None]] = {
    "signs": lambda: codes(*SIGNS),
    "short": lambda: write_csv(Path("config/codebook.csv"), SHORT),
    "levels": lambda: codes(*(f"Level {number}" for number in range(9)), nested=True),
    "pages": lambda: codes(*(f"Code number {number}" for number in range(90))),
    "panels": lambda: groups(24),
    "not synthetic": lambda: config(synthetic=False, synthetic_note=None),
    "comma in numbers": lambda: config(output_language="de"),
    "titles": lambda: config(
        title="A & B_ 5% {x}\n two",
        domains=[{"id": "barriers", "title": "'Of [all] kinds' / more of 12"}, {"id": "helps", "title": "Of all <"}],
    ),
}


@pytest.mark.plain_cases(3)
@pytest.mark.parametrize("name", HONEST)
def test_what_a_build_writes_is_right(name: str) -> None:
    """A caption on a further page, and a label that begins like a formula, were refused."""
    with small_study_here():
        HONEST[name]()
        assert problems_of_analysis() == []
        package = Unpacked()
        count = counting.Count(package)
        wrong = [*office.office(package), *sample.sample(package, count)]
        wrong += sample_by_group.sample_by_group(package, count)
        wrong += [problem for domain in ("barriers", "helps") for problem in tables.domain(package, count, domain)]
        wrong += [
            problem
            for name in analysis_tables.names(package)
            for problem in analysis_tables.check(package, count, name)
        ]
        wrong += analysis_tables.quotations(package, count)
        assert wrong == []
