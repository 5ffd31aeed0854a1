"""`crosscase reproduce`: what it varies, what it finds, what it writes. Tried on a small pipeline of its own."""

import csv
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crosscase.anonymisation import keys
from crosscase.messages.errors import StudyError
from crosscase.provenance import result_digests
from crosscase.rebuilds import differences, reproduction, surroundings
from crosscase.running import code_graph, locks
from crosscase.running.pipeline import PACKAGE
from crosscase.storage import files
from crosscase.study import configuration, facts
from tests.builders.commands import crosscase
from tests.builders.projects import ROOT, Study, copy_project
from tests.reconstruction import plan
from tests.reconstruction import study as reconstruction

# Each writes into its own file what a result must not depend on.
LEAKS = {
    "clock": "date +%s%N",
    "cores": "echo {threads}",
    "dates": "stat -c %Y Snakefile",
    "hash": f"{sys.executable} -c 'print(hash(str()+chr(97)))'",
    "home": "echo $HOME",
    "locale": "echo $LC_ALL",
    "matplotlib": 'cat "$HOME/.config/matplotlib/matplotlibrc"',
    "path": "pwd",
    "umask": "umask",
    "user": "echo $USER",
    "zone": "date -d @0 +%H",
}
STEADY = {"steady": "echo the same"}
STEPS = {"steps": [{"outputs": [{"path": "results/tables/a.csv", "sha256": "0" * 64}]}]}
RECORD = """echo '{{"steps": []}}'"""


def output(rule: str) -> str:
    """What a rule of the small pipeline makes."""
    return "results/provenance/steps.json" if rule == "record" else f"results/tables/{rule}.txt"


def pipeline(folder: Path, commands: dict[str, str], study: Path | None = None, with_code: bool = True) -> Path:
    """A pipeline of one command a result, with a study like the bundled one, there or elsewhere.

    `with_code`: that of the command, of which every copy of a clone has a thousand files.
    """
    for part in ("config", "data/raw"):
        shutil.copytree(ROOT / part, (study or folder) / part)
    for part in ("scripts", "workflow") if with_code else ("workflow",):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "pyproject.toml", folder)
    rules = [f"rule all:\n    input: {[output(name) for name in (*commands, 'record')]}\n"]
    rules += [
        f"rule {name}:\n    output: {output(name)!r}\n    threads: 8\n    shell: {f'({command}) > {{output}}'!r}\n"
        for name, command in {**commands, "record": RECORD}.items()
    ]
    (folder / "Snakefile").write_text("\n".join(rules), encoding="utf-8")
    return folder


