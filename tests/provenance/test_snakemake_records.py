"""Snakemake's records: the jobs behind some files, whatever else lies there."""

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.provenance import snakemake_records as records
from crosscase.running import job_records

ENVIRONMENT = b"dependencies: []\n"


def put(output: str, rule: str, inputs: dict[str, str], params: tuple[str, ...] = (), there: bool = True) -> None:
    """Write a record where Snakemake would, and the output."""
    from snakemake.persistence.file import FilePersistence  # takes long: not while all tests are collected

    snakemake = SimpleNamespace(_fetch_max_len=lambda subject: 255)
    path = Path(FilePersistence._record_path(snakemake, str(job_records.METADATA), output))
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {
        "rule": rule,
        "input": sorted(inputs),
        "input_checksums": inputs,
        "log": [f"logs/{rule}.log"],
        "params": sorted(params),
        "conda_env": b64encode(ENVIRONMENT).decode(),
    }
    path.write_text(json.dumps(content))
    if there:
        Path(output).parent.mkdir(parents=True, exist_ok=True)
        Path(output).touch()


@pytest.fixture
def workflow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder with records of two jobs, of one that is nobody's business, and of a kill; gives the last output."""
    monkeypatch.chdir(tmp_path)
    last = "/".join(["out", *["a_long_name_of_a_folder"] * 12, "end.txt"])
    put("out/a.txt", "make_a", {"in.txt": "sha256:ab"}, ("'x'", "3"))
    put("out/b.txt", "make_a", {"in.txt": "sha256:ab"}, ("'x'", "3"))
    put(last, "make_end", {"out/b.txt": "md5:cd", "large.txt": ""})
    put("out/old.txt", "forgotten", {})
    put("out/gone.txt", "make_a", {"in.txt": "sha256:ab"}, ("'x'", "3"), there=False)
    (job_records.METADATA / "b3V0L2N1dC50eHQ=").write_text('{"rule": "cu')
    Path("out/cut.txt").touch()
    return last


def test_jobs_are_those_behind_what_is_wanted(workflow: str) -> None:
    first, last = records.behind([workflow], records.read(), ["out"])
    assert (first.rule, first.outputs, first.inputs) == ("make_a", ("out/a.txt", "out/b.txt"), {"in.txt": "ab"})
    assert first.parameters == ("'x'", "3")
    assert first.environment_sha256 == sha256(ENVIRONMENT).hexdigest()
    assert (last.outputs, last.inputs) == ((workflow,), {"out/b.txt": None, "large.txt": None})
    assert len(records.read()) == 3


def test_what_no_job_made_is_missed(workflow: str) -> None:
    with pytest.raises(records.MissingRecords) as missed:
        records.behind(["out/cut.txt", workflow], records.read(), ["out"])
    assert missed.value.paths == ["out/cut.txt"]
    put("out/c.txt", "make_c", {"out/missing.txt": ""})
    with pytest.raises(records.MissingRecords) as missed:
        records.behind(["out/c.txt"], records.read(), ["out"])
    assert missed.value.paths == ["out/missing.txt"]


VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=3), st.lists(st.integers(), max_size=2))


@given(st.dictionaries(st.sampled_from("abcdef"), VALUES), st.lists(VALUES, max_size=2))
def test_parameters_get_their_names_back(parameters: dict[str, object], others: list[object]) -> None:
    """One parameter may be any of several values, by the wildcard of its rule."""
    possible = {name: [repr(value)] for name, value in parameters.items()}
    if "a" in possible:
        possible["a"] += map(repr, others)
    found = records.named(sorted(map(repr, parameters.values())), possible)
    assert found == parameters
    assert list(found) == sorted(found)


def test_a_parameter_that_the_rule_no_longer_has_is_not_passed_over() -> None:
    assert records.named(["1", "'old'"], {"number": ["1"]}) == {"number": 1, "unnamed": ["old"]}
