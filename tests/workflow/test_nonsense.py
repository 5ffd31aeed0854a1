"""Files of a study that are nonsense, by a grammar of it: a check of the study ends in sentences, or well.

The grammar knows what people do: values of another kind, signs that nobody sees, files cut off or saved otherwise,
columns and keys misspelt, left out or twice. `CROSSCASE_FUZZ=5000` tries more. All names are invented.
"""

import copy
import csv
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.messages.errors import StudyError
from crosscase.verification import printed_numbers
from tests.builders.plain_runs import repeats
from tests.builders.small_study import CODEBOOK, REGISTER, STUDY, small_study_here
from tests.builders.steps_in_process import no_sentences, problems_of_check, problems_of_tables

LIST = settings(
    max_examples=int(os.environ.get("CROSSCASE_FUZZ", repeats(3, 25))),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
ODD = st.sampled_from(
    [
        *(
            "",
            " ",
            "~",
            "yes",
            "NO",
            "true",
            "null",
            "1.0",
            "-1",
            "²",
            "٣",
            "1e999",
            "9" * 5000,
            "a" * 3000,
            "a b " * 500,
        ),
        *("\0", "\x07", "\ufeff", "\u202e", "\u0301", "\uffff", "😀", "x\ny", "x\r", "-", "|", " | ", ">", " > ", "*"),
        *("{country}", "../x", "=1+1", "'", '"', '"x', "\\", "%s", "{}", "#N/A"),
        *("Time", "TIME", "IE", "Ireland", "ie", "Talk 1"),
    ]
)
TEXT = ODD | st.text(max_size=8)
NUMBER = st.integers() | st.floats() | st.sampled_from([10**400, -(10**20), 2**63])
VALUE = st.recursive(
    TEXT | NUMBER | st.booleans() | st.none(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(TEXT, inside, max_size=3),
    max_leaves=4,
)
AUTHORS = st.lists(
    st.dictionaries(st.sampled_from(["name", "family-names", "given-names", "orcid"]), VALUE), max_size=2
)
KEYS_OF_CITATION = st.sampled_from(["authors", "license", "version", "date-released", "keywords", "doi"])
# What happens to a file as a whole, after its last reading by a person.
SAVED = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cut", "zeros", "semicolons", "twice"])
WHOLE = st.just("utf-8") | SAVED


def saved(text: str, how: str, path: str) -> None:
    """Write a file as a program may have saved it."""
    content = text.encode("utf-8", "replace")
    if how == "cut":
        content = content[: len(content) * 2 // 3]
    elif how == "zeros":
        content += bytes(100)
    elif how == "semicolons":
        content = content.replace(b",", b";")
    elif how == "twice":
        content += content
    else:
        content = text.encode(how, "replace")
    Path(path).write_bytes(content)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The places of all values in a tree."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for name, inside in items for place in places(inside, (*at, name)))]


@st.composite
def studies(draw: st.DrawFn) -> str:
    """study.yaml with some values and keys that are something else."""
    study = copy.deepcopy(STUDY)
    study |= draw(
        st.just({}) | st.dictionaries(st.sampled_from(["limits", "disclosure", "figures", "severity"]), VALUE)
    )
    for _ in range(draw(st.integers(1, 3))):
        *above, last = draw(st.sampled_from([place for place in places(study) if place]))
        block: Any = study
        for name in above:
            block = block[name]
        match draw(st.sampled_from(["value", "value", "value", "gone", "key"])):
            case "gone":
                del block[last]
            case "key" if isinstance(block, dict):
                block[draw(TEXT)] = block.pop(last)
            case _:
                block[last] = draw(VALUE)
    text: str = yaml.safe_dump(study, width=10**6, allow_unicode=True)
    knows_quotes = draw(st.booleans())
    return text if knows_quotes else text.replace('"', "").replace("'", "")


KEYS = {"data/raw/identifiers.csv": "identifiers: data/raw/identifiers.csv\n"}  # of study.yaml, for further lists
PUBLISHED: dict[str, Callable[[str], object]] = {
    "config/published/matrices.csv": printed_numbers.read_matrices,
    "config/published/sample.csv": printed_numbers.read_sample,
}
# What is in each list if it is right.
LISTS = {
    "config/codebook.csv": CODEBOOK,
    "data/raw/participants.csv": REGISTER,
    "data/raw/identifiers.csv": (
        ("type", "value", "country", "generalised"),
        ("person", "Ealdgyth Mockminster", "EN", ""),
        ("place", "Nonsuchwick", "", "a town"),
        ("organisation", "Fabled Hall School", "IE", ""),
    ),
    "data/restricted/review/decisions.csv": (
        ("id", "decision", "instead", "by", "on", "where", "words", "export", "document", "reason", "times", "places"),
        ("R-1", "keep", "", "AB", "2026-01-01", "", "", "", "", "", "", ""),
        ("", "generalise", "a school", "AB", "2026-01-01", "everywhere", "Hall", "", "", "", "", ""),
        ("", "redact", "place", "AB", "2026-01-01", "once", "wood", "ie", "Talk 1", "", "1", "in the wood"),
    ),
    "config/published/matrices.csv": (
        ("domain", "order", "label", "printed_marks", "printed_total"),
        ("barriers", "1", "Time", "1", "1"),
        ("helps", "1", "Trust", "2", "2"),
    ),
    "config/published/sample.csv": (
        ("table", "category", "printed"),
        ("participants_per_country", "IE", "2"),
        ("participants_per_country", "EN", "2"),
    ),
}


@st.composite
def tables(draw: st.DrawFn, rows: tuple[tuple[object, ...], ...]) -> str:
    """A list with some cells that are something else, and perhaps a column that is gone, moved, or called otherwise."""
    cells = [[str(cell) for cell in row] for row in rows]
    for _ in range(draw(st.integers(0, 4))):
        row = draw(st.sampled_from(cells))
        row[draw(st.integers(0, len(row) - 1))] = draw(TEXT)
    column = draw(st.integers(0, len(cells[0]) - 1))
    match draw(st.sampled_from(["", "", "gone", "capitals", "longer", "shorter", "none"])):
        case "gone":
            cells = [[cell for number, cell in enumerate(row) if number != column] for row in cells]
        case "capitals":
            cells[0] = [heading.upper() for heading in cells[0]]
        case "longer":
            cells[-1].append(draw(TEXT))
        case "shorter":
            cells[-1].pop()
        case "none":
            del cells[1:]
    text = io.StringIO()
    csv.writer(text).writerows(cells)
    return text.getvalue()


def ends_in_sentences(path: str, text: str, how: str) -> None:
    with small_study_here():
        with Path("config/study.yaml").open("a", encoding="utf-8") as study:
            study.write(KEYS.get(path, ""))
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        saved(text, how, path)
        run = problems_of_tables if path.startswith("data/restricted") else problems_of_check
        problems = problems_of_reading(path) if path in PUBLISHED else run()
    assert no_sentences(problems) == []


def problems_of_reading(path: str) -> list[str]:
    """What the step that reads printed numbers says is wrong."""
    try:
        PUBLISHED[path](path)
    except StudyError as error:
        return [str(problem) for problem in error.problems]
    return []


@LIST
@given(studies(), WHOLE)
def test_a_study_that_is_nonsense_ends_in_sentences(text: str, how: str) -> None:
    ends_in_sentences("config/study.yaml", text, how)


@pytest.mark.parametrize("path", LISTS)
@LIST
@given(st.data(), WHOLE)
def test_a_list_that_is_nonsense_ends_in_sentences(path: str, data: st.DataObject, how: str) -> None:
    ends_in_sentences(path, data.draw(tables(LISTS[path])), how)


@LIST
@given(st.dictionaries(KEYS_OF_CITATION, VALUE | AUTHORS, min_size=1), WHOLE)
def test_a_citation_that_is_nonsense_ends_in_sentences(citation: dict[str, Any], how: str) -> None:
    right = {"authors": [{"name": "Nobody"}], "license": "MIT", "version": "1.0", "date-released": "2026-01-31"}
    ends_in_sentences("CITATION.cff", yaml.safe_dump(right | citation, allow_unicode=True), how)
