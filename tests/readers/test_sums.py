"""The law for every reader: the codings in the file, counted plainly, are the segments and what was left out.

All names are invented.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.readers.export_formats import FORMATS
from crosscase.study.facts import ExportSettings
from tests.builders.export_files import FILES
from tests.builders.in_process import person, run
from tests.builders.naive_counts import COUNTS
from tests.builders.plain_runs import repeats
from tests.reconstruction.project import Coding, Document, Project

WORDS = "never any time, no money and little trust"
NAMES = ("int_de_1", "int_pt_1", "gone", "unknown")
# Codes of the codebook, one that is not, one that is left out, and one below which each code is a speaker.
CODES = (("Lack of time",), ("Barriers", "Lack of money"), ("Unheard of",), ("Memo 1",), ("Who", "int_pt_1"))
PEOPLE = (person("DE-01", "int_de_1"), person("PT-01", "int_pt_1"), replace(person("PT-02", "gone"), withdrawn=True))
WITHOUT_PLACES = ("nvivo_matrix", "nvivo_report")


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Up to ten codings in up to four documents, some of them twice and some by two coders."""
    places = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, 12))
    codings = draw(
        st.lists(
            st.tuples(st.sampled_from(NAMES), st.sampled_from(CODES), st.sampled_from(["JN", "ŠK"]), places),
            min_size=1,
            max_size=10,
        )
    )
    return Project(
        "sums",
        tuple(Document(name, WORDS, "DE") for name in NAMES),
        tuple(
            Coding(name, code, coder, start, min(len(WORDS), start + length))
            for name, code, coder, (start, length) in codings
            if WORDS[start : start + length].strip()
        ),
        CODES,
    )


def test_every_format_is_counted() -> None:
    assert COUNTS.keys() == FILES.keys() == set(FORMATS)


@pytest.mark.parametrize("tool", COUNTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(4, 8), deadline=None)
@given(
    project=projects(),
    merging=st.sampled_from(["several_coders", "same_passage", "never"]),
    leave_out=st.sampled_from([[], ["Memo*"], ["*"]]),
    has_speakers=st.booleans(),
)
def test_no_coding_of_a_file_is_lost(
    tmp_path: Path, tool: str, project: Project, merging: str, leave_out: list[str], has_speakers: bool
) -> None:
    write, stated, _ = FILES[tool]
    path = tmp_path / "export"
    path.unlink(missing_ok=True)
    if tool == "qualcoder_database":  # it refuses a coding twice
        project = replace(project, codings=tuple(dict.fromkeys(project.codings)))
    write(project, path)
    who = {"code": "Who"} if has_speakers and tool not in WITHOUT_PLACES else None
    how = ExportSettings("", tool, **stated, leave_out=leave_out, participant_from=who)
    found = run(path, how, PEOPLE, merging=merging)
    counted = sum(mention.segments for mention in found.mentions) + found.balance.merged + found.balance.left_out
    assert COUNTS[tool](path) == counted == found.balance.codings
    assert found.balance.left_out == sum(issue.left_out for issue in found.issues)
