"""Files of a study that are nonsense, by a grammar of it: a check of the study ends in sentences, or well.

The grammar knows what people do: values of another kind, signs that nobody sees, files cut off or saved otherwise,
columns and keys misspelt, left out or twice. `CROSSCASE_FUZZ=5000` tries more. All names are invented.
"""

import copy
import csv
import io
import os
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders.small_study import CODEBOOK, REGISTER, STUDY, small_study_here
from tests.builders.steps_in_process import no_sentences, problems_of_check

LIST = settings(
    max_examples=int(os.environ.get("CROSSCASE_FUZZ", "40")),
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
        saved(text, how, path)
        problems = problems_of_check()
    assert no_sentences(problems) == []


@LIST
@given(studies(), WHOLE)
def test_a_study_that_is_nonsense_ends_in_sentences(text: str, how: str) -> None:
    ends_in_sentences("config/study.yaml", text, how)


@LIST
@given(tables(CODEBOOK), WHOLE)
def test_a_codebook_that_is_nonsense_ends_in_sentences(text: str, how: str) -> None:
    ends_in_sentences("config/codebook.csv", text, how)


@LIST
@given(tables(REGISTER), WHOLE)
def test_a_register_that_is_nonsense_ends_in_sentences(text: str, how: str) -> None:
    ends_in_sentences("data/raw/participants.csv", text, how)