def reproduce(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The command, with the pipeline of this folder."""
    return crosscase("reproduce", *options, where=folder, pipeline=folder)


@pytest.mark.exhaustive
def test_all_that_a_result_must_not_depend_on_is_found(tmp_path: Path) -> None:
    folder = pipeline(tmp_path / "leaky", LEAKS | STEADY)
    run = reproduce(folder)
    found = {Path(line.split(":")[0]).stem for line in run.stdout.splitlines() if "two builds differ" in line}
    assert found == LEAKS.keys(), run.stdout + run.stderr
    assert run.returncode == 1
    assert "The results are different." in run.stderr
    assert run.stdout.count("two builds differ:\n") == 5  # what differs is shown of the first few
    assert json.loads((folder / result_digests.VERDICT).read_text())["verdict"] == "different"
    assert not (folder / result_digests.LIST).exists()


def built_by_hand(copy: reproduction.Copy) -> dict[str, str]:
    """In place of Snakemake: a table, and a page that shows the verdict."""
    results = copy.study / result_digests.RESULTS
    files.write_json(results / "provenance/steps.json", STEPS)
    verdict = copy.study / result_digests.VERDICT
    files.write_text(results / "tables/a.csv", "the same\n")
    files.write_text(results / "report/index.html", verdict.read_text() if verdict.exists() else "not yet")
    return result_digests.digests(results)


def test_a_list_and_a_verdict_are_written_and_held_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = pipeline(tmp_path / "steady", STEADY, with_code=False)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(reproduction.Copy, "build", built_by_hand)
    lines: list[str] = []

    def reproduced(rewrite: bool = False) -> bool:
        lines.clear()
        return reproduction.reproduce(folder, rewrite, lines.append)

    assert reproduced()
    verdict = json.loads(Path(result_digests.VERDICT).read_text())
    listed = result_digests.read(result_digests.LIST)
    assert list(listed) == ["tables/a.csv"]
    assert verdict == {
        "verdict": "same",
        "files": 1,
        "core_sha256": result_digests.together(listed),
        "varied": list(surroundings.VARIED),
    }
    assert {path.name for path in reproduction.FOLDER.iterdir()} == {"lock", ".gitignore"}
    assert reproduction.FOLDER.stat().st_mode & 0o077 == 0

    before = {name: Path(name).read_bytes() for name in (result_digests.VERDICT, result_digests.LIST)}
    assert reproduced()
    assert len(lines) == 3  # two builds and the verdict: both copies were built with it from the beginning
    assert {name: Path(name).read_bytes() for name in before} == before

    Path(result_digests.LIST).write_text(result_digests.text(listed | {"tables/a.csv": "0" * 64, "old.txt": "1" * 64}))
    assert not reproduced()
    assert "results/tables/a.csv: a build differs from results.sha256" in lines
    assert "results/old.txt: is in results.sha256, but was not built" in lines
    assert json.loads(Path(result_digests.VERDICT).read_text())["verdict"] == "different"
    assert reproduced(rewrite=True)
    assert {name: Path(name).read_bytes() for name in before} == before


def test_a_copy_that_does_not_build_is_reported_with_the_end_of_its_log(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    place = pipeline(tmp_path / "broken", {"broken": "cat config/study.yaml; echo out of order >&2; false"}, folder)
    run = reproduce(place, "--study", str(folder))
    assert run.returncode == 1
    assert "a fresh copy does not build" in run.stderr
    assert "out of order" in run.stderr
    assert "Traceback" not in run.stderr
    assert {path.name for path in (folder / reproduction.FOLDER).iterdir()} == {"lock", ".gitignore"}


def test_no_step_asks_for_the_clock_the_host_the_user_or_chance() -> None:
    asking = re.compile(
        r"\.(now|utcnow|today|time|localtime|gethostname|node|getuser|getlogin|uuid1|uuid4|urandom)\(|\bimport random\b"
    )
    for rule in (ROOT / "scripts").glob("*.py"):
        # What the last step looks for is the machine's; that it prints nothing of it is tested in `test_leaks`.
        for path in {rule, *code_graph.modules_of(rule)} - {PACKAGE / "leaks/machine_traces.py"}:
            found = asking.search(path.read_text(encoding="utf-8"))
            assert not found, f"{path}: {found}"


@pytest.mark.parametrize("git", [True, False])
def test_a_clone_holds_what_is_tracked_and_no_products(tmp_path: Path, git: bool) -> None:
    for name in ("Snakefile", "scripts/a b.py", "results/t.csv", "data/processed/p", "data/restricted/k", ".x/y"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    if git:
        if not shutil.which("git"):
            pytest.skip("git is not installed")
        for command in (["init", "-q"], ["add", "Snakefile", "scripts"]):
            subprocess.run(["git", *command], cwd=tmp_path, check=True)
        (tmp_path / "scripts/untracked.py").touch()
    assert sorted(reproduction.clone_of(tmp_path)) == ["Snakefile", "scripts/a b.py"]


def test_only_a_study_with_a_key_of_its_own_takes_what_is_restricted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in ("config", "data/raw"):
        shutil.copytree(ROOT / part, tmp_path / part)
    monkeypatch.chdir(tmp_path)
    config = Path(facts.CONFIG)
    key = Path("data/restricted/pseudonym.key")

    def needed() -> set[str]:
        return reproduction.needed_files(configuration.read(facts.CONFIG, ROOT / "workflow/schemas/study.schema.yaml"))

    key.parent.mkdir()
    Path("data/restricted/decisions.csv").touch()
    assert not any("restricted" in name for name in needed())
    assert {"config/study.yaml", "config/published/sample.csv", "data/raw/exports/cz.xlsx"} < needed()
    config.write_text(config.read_text().replace("key_file: config/demonstration.key\n", ""))
    with pytest.raises(StudyError, match="no key yet"):
        needed()
    keys.NOTE.touch()
    with pytest.raises(StudyError, match="the key of the pseudonyms was destroyed"):
        needed()
    keys.NOTE.unlink()
    key.touch()
    assert {str(key), "data/restricted/decisions.csv"} < needed()


def test_two_rebuilds_at_once_do_not_meet(tmp_path: Path) -> None:
    folder = pipeline(tmp_path / "steady", STEADY)
    (folder / reproduction.FOLDER).mkdir()
    with locks.alone(folder / reproduction.FOLDER / "lock", ""):
        run = reproduce(folder)
    assert run.returncode == 1
    assert "is reproducing this study" in run.stderr
    assert not (folder / result_digests.VERDICT).exists()


@pytest.mark.exhaustive
def test_another_seed_changes_the_cells_and_nothing_that_is_printed(
    built: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison bites: it names the cells, and neither the sample nor the counts of marks."""
    other = copy_project(tmp_path / "other")
    monkeypatch.setattr(plan, "SEED", plan.SEED + 1)
    reconstruction.build.cache_clear()
    try:
        reconstruction.write(other.folder / "data/raw")
    finally:
        reconstruction.build.cache_clear()
    tables = [path.relative_to(built.folder) for path in (built.folder / "results/tables").glob("*.[cht]*")]
    wanted = ["results/cells/cells.csv", "results/verification/verdict.txt", *map(str, tables)]
    other.build(*wanted)

    both = [result_digests.digests(place.folder / "results") for place in (built, other)]
    changed = {f"results/{name}" for name in reproduction.unequal(*both)} & set(wanted)
    drawn = {name for name in wanted if "sample" not in name and "verdict" not in name}
    # Who of which country has which position is drawn, too, and printed nowhere.
    assert changed - {name for name in wanted if "sample_by_country" in name} == drawn
    lines = differences.between(*(place.folder / "results/cells/cells.csv" for place in (built, other)))
    assert "present" in lines
    totals = 0
    for name in drawn:
        rows = [csv.DictReader(place.text(name).splitlines()) for place in (built, other)]
        if "Total" in (rows[0].fieldnames or []):
            assert [row["Total"] for row in rows[0]] == [row["Total"] for row in rows[1]]
            totals += 1
    assert totals == 4


def test_the_committed_list_is_that_of_the_build(built: Study) -> None:
    listed = result_digests.read(ROOT / result_digests.LIST)
    assert reproduction.unequal(result_digests.of_readers(built.folder / "results"), listed) == []
    verdict = json.loads((ROOT / result_digests.VERDICT).read_text())
    assert verdict["core_sha256"] == result_digests.together(listed)
